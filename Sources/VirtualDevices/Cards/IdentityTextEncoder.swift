import CardReader
package import Core

/// Writes the 256-byte text block of a card from a record: the virtual card's side of `IdentityTextParser`.
package enum IdentityTextEncoder {
    package static func encode(_ record: IdentityRecord) -> [UInt8] {
        let layout = IdentityTextLayout(record.kind)
        var block = Block()
        block.put(record.kind.rawValue, .kindFlag)
        block.put(record.sex.rawValue, layout.sex)
        block.put(record.birth.compact, layout.birth)
        block.put(record.number.text, layout.number)
        block.put(record.validFrom.compact, .validFrom)
        switch record.validity {
        case .unlimited: block.put("长期", .validUntil)
        case .until(let last): block.put(last.compact, .validUntil)
        }
        block.put(record.nation, layout.nation)
        block.put(record.nationality, layout.nationality)
        block.put(record.address, layout.address)
        block.put(record.issuingAuthority, layout.authority)
        block.put(record.name == record.englishName ? nil : record.name, layout.chineseName)
        block.put(record.englishName, across: layout.englishName)
        return block.bytes
    }

    /// UTF-16LE in a field of spaces; what does not fit is cut.
    private struct Block {
        var bytes = [UInt8](repeating: 0, count: IdentityTextParser.length)

        init() {
            for index in stride(from: 0, to: bytes.count, by: 2) { bytes[index] = 0x20 }
        }

        mutating func put(_ text: String?, _ field: IdentityTextField?) {
            if let field { put(text, across: [field]) }
        }

        mutating func put(_ text: String?, across fields: [IdentityTextField]) {
            var units = Array((text ?? "").utf16)[...]
            for field in fields {
                for offset in stride(from: field.offset, to: field.offset + field.length, by: 2) {
                    guard let unit = units.popFirst() else { return }
                    bytes[offset] = UInt8(unit & 0xFF)
                    bytes[offset + 1] = UInt8(unit >> 8)
                }
            }
        }
    }
}
