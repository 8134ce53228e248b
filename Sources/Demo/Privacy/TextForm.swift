import Foundation

/// How a text may lie in memory or in a file.
enum TextForm: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32 = "UTF-32"
    case gb18030 = "GB 18030"
    /// An array of Swift characters: 16 bytes each, of which the first hold its UTF-8.
    case characters = "characters"
    /// Cells of a screen: 8 bytes each, of which the first four are the scalar; a wide one takes two cells.
    case cells = "cells"
    case base64 = "Base64"
    case hexadecimal = "hexadecimal"

    /// The byte patterns that mean this text; none where it has no such form.
    func patterns(of text: String) -> [BytePattern] {
        switch self {
        case .utf8: [BytePattern(Array(text.utf8))]
        case .utf16LittleEndian: Self.encoded(text, .utf16LittleEndian)
        case .utf16BigEndian: Self.encoded(text, .utf16BigEndian)
        case .utf32: Self.encoded(text, .utf32LittleEndian)
        // Digits and letters are the same as in UTF-8.
        case .gb18030: text.utf8.allSatisfy { $0 < 0x80 } ? [] : Self.encoded(text, Self.gb18030Encoding)
        case .characters: Self.strided(text.map { Array(String($0).utf8) }, stride: 16)
        case .cells: Self.cells(text)
        case .base64: (0..<3).map { Self.base64(Array(text.utf8), after: $0) }
        case .hexadecimal:
            [Array(text.utf8), Self.encoded(text, .utf16BigEndian).flatMap(\.bytes)].flatMap { bytes in
                ["%02x", "%02X"].map { format in
                    BytePattern(Array(bytes.map { String(format: format, $0) }.joined().utf8))
                }
            }
        }
    }

    /// kCFStringEncodingGB_18030_2000, as Foundation numbers it.
    private static let gb18030Encoding = String.Encoding(rawValue: 0x8000_0632)

    private static func encoded(_ text: String, _ encoding: String.Encoding) -> [BytePattern] {
        text.data(using: encoding).map { [BytePattern(Array($0))] } ?? []
    }

    private static func strided(_ units: [[UInt8]], stride: Int) -> [BytePattern] {
        // Units of one length only; a single byte does not begin a pattern.
        guard let unit = units.first?.count, unit > 1, units.allSatisfy({ $0.count == unit }) else { return [] }
        return [BytePattern(units.flatMap(\.self), unit: unit, stride: stride)]
    }

    /// A text of wide glyphs or of narrow ones; of both it has no one stride.
    private static func cells(_ text: String) -> [BytePattern] {
        let scalars = text.unicodeScalars.map(\.value)
        let isWide = scalars.allSatisfy { $0 >= 0x2E80 }
        guard isWide || scalars.allSatisfy({ $0 < 0x80 }) else { return [] }
        let units = scalars.map { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        return strided(units, stride: isWide ? 16 : 8)
    }

    /// What is the same whatever comes before and after: of the six-bit groups only those that are all of the text.
    /// - Parameter before: bytes before it in its group of three.
    private static func base64(_ bytes: [UInt8], after before: Int) -> BytePattern {
        let text = Data([UInt8](repeating: 0, count: before) + bytes).base64EncodedString()
        let first = (before * 8 + 5) / 6
        let end = (before + bytes.count) * 8 / 6
        return BytePattern(Array(text.utf8)[first..<end].map(\.self))
    }
}
