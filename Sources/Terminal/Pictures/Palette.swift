/// The colours that a picture is reduced to: 16 greys, or four steps of red, green and blue each.
struct Palette {
    let colours: Image.Colours

    var count: Int { colours == .grey ? 16 : 64 }

    /// Of a colour, 0…255.
    func components(_ index: Int) -> (red: Int, green: Int, blue: Int) {
        switch colours {
        case .grey: (index * 17, index * 17, index * 17)
        case .rgb: ((index >> 4) * 85, (index >> 2 & 3) * 85, (index & 3) * 85)
        }
    }

    /// The colour of each dot. Greys take the nearest, which keeps letters sharp; with so few colours a photo needs
    /// its rounding errors handed on to the neighbours (Floyd and Steinberg 1976).
    func indices(of image: Image) -> [UInt8] {
        switch colours {
        case .grey: image.bytes.map { UInt8((Int($0) + 8) / 17) }
        case .rgb: dithered(image)
        }
    }

    private func dithered(_ image: Image) -> [UInt8] {
        let (width, height) = (image.size.width, image.size.height)
        var rest = image.bytes.map { Int32($0) }
        return (0..<width * height).map { dot in
            let (x, y) = (dot % width, dot / width)
            var index: UInt8 = 0
            for channel in 0..<3 {
                let wanted = min(255, max(0, rest[dot * 3 + channel]))
                let step = (wanted + 42) / 85
                index = index << 2 | UInt8(step)
                let error = wanted - step * 85
                func hand(_ share: Int32, _ offset: Int) { rest[(dot + offset) * 3 + channel] += error * share / 16 }
                if x + 1 < width { hand(7, 1) }
                guard y + 1 < height else { continue }
                if x > 0 { hand(3, width - 1) }
                hand(5, width)
                if x + 1 < width { hand(1, width + 1) }
            }
            return index
        }
    }
}
