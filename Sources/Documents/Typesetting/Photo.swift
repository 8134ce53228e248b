/// A JPEG that goes into the PDF as it is; only its header is read here.
struct Photo {
    let bytes: [UInt8]
    let width: Int
    let height: Int
    let isGrey: Bool

    init(_ bytes: [UInt8]) throws(TypesettingFault) {
        guard let frame = Self.frame(in: bytes), frame.width > 0, frame.height > 0 else { throw .photoUnreadable }
        self.bytes = bytes
        width = frame.width
        height = frame.height
        isGrey = frame.isGrey
    }

    /// ITU-T T.81 B.1.1: segments of a marker and a length; a start-of-frame segment holds the measures.
    private static func frame(in bytes: [UInt8]) -> (width: Int, height: Int, isGrey: Bool)? {
        guard bytes.count > 4, bytes.starts(with: [0xFF, 0xD8, 0xFF]), bytes.suffix(2) == [0xFF, 0xD9] else {
            return nil
        }
        func word(_ index: Int) -> Int { Int(bytes[index]) << 8 | Int(bytes[index + 1]) }
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            switch marker {
            case 0xFF: index += 1
            case 0xC0, 0xC1, 0xC2:
                // Eight bits, grey or colour: what every PDF reader takes.
                let isPlain = bytes[index + 4] == 8 && [1, 3].contains(bytes[index + 9])
                return isPlain ? (word(index + 7), word(index + 5), bytes[index + 9] == 1) : nil
            case 0xC4, 0xDB, 0xDD, 0xE0...0xEF, 0xFE: index += 2 + word(index + 2)
            default: return nil
            }
        }
        return nil
    }
}

extension Photo {
    /// Width to height.
    var proportion: Double { Double(width) / Double(height) }
}
