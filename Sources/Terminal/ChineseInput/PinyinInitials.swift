/// First letters of the pinyin of a text: 上海示例 is `shsl`, which four touches find in a register.
package enum PinyinInitials {
    /// All keys that a name can be found by, the one of the usual readings first: 厦门 is `xm` and `sm`.
    ///
    /// Latin letters and digits stand for themselves, in lower case; everything else but Chinese characters is left
    /// out. Where the readings would make more than `limit` keys, the characters after that count with their usual
    /// reading only.
    package static func keys(of text: String, limit: Int = 16) -> [String] {
        keyBytes(of: text, limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    static func keyBytes(of text: String, limit: Int = 16) -> [[UInt8]] {
        var keys: [[UInt8]] = [[]]
        keys[0].reserveCapacity(text.utf8.count / 3 + 1)
        for scalar in text.unicodeScalars {
            guard let usual = usualLetter(of: scalar.value) else { continue }
            let others = isPolyphone(usual) ? exceptions[scalar.value]?.dropFirst() ?? [] : []
            append(usual | 0x20, others: others, to: &keys, limit: limit)
        }
        return keys
    }

    /// Each key goes on with the usual letter; copies of it, as far as the limit allows, with the others.
    private static func append(
        _ usual: UInt8, others: ArraySlice<UInt8>, to keys: inout [[UInt8]], limit: Int
    ) {
        let count = keys.count
        if !others.isEmpty, count * (others.count + 1) <= limit {
            for other in others {
                for index in 0..<count { keys.append(keys[index] + [other]) }
            }
        }
        for index in 0..<count { keys[index].append(usual) }
    }

    /// A capital in the table; digits have none.
    private static func isPolyphone(_ letter: UInt8) -> Bool { (0x41...0x5A).contains(letter) }

    /// The initial of the usual reading, a capital where there are others; nil where there is none.
    private static func usualLetter(of value: UInt32) -> UInt8? {
        if value < firstInTable || value >= 0xFF01 && value <= 0xFF5E { return asciiLetter(value) }
        let index = Int(value - firstInTable)
        guard index < usual.utf8CodeUnitCount else { return exceptions[value]?.first.map { $0 & 0x5F } }
        let letter = usual.utf8Start[index]
        return letter == UInt8(ascii: ".") ? nil : letter
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
