import Core
import Foundation

/// Looks at signed form PDFs. Slow (it typesets and verifies), so that it is never called inside a transaction.
protocol FormVerification: Sendable {
    /// - Parameters:
    ///   - pdf: what the kiosk filed as personally signed.
    ///   - photo: the JPEG that the form's photo names; nil when the form has none.
    ///   - certificate: DER of the applicant's own certificate.
    func checkPersonalSignature(
        _ pdf: Data, on registration: Registration, photo: Data?, certificate: Data, at now: Date
    ) async throws(SignatureFinding)

    /// - Parameter signed: the personally signed PDF in the store, which the sealed one must extend.
    func checkSeal(_ pdf: Data, over signed: Data, by code: CreditCode, at now: Date) async throws(SignatureFinding)

    /// Who has signed the file, for a reviewer to read: the person first, then the enterprise.
    func signers(of pdf: Data, at moment: Date) async throws(SignatureFinding) -> [PaperSigner]
}
