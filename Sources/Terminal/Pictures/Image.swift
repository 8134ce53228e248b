/// A picture of dots, 8 bits a channel, from the left to the right and from the top down.
///
/// Hashing and comparing cost next to nothing: they go by a checksum taken once, when the picture is made.
package struct Image: Sendable {
    /// The raw value is the number of bytes a dot.
    package enum Colours: Int, Hashable, Sendable {
        case grey = 1
        /// Red, green, blue.
        case rgb = 3
    }

    /// Dots.
    package let size: Size
    package let colours: Colours
    package let bytes: [UInt8]
    private let checksum: UInt64
    /// The same at half the width and height, in which a small copy is sooner made; none when this is small.
    private let halved: [Image]

    private static let smallest = 96

    /// - Parameter bytes: `width` × `height` dots without gaps; nil when they are not so many.
    package init?(width: Int, height: Int, colours: Colours, bytes: [UInt8]) {
        guard width > 0, height > 0, bytes.count == width * height * colours.rawValue else { return nil }
        self.init(Size(width: width, height: height), colours, bytes)
    }

    /// Makes a grey picture dot by dot; 0 is black. A side below 1 becomes 1.
    package init(width: Int, height: Int, grey: (Int, Int) -> UInt8) {
        let size = Size(width: max(1, width), height: max(1, height))
        self.init(size, .grey, (0..<size.height).flatMap { y in (0..<size.width).map { grey($0, y) } })
    }

    private init(_ size: Size, _ colours: Colours, _ bytes: [UInt8]) {
        self.size = size
        self.colours = colours
        self.bytes = bytes
        checksum = Self.checksum(of: bytes)
        let half = Size(width: size.width / 2, height: size.height / 2)
        halved =
            min(half.width, half.height) < Self.smallest
            ? [] : [Image(half, colours, Resampling(from: size, to: half, colours).bytes(of: bytes))]
    }

    /// FNV-1a over words of eight bytes.
    private static func checksum(of bytes: [UInt8]) -> UInt64 {
        let prime: UInt64 = 0x0000_0100_0000_01B3
        return bytes.withUnsafeBytes { buffer in
            var sum: UInt64 = 0xCBF2_9CE4_8422_2325
            let words = buffer.count / 8
            for word in 0..<words {
                sum = (sum ^ buffer.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) &* prime
                sum ^= sum >> 29
            }
            for byte in buffer[(words * 8)...] { sum = (sum ^ UInt64(byte)) &* prime }
            return sum
        }
    }

    /// A copy of another size, each dot the mean of the area that it stands for.
    ///
    /// - Parameter part: what is wanted of the copy, in its own dots; nil is all of it.
    package func resampled(to size: Size, part: Rect? = nil) -> Image {
        let size = Size(width: max(1, size.width), height: max(1, size.height))
        if let half = halved.first, half.size.width >= size.width, half.size.height >= size.height {
            return half.resampled(to: size, part: part)
        }
        let part = part?.intersection(Rect(size)) ?? Rect(size)
        if part.isEmpty { return Image(width: 1, height: 1) { _, _ in 0xFF } }
        if size == self.size, part == Rect(size) { return self }
        let resampling = Resampling(from: self.size, to: size, colours)
        return Image(part.size, colours, resampling.bytes(of: bytes, part: part))
    }

    /// The luminance of a dot by ITU-R BT.601.
    package func grey(_ x: Int, _ y: Int) -> UInt8 {
        let index = (y * size.width + x) * colours.rawValue
        switch colours {
        case .grey: return bytes[index]
        case .rgb:
            let (red, green, blue) = (Int(bytes[index]), Int(bytes[index + 1]), Int(bytes[index + 2]))
            return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
        }
    }
}

extension Image: CustomStringConvertible {
    /// Says nothing of what is to be seen.
    package var description: String { "picture of \(size.width)×\(size.height)" }
}

extension Image: Hashable {
    package static func == (one: Image, other: Image) -> Bool {
        one.checksum == other.checksum && one.size == other.size && one.colours == other.colours
            && one.bytes == other.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(checksum)
    }
}
