package import Foundation

/// A UUID that names one thing of kind `Thing`, so that an application's identifier cannot stand in for a paper's.
/// Lower-case text on the wire and in the database.
package struct Identifier<Thing>: Hashable, Sendable, Codable, CustomStringConvertible {
    package let uuid: UUID

    package init(_ uuid: UUID) { self.uuid = uuid }

    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let uuid = UUID(uuidString: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self.uuid = uuid
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { uuid.uuidString.lowercased() }
}

/// One application, from its first draft on any kiosk to the end of its life at the store.
package typealias ApplicationID = Identifier<Registration>
/// One outbox entry: the store applies each at most once by this identifier.
package typealias EntryID = Identifier<OutboxEntry>
/// One print order: the token is the CUPS job name, the only field that survives to the device.
package typealias PrintToken = Identifier<PrintOrder>

/// SHA-256 of a paper's bytes, lower-case hexadecimal, 64 characters: papers are named by their content.
package struct PaperDigest: Hashable, Sendable, Codable, CustomStringConvertible {
    package let hex: String

    package init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.hex = hex
    }

    /// From the 32 bytes of a SHA-256 that the caller has computed; nil for any other length.
    package init?(bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        self.init(hex: String(decoding: text, as: UTF8.self))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = PaperDigest(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 in hexadecimal")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    package var description: String { hex }
}
