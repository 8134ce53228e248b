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
        /// Held already, under an enterprise of this document or of the register.
        var registration: SeedRegistration?
    }

    struct SeedQualification: Codable, Hashable, Sendable {
        let number: String
        let issued: CivilDate
    }

    struct SeedRegistration: Codable, Hashable, Sendable {
        let number: String
        let enterprise: CreditCode
        /// Days from the day of seeding to the last day of the term; negative when it has expired.
        let endsInDays: Int
        /// Where the certificate stands; collected when left out, and while it is in force.
        var state: State?
        /// The employer's name on the certificate, where the register has another now.
        var formerName: String?

        enum State: String, Codable, Hashable, Sendable { case paper, issued, collected }
    }
}

/// A record that cannot be filled in.
enum SeedFault: Error, Hashable, Sendable, CustomStringConvertible {
    case enterpriseUnknown(CreditCode)

    var description: String {
        switch self {
        case .enterpriseUnknown(let code): "a registration under \(code), which is not in the register"
        }
    }
}

extension SeedDocument {
    /// Without the enterprises whose names others in the register have, and the people whose numbers have a record:
    /// what was made up steps back.
    func sparingRecords(in database: some RegistryDatabase) async throws -> SeedDocument {
        try await database.read { session in
            let kept = try enterprises.filter { enterprise in
                try session.enterprise(named: enterprise.name).map { $0.code == enterprise.code } ?? true
            }
            let free = try people.filter { person in
                try session.row("SELECT 1 AS found FROM qualifications WHERE number = ?", person.number) == nil
            }
            return SeedDocument(enterprises: kept, people: free.map { $0.registeredOnly(under: Set(kept.map(\.code))) })
        }
    }

    /// Read again or changed and read again, each record is there once, as the newest file says.
    func fill(_ database: some RegistryDatabase, photo: Data, digest: PaperDigest, world: World) async throws {
        try await database.write { session in
            for enterprise in enterprises {
                try session.keepEnterprise(
                    Enterprise(code: enterprise.code, name: enterprise.name), phone: enterprise.phone)
            }
            for person in people {
                try session.keep(person, photo: photo, digest: digest)
                let photo = FileReference(digest: digest, format: .jpeg, byteCount: photo.count)
                try session.keepRegistration(of: person, photo: photo, world: world)
            }
        }
    }
}

extension SeedDocument.SeedPerson {
    fileprivate func registeredOnly(under codes: Set<CreditCode>) -> SeedDocument.SeedPerson {
        var person = self
        if let code = registration?.enterprise, !codes.contains(code) { person.registration = nil }
        return person
    }
}

extension SQLSession {
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

    /// A certificate that the person has, in whatever state, has lived on: it is left alone.
    fileprivate func keepRegistration(
        of person: SeedDocument.SeedPerson, photo: FileReference, world: World
    ) throws {
        let holder = try DocumentNumber(person.number, kind: person.kind ?? .residentCard)
        guard let registration = person.registration, try certificate(of: holder) == nil else { return }
        guard let enterprise = try enterprise(registration.enterprise) else {
            throw SeedFault.enterpriseUnknown(registration.enterprise)
        }
        let today = CivilDate(shanghai: world.now())
        var certificate = RegistrationCertificate(
            id: CertificateID(world.uuid()), number: registration.number, holder: holder,
            enterprise: Enterprise(code: enterprise.code, name: registration.formerName ?? enterprise.name),
            issuedOn: today.adding(days: registration.endsInDays).adding(years: -RegistrationCertificate.termYears),
            photo: photo, isPaper: registration.state == .paper)
        if registration.state ?? .collected == .collected, !certificate.isExpired(on: today) {
            try certificate.apply(.collect, by: .applicant, at: world.now())
        }
        try keepCertificate(certificate)
    }
}
