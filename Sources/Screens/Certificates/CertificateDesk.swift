package import Core

/// One certificate in front of its holder: to be exchanged, collected, or looked at and printed.
package struct CertificateDesk: Hashable, Sendable {
    package let certificate: RegistrationCertificate
    /// The signed PDF as a picture, once it is collected.
    package var edition: TypesetForm?
    package var look = PaperLook()
    /// Of a holder who wants another photo than the one on record.
    package var broughtPhoto: FoundFile?

    /// What an exchange puts on the certificate; nil where there is none that may.
    func photo(of visit: ApplicantVisit) -> FileReference? { broughtPhoto?.file ?? visit.certificatePhoto }
}
