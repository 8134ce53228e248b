package import Core
package import Foundation
import SwiftASN1
import X509

/// Whom kiosk and store believe to be staff: a chain to the site's staff roots, a role and a number inside, and the
/// key, proved by a challenge.
package struct StaffTrust: Sendable {
    private let authorities: AuthorityFile
    private let checker: CertificateChecker

    package init(_ authorities: AuthorityFile) throws(CertificateFinding) {
        self.authorities = authorities
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
        return member
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
