package import Core

/// An identity card behind a PC/SC reader that has the police's security module inside: the reader finds and decodes
/// the card when it is laid on, and hands the record out in pages.
///
/// `FF B0 pp 00 00`, pp from 0 to 5, 256 bytes a page, the last one 4: `01 00 04 00` (the lengths of text and photo),
/// 256 bytes of text, 1,024 bytes of photo. The fingerprint is never asked for.
package struct IdentityCardProfile {
    private let session: CardSession

    package init(_ session: CardSession) { self.session = session }

    package static let pages: Range<UInt8> = 0..<6
    package static let header: [UInt8] = [0x01, 0x00, 0x04, 0x00]
    package static let recordLength = 4 + IdentityTextParser.length + 1_024

    /// - Throws: `.unknownCard` when the first page is refused, `.unreadable` when the content makes no sense.
    package func read() throws(CardFault) -> IdentityRecord {
        var record: [UInt8] = []
        for page in Self.pages {
            let response = try session.send(APDU(cla: 0xFF, ins: 0xB0, p1: page, expected: 256))
            switch (response.status.meaning, page) {
            case (.ok, _): record += response.data
            case (.unknownCommand, 0), (.notFound, 0): throw .unknownCard(session.role)
            default: throw .refused(session.role, statusWord: response.status.code)
            }
        }
        guard record.count == Self.recordLength, record.starts(with: Self.header) else {
            throw .unreadable(session.role)
        }
        do throws(IdentityTextProblem) {
            return try IdentityTextParser.parse(Array(record.dropFirst(4).prefix(IdentityTextParser.length)))
        } catch { throw .unreadable(session.role) }
    }
}
