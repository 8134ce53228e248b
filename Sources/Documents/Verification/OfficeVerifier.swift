package import Core
import Foundation

/// Judges a certificate's PDF: that the issuing office has signed it whole, and that nothing came after.
package struct OfficeVerifier: Sendable {
    private let office: CertificateChecker
    private let reader = CertificateReader()

    /// - Parameter roots: DER of the office's root, which the store has made (`office-root.pem`).
    package init(roots: [[UInt8]]) throws(CertificateFinding) { office = try CertificateChecker(roots: roots) }

    /// The office's certificate must have been valid when it signed: a certificate is read for years after that.
    package func verify(_ pdf: [UInt8]) async throws(SignatureFinding) -> VerifiedForm.Signer {
        let history = try FormHistory(pdf)
        guard let signature = history.signatures.first, signature.field == .issuer else { throw .missing }
        guard history.signatures.count == 1 else { throw .modifiedAfterSigning }
        return try await signature.signer(office, reader, at: signature.time.date)
    }
}
