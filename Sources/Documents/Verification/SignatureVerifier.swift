package import Core
import Crypto
package import Foundation

/// Judges a signed form: integrity, certificates, order, and that nothing but signatures came after the typesetting.
package struct SignatureVerifier: Sendable {
    private let persons: CertificateChecker
    private let enterprises: CertificateChecker
    private let reader: CertificateReader

    /// - Parameters:
    ///   - personRoots: DER of the store's own authority.
    ///   - enterpriseRoots: DER of 法人一证通.
    package init(
        personRoots: [[UInt8]], enterpriseRoots: [[UInt8]], reader: CertificateReader = CertificateReader()
    ) throws(CertificateFinding) {
        persons = try CertificateChecker(roots: personRoots)
        enterprises = try CertificateChecker(roots: enterpriseRoots)
        self.reader = reader
    }

    /// - Parameter moment: at which the certificates must be valid: when the form arrived.
    package func verify(_ pdf: [UInt8], at moment: Date) async throws(SignatureFinding) -> VerifiedForm {
        let history = try FormHistory(pdf)
        guard let first = history.signatures.first, first.field == .personal else { throw .missing }
        guard history.signatures.count <= 2 else { throw .modifiedAfterSigning }
        let person = try await first.signer(persons, reader, at: moment)
        var enterprise: VerifiedForm.Signer?
        if history.signatures.count == 2 {
            enterprise = try await history.signatures[1].signer(enterprises, reader, at: moment)
        }
        guard let base = PaperDigest(bytes: SHA256.hash(data: history.base)) else { throw .unreadable }
        return VerifiedForm(base: base, person: person, enterprise: enterprise)
    }
}

extension FormHistory.Signature {
    /// Who has signed, when the signature holds and the certificate hangs on one of the checker's roots.
    func signer(
        _ checker: CertificateChecker, _ reader: CertificateReader, at moment: Date
    ) async throws(SignatureFinding) -> VerifiedForm.Signer {
        guard let message = try? CMSReader(padded: message), message.covers(digest) else { throw .broken }
        do {
            try await checker.check(
                message.signer.certificate, intermediates: message.certificates.map(\.certificate), at: moment)
        } catch {
            switch error {
            case .expired, .notYetValid: throw .expired
            case .untrusted, .revoked, .keyNotProved, .noCreditCode, .unreadable: throw .untrusted
            }
        }
        return VerifiedForm.Signer(
            holder: reader.holder(of: message.signer.certificate), certificate: message.signer.der,
            signedAt: time.date)
    }
}
