/// Bytes as upper-case hexadecimal digits.
package enum Hex {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil unless it is an even number of hexadecimal digits; spaces are dropped.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let values = text.filter { $0 != " " }.map(\.hexDigitValue)
        guard values.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[index], let low = values[index + 1] else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return bytes
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
