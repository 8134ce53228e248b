/// Writes a picture as sixels (DEC STD 070, chapter 9): bands of six rows, colour after colour, runs shortened.
struct SixelEncoder {
    private let image: Image
    private let palette: Palette
    private let indices: [UInt8]
    private var output = ControlSequence()

    /// The whole control string, from DCS to ST. It draws at the cursor and leaves what it does not cover.
    static func encode(_ image: Image) -> [UInt8] {
        var encoder = SixelEncoder(image)
        encoder.run()
        return encoder.output.bytes
    }

    private init(_ image: Image) {
        self.image = image
        palette = Palette(colours: image.colours)
        indices = palette.indices(of: image)
    }

    private mutating func run() {
        var isUsed = [Bool](repeating: false, count: palette.count)
        for index in indices { isUsed[Int(index)] = true }
        // Square dots, the ground kept; then the raster attributes: the picture's exact size.
        output.append("\u{1B}P0;1;0q\"1;1;")
        output.append(number: image.size.width)
        output.append(UInt8(ascii: ";"))
        output.append(number: image.size.height)
        for colour in 0..<palette.count where isUsed[colour] { define(colour) }
        for top in stride(from: 0, to: image.size.height, by: 6) {
            if top > 0 { output.append(UInt8(ascii: "-")) }
            band(top)
        }
        output.append("\u{1B}\\")
    }

    /// Components in percent.
    private mutating func define(_ index: Int) {
        let colour = palette.components(index)
        output.append(UInt8(ascii: "#"))
        output.append(number: index)
        output.append(";2")
        for component in [colour.red, colour.green, colour.blue] {
            output.append(UInt8(ascii: ";"))
            output.append(number: (component * 100 + 127) / 255)
        }
    }

    private mutating func band(_ top: Int) {
        let width = image.size.width
        let height = min(6, image.size.height - top)
        var sixels = [UInt8](repeating: 0, count: palette.count * width)
        var isUsed = [Bool](repeating: false, count: palette.count)
        for row in 0..<height {
            let start = (top + row) * width
            for x in 0..<width {
                let colour = Int(indices[start + x])
                sixels[colour * width + x] |= 1 << UInt8(row)
                isUsed[colour] = true
            }
        }
        var isFirst = true
        for colour in 0..<palette.count where isUsed[colour] {
            if !isFirst { output.append(UInt8(ascii: "$")) }
            isFirst = false
            output.append(UInt8(ascii: "#"))
            output.append(number: colour)
            line(sixels[colour * width..<(colour + 1) * width])
        }
    }

    /// One colour of a band; what is empty at its end is left out.
    private mutating func line(_ sixels: ArraySlice<UInt8>) {
        var index = sixels.startIndex
        while index < sixels.endIndex {
            let value = sixels[index]
            var end = index + 1
            while end < sixels.endIndex, sixels[end] == value { end += 1 }
            if value == 0, end == sixels.endIndex { return }
            append(value + 0x3F, count: end - index)
            index = end
        }
    }

    private mutating func append(_ byte: UInt8, count: Int) {
        guard count > 3 else {
            for _ in 0..<count { output.append(byte) }
            return
        }
        output.append(UInt8(ascii: "!"))
        output.append(number: count)
        output.append(byte)
    }
}
