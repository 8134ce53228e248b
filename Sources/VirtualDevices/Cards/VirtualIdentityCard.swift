import CardReader
package import Core

/// An identity card as the paged profile shows it: the reader with its security module, and the card on it.
package final class VirtualIdentityCard: VirtualCard {
    package let atr: [UInt8]?
    private let record: [UInt8]

    /// A well-formed card that says what the record says.
    package convenience init(_ record: IdentityRecord) {
        self.init(text: IdentityTextEncoder.encode(record))
    }

    /// A card with any text block, well-formed or not.
    /// - Parameter text: 256 bytes.
    package init(text: [UInt8]) {
        // The photo is opaque to everyone here: no open decoder exists.
        let photo = (0..<1_024).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        record = IdentityCardProfile.header + text + photo
        atr = Self.makeATR()
    }

    package func reset() {}

    package func answer(_ command: [UInt8]) -> CardReaction {
        guard command.count == 5, command[0] == 0xFF else { return .answer([0x6E, 0x00]) }
        guard command[1] == 0xB0 else { return .answer([0x6D, 0x00]) }
        let start = Int(command[2]) * 256
        guard start < record.count, command[3] == 0 else { return .answer([0x6A, 0x82]) }
        return .answer(Array(record[start..<min(start + 256, record.count)]) + [0x90, 0x00])
    }

    /// T=1 only; historical bytes hold the chip's serial number and, at the offsets 13 and 14, 90 00, by which the
    /// documented reader tells an identity card. The serial number is fictitious and identifies nobody.
    private static func makeATR() -> [UInt8] {
        var atr: [UInt8] = [0x3B, 0x8B, 0x80, 0x01, 0x80, 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x90, 0x00]
        atr.append(atr.dropFirst().reduce(0, ^))
        return atr
    }
}
