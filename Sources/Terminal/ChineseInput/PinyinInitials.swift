/// First letters of the pinyin of a text: 上海示例 is `shsl`, which four touches find in a register.
package enum PinyinInitials {
    /// All keys that a name can be found by, the one of the usual readings first: 厦门 is `xm` and `sm`.
    ///
    /// Latin letters and digits stand for themselves, in lower case; everything else but Chinese characters is left
    /// out. Where the readings would make more than `limit` keys, the characters after that count with their usual
    /// reading only.
    package static func keys(of text: String, limit: Int = 16) -> [String] {
        var keys: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let letters = letters(of: scalar)
            guard let usual = letters.first else { continue }
            if keys.count * letters.count > limit {
                for index in keys.indices { keys[index].append(usual) }
            } else {
                keys = letters.flatMap { letter in keys.map { $0 + [letter] } }
            }
        }
        return keys.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The initials of one character, the usual one first; empty where there is none.
    static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
        let value = scalar.value
        if let ascii = asciiLetter(value) { return [ascii] }
        guard value >= firstInTable else { return [] }
        if let several = exceptions[value] { return several }
        return usual.withUTF8Buffer { table in
            let index = Int(value - firstInTable)
            guard index < table.count, table[index] != UInt8(ascii: ".") else { return [] }
            return [table[index]]
        }
    }

    /// Also of the full-width forms, which some registers write.
    private static func asciiLetter(_ value: UInt32) -> UInt8? {
        let plain = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        guard plain < 0x80 else { return nil }
        switch UInt8(plain) {
        case 0x30...0x39, 0x61...0x7A: return UInt8(plain)
        case 0x41...0x5A: return UInt8(plain) + 0x20
        default: return nil
        }
    }

    private static let exceptions: [UInt32: [UInt8]] = {
        var result: [UInt32: [UInt8]] = [:]
        var current: UInt32 = 0
        for scalar in (several + rare).unicodeScalars {
            if scalar.isASCII {
                result[current, default: []].append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                current = scalar.value
            }
        }
        return result
    }()
}
