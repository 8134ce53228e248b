import Core
import Foundation

/// What `central seed` fills in: fictitious enterprises and people.
struct SeedDocument: Codable, Hashable, Sendable {
    var enterprises: [SeedEnterprise]
    var people: [SeedPerson]

    struct SeedEnterprise: Codable, Hashable, Sendable {
        let code: CreditCode
        let name: String
        /// A mobile number reads the store's messages.
        let phone: String
    }

    /// A person of the store's records; the person as a user comes only with the card.
    struct SeedPerson: Codable, Hashable, Sendable {
        let name: String
        let number: String
        /// The card's type flag; a resident identity card when left out.
        var kind: IdentityDocumentKind?
        /// Issued in Shanghai.
        var qualification: SeedQualification?
    }

    struct SeedQualification: Codable, Hashable, Sendable {
        let number: String
        let issued: CivilDate
    }
}

extension SeedDocument {
    /// Without the enterprises whose names others in the register have, and the people whose numbers have a record:
    /// what was made up steps back.
    func sparingRecords(in database: some RegistryDatabase) async throws -> SeedDocument {
        try await database.read { session in
            SeedDocument(
                enterprises: try enterprises.filter { enterprise in
                    try session.enterprise(named: enterprise.name).map { $0.code == enterprise.code } ?? true
                },
                people: try people.filter { person in
                    try session.row("SELECT 1 AS found FROM qualifications WHERE number = ?", person.number) == nil
                })
        }
    }

    /// Read again or changed and read again, each record is there once, as the newest file says.
    func fill(_ database: some RegistryDatabase, photo: Data, digest: PaperDigest) async throws {
        try await database.write { session in
            for enterprise in enterprises { try session.keep(enterprise) }
            for person in people { try session.keep(person, photo: photo, digest: digest) }
        }
    }
}

extension SQLSession {
    fileprivate func keep(_ enterprise: SeedDocument.SeedEnterprise) throws {
        try run(
            """
            INSERT INTO enterprises (position, code, name, phone)
            VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM enterprises), ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET
                position = CASE WHEN name = excluded.name THEN enterprises.position ELSE excluded.position END,
                name = excluded.name, phone = excluded.phone
            """, enterprise.code, enterprise.name, enterprise.phone)
    }

    fileprivate func keep(_ person: SeedDocument.SeedPerson, photo: Data, digest: PaperDigest) throws {
        let number = try DocumentNumber(person.number, kind: person.kind ?? .residentCard)
        guard let qualification = person.qualification else { return }
        let certificate = QualificationCertificate(
            place: .shanghai, number: qualification.number, issued: qualification.issued)
        try run(
            """
            INSERT INTO qualifications (number, name, certificate, photo, photo_digest) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET
                name = excluded.name, certificate = excluded.certificate, photo = excluded.photo,
                photo_digest = excluded.photo_digest
            """, number.text, person.name, JSONColumn(certificate), photo, digest)
    }
}
