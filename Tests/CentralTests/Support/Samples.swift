import Core
import Crypto
import Foundation
import Testing

@testable import Central

/// Plainly fictitious people, enterprises and forms.
enum Samples {
    static let seed = FictitiousSeed.document(enterprises: 12)
    static let photo = Data(PackageResources.sample_photo_jpg)

    static func identity(_ index: Int = 0) throws -> IdentityRecord {
        let person = seed.people[index]
        let number = try DocumentNumber(person.number, kind: .residentCard)
        return IdentityRecord(
            number: number, name: person.name, sex: try #require(number.sex), nation: "01",
            birth: try #require(number.birth), address: "上海市示例路 \(index + 1) 号", issuingAuthority: "上海市公安局示例分局",
            validFrom: try day(2020, 1, 1), validity: .unlimited)
    }

    static func enterprise(_ index: Int = 0) -> Enterprise {
        Enterprise(code: seed.enterprises[index].code, name: seed.enterprises[index].name)
    }

    static func qualification(_ index: Int = 0) throws -> QualificationCertificate {
        let qualification = try #require(seed.people[index].qualification)
        return QualificationCertificate(
            place: .shanghai, number: qualification.number, issued: qualification.issued)
    }

    static func form(_ person: Int = 0, employer: Int = 0) throws -> InitialForm {
        let enterprise = enterprise(employer)
        return InitialForm(
            enterpriseName: enterprise.name, enterprise: enterprise, enterprisePhone: "021-60000000",
            photo: FileReference(digest: digest(photo), format: .jpeg, byteCount: photo.count),
            qualification: try qualification(person), isDeclared: true)
    }

    static func renewal(photo: FileReference? = nil) -> RenewalForm {
        RenewalForm(
            enterprise: enterprise(), enterprisePhone: "021-60000000", photo: photo, educationHours: 80,
            isDeclared: true)
    }

    static func certificate(
        _ number: String = "示例0001", of person: Int = 0, by employer: Int = 0, issuedOn day: CivilDate,
        isPaper: Bool = false
    ) throws -> RegistrationCertificate {
        RegistrationCertificate(
            id: CertificateID(UUID()), number: number, holder: try identity(person).number,
            enterprise: enterprise(employer), issuedOn: day, photo: nil, isPaper: isPaper)
    }

    /// A PDF of one page each.
    static let scan = pdf(.qualificationScan, "scan")
    static let proof = pdf(.educationProof, "proof")

    static func pdf(_ kind: AttachmentKind, _ words: String) -> AttachedFile {
        let text = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
            trailer <</Root 1 0 R>> % \(words)

            """
        return attachment(kind, Data(text.utf8), pages: 1)
    }

    static func attachment(_ kind: AttachmentKind, _ content: Data, pages: Int? = nil) -> AttachedFile {
        AttachedFile(
            kind: kind,
            file: FileReference(
                digest: digest(content), format: kind.format, byteCount: content.count, pages: pages),
            content: content)
    }

    /// The sample with a comment in it (ITU-T T.81 B.2.4.5): another file of the same picture.
    static func photo(saying words: String) -> Data {
        let comment = Data(words.utf8)
        return photo.prefix(2) + Data([0xFF, 0xFE, 0, UInt8(comment.count + 2)]) + comment + photo.dropFirst(2)
    }

    static func phone(_ index: Int = 0) throws -> PhoneNumber { try PhoneNumber("1390000000\(index)") }

    static func digest(_ data: Data) -> PaperDigest {
        guard let digest = PaperDigest(bytes: SHA256.hash(data: data)) else {
            preconditionFailure("SHA-256 is 32 bytes")
        }
        return digest
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: month, day: day))
    }
}
