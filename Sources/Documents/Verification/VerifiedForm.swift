package import Core
package import Foundation

/// A signed form whose signatures hold.
package struct VerifiedForm: Hashable, Sendable {
    /// SHA-256 of the base revision: what `PaperPress.applicationForm` gave. The store typesets the application again
    /// and compares; another digest is other content.
    package let base: PaperDigest
    package let person: Signer
    /// Nil before the seal.
    package let enterprise: Signer?

    package struct Signer: Hashable, Sendable {
        package let holder: CertificateHolder
        /// DER.
        package let certificate: [UInt8]
        /// As the signature claims.
        package let signedAt: Date
    }

    /// Refuses a form that others have signed than those who should.
    /// - Parameters:
    ///   - person: the opaque number in the person's certificate.
    ///   - enterprise: the employer of the form; nil while only the person has signed.
    package func check(person: String, enterprise code: CreditCode?) throws(SignatureFinding) {
        guard self.person.holder.serialNumber == person else { throw .wrongSigner }
        guard let code else { return }
        guard let enterprise else { throw .missing }
        guard enterprise.holder.creditCode == code else { throw .wrongSigner }
    }
}

extension VerifiedForm: Discreet {
    package var description: String { enterprise == nil ? "form signed by the person" : "form signed and sealed" }
}

extension VerifiedForm.Signer: Discreet {
    package var description: String { "\(holder)" }
}
