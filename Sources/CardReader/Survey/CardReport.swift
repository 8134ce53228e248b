package import Core

/// What lies on one reader, for a technician: `kiosk card`, as text and as JSON.
package struct CardReport: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case none, identity, certificate, unknown
    }

    package struct Identity: Hashable, Sendable, Codable {
        /// 居民身份证 and so on.
        package let document: String
        package let name: String
        package let number: String
        package let sex: String
        package let birth: String
        package let validFrom: String
        /// A day, or 长期.
        package let validUntil: String
    }

    package struct Certificate: Hashable, Sendable, Codable {
        package let purpose: EnterpriseKey
        package let subject: String?
        package let creditCode: String?
        /// Length of the certificate in bytes.
        package let size: Int
    }

    package let reader: String
    /// Nil for a reader that the settings give no role.
    package let role: ReaderRole?
    package var atr: String?
    package var kind = Kind.none
    package var identity: Identity?
    package var certificates: [Certificate]?
    package var pinTriesLeft: Int?
    /// One word: `noCard`, `mute`, `unreadable` and so on.
    package var fault: String?

    init(reader: String, role: ReaderRole?) {
        self.reader = reader
        self.role = role
    }
}

extension CardReport.Identity {
    /// - Parameter reveal: without it, name, number and birth are masked.
    init(_ record: IdentityRecord, reveal: Bool) {
        document = record.kind.chinese
        name = reveal ? record.name : Masking.name(record.name)
        number = reveal ? record.number.text : record.number.masked
        sex = record.sex.chinese
        birth = reveal ? record.birth.description : "\(record.birth.year)-**-**"
        validFrom = record.validFrom.description
        validUntil =
            switch record.validity {
            case .unlimited: "长期"
            case .until(let last): last.description
            }
    }
}

extension CardReport: CustomStringConvertible {
    /// A few lines for a terminal.
    package var description: String {
        var lines = ["\(reader)\(role.map { " (\($0.rawValue))" } ?? "")"]
        if let atr { lines.append("  ATR \(atr)") }
        if let identity {
            lines.append("  \(identity.document) \(identity.name) \(identity.sex) \(identity.number)")
            lines.append("  born \(identity.birth), valid \(identity.validFrom) to \(identity.validUntil)")
        }
        for certificate in certificates ?? [] {
            let code = certificate.creditCode ?? "no credit code"
            lines.append("  \(certificate.purpose.rawValue): \(certificate.subject ?? "no name"), \(code)")
        }
        if let pinTriesLeft { lines.append("  PIN tries left: \(pinTriesLeft)") }
        if let fault { lines.append("  \(fault)") }
        return lines.joined(separator: "\n")
    }
}

extension CardFault {
    /// The case without what it carries.
    var word: String {
        switch self {
        case .serviceDown: "serviceDown"
        case .readerMissing: "readerMissing"
        case .noCard: "noCard"
        case .removed: "removed"
        case .mute: "mute"
        case .unknownCard: "unknownCard"
        case .unreadable: "unreadable"
        case .busy: "busy"
        case .timedOut: "timedOut"
        case .wrongPIN: "wrongPIN"
        case .pinBlocked: "pinBlocked"
        case .refused(_, let statusWord): "refused \(StatusWord(statusWord))"
        }
    }
}
