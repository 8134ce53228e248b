import Core
import Documents
import Foundation

/// Whom the store believes to be an enterprise: a chain to the enterprise roots, a credit code inside, and the key.
struct EnterpriseTrust: Sendable {
    let authorities: AuthorityFile
    private let checker: CertificateChecker
    let reader: CertificateReader

    init(_ authorities: AuthorityFile, creditCodeOIDs: [String]) throws(CertificateFinding) {
        self.authorities = authorities
        checker = try CertificateChecker(roots: authorities.roots)
        reader = CertificateReader(creditCodeOIDs: creditCodeOIDs)
    }

    /// The credit code of the enterprise whose key made this signature.
    /// - Parameters:
    ///   - certificate: DER of the card's authentication certificate.
    ///   - signature: over SHA-256 of `challenge`; ECDSA as DER, RSA as PKCS#1 v1.5.
    func creditCode(
        of certificate: Data, signature: Data, over challenge: Data, at now: Date
    ) async throws(CertificateFinding) -> CreditCode {
        let certificate = Array(certificate)
        try await checker.check(certificate, intermediates: authorities.intermediates, at: now)
        try CertificateChecker.verify(Array(signature), over: Array(challenge), by: certificate)
        guard let code = try reader.read(certificate).creditCode else { throw .noCreditCode }
        return code
    }
}
