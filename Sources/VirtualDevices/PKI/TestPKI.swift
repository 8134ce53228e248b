package import Core
package import Foundation

/// What is wrong with an enterprise's card certificates, for trying out that they are refused.
package enum EnterpriseCardFlaw: String, Hashable, Sendable, CaseIterable {
    case expired
    case notYetValid
    /// Issued by a root that nobody here trusts.
    case foreignRoot
    case noCreditCode
}

/// What is wrong with a staff card's certificate, for trying out that it is refused.
package enum StaffCardFlaw: String, Hashable, Sendable, CaseIterable {
    case expired
    case notYetValid
    case foreignRoot
    case noRole
}

/// Roots, certificates and keys of the virtual hall, in one directory, as PEM files with mode 0600.
///
/// The root of personal certificates is none of it: the store makes its own.
package struct TestPKI: Sendable {
    package let directory: URL
    private let enterpriseAuthority: Credential
    private let staffAuthority: Credential
    private let now: Date

    /// The store's name in its certificate, beside `localhost`: for a kiosk on another machine.
    package static let storeName = "store.example"

    /// Takes what is in the directory, and makes what is missing, valid from the day before `now`.
    /// - Parameter kiosk: the common name of the kiosk's certificate.
    package init(in directory: URL, now: Date = Date(), kiosk: String = "kiosk-001") throws {
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        self.directory = directory
        self.now = now
        let from = now - .day
        let tls = try Self.credential("tls-root", directory) {
            try CertificateProfile.root("Test TLS root", from: from).issue()
        }
        _ = try Self.credential("server", directory) { try CertificateProfile.server(from: from).issue(by: tls) }
        _ = try Self.credential("kiosk", directory) { try CertificateProfile.kiosk(kiosk, from: from).issue(by: tls) }
        enterpriseAuthority = try Self.credential("enterprise-root", directory) {
            try CertificateProfile.root("Test enterprise root", from: from).issue()
        }
        staffAuthority = try Self.credential("staff-root", directory) {
            try CertificateProfile.root("Test staff root", from: from).issue()
        }
    }

    // Files, in PEM; keys as PKCS#8.
    package var tlsRoot: URL { file("tls-root.pem") }
    package var serverCertificate: URL { file("server.pem") }
    package var serverKey: URL { file("server.key") }
    package var kioskCertificate: URL { file("kiosk.pem") }
    package var kioskKey: URL { file("kiosk.key") }
    package var enterpriseRoot: URL { file("enterprise-root.pem") }
    package var staffRoot: URL { file("staff-root.pem") }

    /// The keys and certificates of an enterprise's card; the same ones again when the directory has them already.
    package func cardKeys(
        for enterprise: Enterprise, flaw: EnterpriseCardFlaw? = nil
    ) throws -> [EnterpriseKey: PIVCardKey] {
        var keys: [EnterpriseKey: PIVCardKey] = [:]
        for purpose in EnterpriseKey.allCases {
            let credential = try cardCredential(for: enterprise, purpose, flaw: flaw)
            keys[purpose] = PIVCardKey(.p256(credential.key), certificate: try credential.certificateDER())
        }
        return keys
    }

    /// One of the two certificates of an enterprise's card, with its key.
    package func cardCredential(
        for enterprise: Enterprise, _ purpose: EnterpriseKey, flaw: EnterpriseCardFlaw? = nil
    ) throws -> Credential {
        let name = ["enterprise", enterprise.code.text, purpose.rawValue, flaw?.rawValue]
            .compactMap { $0 }.joined(separator: "-")
        return try Self.credential(name, directory) { try issueCard(enterprise, purpose, flaw) }
    }

    /// The key and certificate of a staff card; the same ones again when the directory has them already.
    package func staffCardKey(for member: StaffMember, flaw: StaffCardFlaw? = nil) throws -> PIVCardKey {
        let credential = try staffCredential(for: member, flaw: flaw)
        return PIVCardKey(.p256(credential.key), certificate: try credential.certificateDER())
    }

    package func staffCredential(for member: StaffMember, flaw: StaffCardFlaw? = nil) throws -> Credential {
        let name = ["staff", member.role.rawValue, member.number, flaw?.rawValue].compactMap { $0 }
        return try Self.credential(name.joined(separator: "-"), directory) {
            var profile = try CertificateProfile.staff(member, showsRole: flaw != .noRole, from: now - .day)
            switch flaw {
            case .expired: (profile.validFrom, profile.validUntil) = (now - 4 * .year, now - .day)
            case .notYetValid: profile.validFrom = now + .year
            case .foreignRoot:
                let stranger = try CertificateProfile.root("Test staff root", from: now - .day).issue()
                return try profile.issue(by: stranger)
            case .noRole, nil: break
            }
            return try profile.issue(by: staffAuthority)
        }
    }

    private func issueCard(
        _ enterprise: Enterprise, _ purpose: EnterpriseKey, _ flaw: EnterpriseCardFlaw?
    ) throws -> Credential {
        var profile = try CertificateProfile.enterprise(
            enterprise, purpose, cardNumber: "SH\(enterprise.code.text.suffix(10))",
            showsCode: flaw != .noCreditCode, from: now - .day)
        switch flaw {
        case .expired: (profile.validFrom, profile.validUntil) = (now - 4 * .year, now - .day)
        case .notYetValid: profile.validFrom = now + .year
        case .foreignRoot:
            return try profile.issue(by: CertificateProfile.root("Test enterprise root", from: now - .day).issue())
        case .noCreditCode, nil: break
        }
        return try profile.issue(by: enterpriseAuthority)
    }

    private func file(_ name: String) -> URL { directory.appendingPathComponent(name) }

    private static func credential(
        _ name: String, _ directory: URL, _ make: () throws -> Credential
    ) throws -> Credential {
        if let known = try Credential(named: name, in: directory.path) { return known }
        let new = try make()
        try new.save(as: name, in: directory.path)
        return new
    }
}
