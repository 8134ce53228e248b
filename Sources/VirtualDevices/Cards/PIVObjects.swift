import CardReader

/// The data objects that every PIV card has.
enum PIVObjects {
    /// With the version, as the card itself states it.
    static let fullApplicationIdentifier = PIVProfile.applicationIdentifier + [0x01, 0x00]

    /// Application property template: identifier without the registered part, and the allocating authority.
    static let applicationTemplate = TLV.encode(
        0x61,
        TLV.encode(0x4F, Array(fullApplicationIdentifier.dropFirst(5)))
            + TLV.encode(0x79, TLV.encode(0x4F, Array(fullApplicationIdentifier.prefix(5)))))

    static let fixed: [[UInt8]: [UInt8]] = [
        // Discovery: the application, and that the PIV card application PIN alone is used.
        [0x7E]: TLV.encode(0x7E, TLV.encode(0x4F, fullApplicationIdentifier) + TLV.encode(0x5F2F, [0x40, 0x00])),
        [0x5F, 0xC1, 0x02]: TLV.encode(0x53, holderIdentifier),
        [0x5F, 0xC1, 0x07]: TLV.encode(0x53, capabilities),
    ]

    /// Certificate, "not compressed", and an empty checksum.
    static func certificateObject(_ certificate: [UInt8]) -> [UInt8] {
        TLV.encode(0x53, TLV.encode(0x70, certificate) + TLV.encode(0x71, [0]) + TLV.encode(0xFE, []))
    }

    // CHUID: an all-zero FASC-N, a GUID, an expiry date, no signature.
    private static let holderIdentifier =
        TLV.encode(0x30, [UInt8](repeating: 0, count: 25))
        + TLV.encode(0x34, Array(0xA0...0xAF))
        + TLV.encode(0x35, Array("20391231".utf8)) + TLV.encode(0x3E, []) + TLV.encode(0xFE, [])

    // Card capability container: identifier, versions, and the fields that are mandatory and empty.
    private static let capabilities =
        TLV.encode(0xF0, [0xA0, 0x00, 0x00, 0x01, 0x16, 0xFF, 0x02] + [UInt8](repeating: 0, count: 14))
        + TLV.encode(0xF1, [0x21]) + TLV.encode(0xF2, [0x21]) + TLV.encode(0xF3, []) + TLV.encode(0xF4, [0x00])
        + TLV.encode(0xF5, [0x10])
        + [0xF6, 0xF7, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE].flatMap { TLV.encode($0, []) }
}
