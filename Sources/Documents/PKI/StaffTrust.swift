package import Core
package import Foundation
import SwiftASN1
import X509

/// Whom kiosk and store believe to be staff: a chain to the site's staff roots, a role and a number inside, and the
/// key, proved by a challenge.
package struct StaffTrust: Sendable {
    private let authorities: AuthorityFile
    private let checker: CertificateChecker
    private let revocations: URL?

    /// - Parameter revocations: the authorities' lists of what they have taken back, PEM or DER; read at every card, so
    ///   that a site may renew the file at any time. Nil: the site has none, and a card counts to its last day.
    package init(_ authorities: AuthorityFile, revocations: URL? = nil) throws(CertificateFinding) {
        self.authorities = authorities
        self.revocations = revocations
        checker = try CertificateChecker(roots: authorities.roots)
    }

    /// The member whose card made this signature.
    /// - Parameters:
    ///   - certificate: DER of the card's certificate for card authentication (PIV 9E).
    ///   - signature: over SHA-256 of `challenge`; ECDSA as DER, RSA as PKCS#1 v1.5.
    package func member(
        of certificate: Data, signature: Data, over challenge: Data, at now: Date
    ) async throws(StaffFault) -> StaffMember {
        let der = Array(certificate)
        do throws(CertificateFinding) {
            try await checker.check(der, intermediates: authorities.intermediates, at: now)
            try CertificateChecker.verify(Array(signature), over: Array(challenge), by: der)
        } catch { throw .rejected(error) }
        guard let member = StaffMember(certificate: der) else { throw .noRole }
        if let revocations { try check(der, against: revocations, as: member.role, at: now) }
        return member
    }

    /// An old list cannot be trusted to name every lost card: hall staff wait. A technician, who may have to renew it,
    /// is let in unless it names the card.
    private func check(
        _ der: [UInt8], against file: URL, as role: StaffRole, at now: Date
    ) throws(StaffFault) {
        let lists: [RevocationList]
        do {
            lists = try RevocationList.lists(in: Array(Data(contentsOf: file)), authorities: authorities)
        } catch { lists = [] }
        if let card = SigningCertificate(der: der), lists.contains(where: { $0.holds(card) }) {
            throw .rejected(.revoked)
        }
        guard lists.isEmpty || lists.contains(where: { $0.isStale(at: now) }) else { return }
        switch role {
        case .hallStaff: throw .listMissing
        case .technician: break
        }
    }
}

extension StaffMember {
    /// What a certificate claims: the role stands in an OU, the number in serialNumber or else in CN. Nil when either
    /// is missing; nothing is proved by it.
    package init?(certificate der: [UInt8]) {
        guard let subject = SigningCertificate(der: der)?.certificate.subject else { return nil }
        let roles = subject.texts(of: .RDNAttributeType.organizationalUnitName).compactMap(StaffRole.init)
        let number =
            subject.text(of: CertificateNames.serialNumber) ?? subject.text(of: .RDNAttributeType.commonName)
        // One card, one role: a certificate that names both is somebody's mistake.
        guard roles.count == 1, let role = roles.first, let number else { return nil }
        self.init(role: role, number: number)
    }
}

extension DistinguishedName {
    fileprivate func texts(of type: ASN1ObjectIdentifier) -> [String] {
        lazy.flatMap { $0 }.filter { $0.type == type }.compactMap { String($0.value) }
    }
}
