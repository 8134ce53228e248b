package import Core

/// One certificate in front of its holder: to be exchanged, collected, or looked at and printed.
package struct CertificateDesk: Hashable, Sendable {
    package let certificate: RegistrationCertificate
    /// The signed PDF as a picture, once it is collected.
    package var edition: TypesetForm?
    package var look = PaperLook()
}
