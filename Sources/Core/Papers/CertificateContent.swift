/// 注册证书: everything that the electronic certificate says, beside the photo.
package struct CertificateContent: Hashable, Sendable, Codable {
    package let certificateID: CertificateID
    package let number: String
    package let holderName: String
    package let sex: Sex
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let issuedOn: CivilDate
    package let validThrough: CivilDate
    package let office: AcceptanceNotice.Office

    package init(
        certificateID: CertificateID, number: String, holderName: String, sex: Sex, maskedIDNumber: String,
        enterprise: Enterprise, issuedOn: CivilDate, validThrough: CivilDate, office: AcceptanceNotice.Office
    ) {
        self.certificateID = certificateID
        self.number = number
        self.holderName = holderName
        self.sex = sex
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.issuedOn = issuedOn
        self.validThrough = validThrough
        self.office = office
    }

    package init(
        _ certificate: RegistrationCertificate, holder: IdentityRecord, office: AcceptanceNotice.Office
    ) {
        self.init(
            certificateID: certificate.id, number: certificate.number, holderName: holder.name, sex: holder.sex,
            maskedIDNumber: holder.number.masked, enterprise: certificate.enterprise, issuedOn: certificate.issuedOn,
            validThrough: certificate.validThrough, office: office)
    }

    /// What the QR code holds: an identifier that nobody guesses, no personal data.
    package var verificationLink: String { "\(office.verificationURL)?r=\(certificateID)" }
}

extension CertificateContent: Discreet {
    package var description: String { "certificate \(certificateID)" }
}
