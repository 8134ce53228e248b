import Terminal

/// A picture in memory, upright for the person who looks at it; a ``Rotation`` turns it for the panel.
///
/// A pixel is 0x00RRGGBB.
package struct Canvas: Hashable, Sendable {
    package let size: PixelSize
    fileprivate(set) var pixels: [UInt32]

    package init(_ size: PixelSize, filledWith colour: UInt32 = 0) {
        self.size = PixelSize(width: max(0, size.width), height: max(0, size.height))
        pixels = Array(repeating: colour, count: self.size.width * self.size.height)
    }

    package var bounds: PixelRect { PixelRect(size) }

    package subscript(x: Int, y: Int) -> UInt32 {
        pixels[y * size.width + x]
    }

    package mutating func fill(_ rect: PixelRect, with colour: UInt32) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for y in rect.y..<rect.maxY {
            let start = y * size.width
            pixels.withUnsafeMutableBufferPointer { $0[start + rect.x..<start + rect.maxX].update(repeating: colour) }
        }
    }

    /// Lays a glyph down, each pixel in the shade that `shades` gives its coverage (256 of them).
    mutating func draw(_ mask: GlyphMask, at x: Int, _ y: Int, shades: [UInt32]) {
        let place = PixelRect(x: x, y: y, width: mask.width, height: mask.height).intersection(bounds)
        guard !place.isEmpty, shades.count == 256 else { return }
        let stride = size.width
        pixels.withUnsafeMutableBufferPointer { pixels in
            mask.coverage.withUnsafeBufferPointer { coverage in
                shades.withUnsafeBufferPointer { shades in
                    for row in place.y..<place.maxY {
                        var source = (row - y) * mask.width + place.x - x
                        let start = row * stride
                        for target in start + place.x..<start + place.maxX {
                            pixels[target] = shades[Int(coverage[source])]
                            source += 1
                        }
                    }
                }
            }
        }
    }

    /// Lays a picture down, dot for pixel; what lies outside is left out.
    mutating func draw(_ image: Image, at x: Int, _ y: Int) {
        let place = PixelRect(x: x, y: y, width: image.size.width, height: image.size.height).intersection(bounds)
        guard !place.isEmpty else { return }
        let length = image.colours.rawValue
        for row in place.y..<place.maxY {
            var source = ((row - y) * image.size.width + place.x - x) * length
            for column in place.x..<place.maxX {
                pixels[row * size.width + column] = Self.pixel(image.bytes, source, image.colours)
                source += length
            }
        }
    }

    @inline(__always)
    private static func pixel(_ bytes: [UInt8], _ index: Int, _ colours: Image.Colours) -> UInt32 {
        switch colours {
        case .grey: UInt32(bytes[index]) * 0x010101
        case .rgb: UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
        }
    }
}

extension Canvas {
    /// The picture as a portable pixmap (netpbm's `P6`), which every viewer and converter reads.
    package var portablePixmap: [UInt8] {
        let colours = [UInt8](unsafeUninitializedCapacity: 3 * pixels.count) { bytes, count in
            for (index, pixel) in pixels.enumerated() {
                bytes[3 * index] = UInt8(truncatingIfNeeded: pixel >> 16)
                bytes[3 * index + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
                bytes[3 * index + 2] = UInt8(truncatingIfNeeded: pixel)
            }
            count = 3 * pixels.count
        }
        return Array("P6\n\(size.width) \(size.height)\n255\n".utf8) + colours
    }
}

extension Canvas {
    /// - Parameter pixmap: netpbm's `P6` with 255 levels, as QEMU dumps a screen; nil when it is none.
    package init?(portablePixmap pixmap: [UInt8]) {
        var numbers: [Int] = []
        var place = 2
        guard pixmap.starts(with: Array("P6".utf8)) else { return nil }
        while numbers.count < 3, place < pixmap.count {
            while place < pixmap.count, pixmap[place] <= 0x20 { place += 1 }
            var number = 0
            while place < pixmap.count, (0x30...0x39).contains(pixmap[place]) {
                number = number * 10 + Int(pixmap[place] - 0x30)
                place += 1
            }
            numbers.append(number)
        }
        guard numbers.count == 3, numbers[2] == 255 else { return nil }
        self.init(PixelSize(width: numbers[0], height: numbers[1]), rgb: pixmap[(min(place + 1, pixmap.count))...])
    }

    private init?(_ size: PixelSize, rgb: ArraySlice<UInt8>) {
        guard rgb.count == size.width * size.height * 3 else { return nil }
        self.init(size)
        rgb.withUnsafeBufferPointer { bytes in
            for index in 0..<size.width * size.height {
                let at = index * 3
                pixels[index] = UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
            }
        }
    }
}
