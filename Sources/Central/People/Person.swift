import Core
import Foundation

/// A person whom the store knows: every card that was ever presented, with or without a proved phone.
struct Person: Sendable {
    let id: PersonID
    let identity: IdentityRecord
    /// Nil until 新用户注册 is done.
    let phone: PhoneNumber?
    /// Nil until one is registered.
    let signature: SignatureMark?
}

typealias PersonID = Identifier<Person>

/// The store's record of a person who passed the examination in Shanghai, with the photo that was taken then.
struct QualificationRecord: Sendable {
    let certificate: QualificationCertificate
    /// JPEG.
    let photo: Data
    let photoDigest: PaperDigest
}

extension SQLSession {
    func person(_ id: PersonID) throws -> Person? {
        try row("SELECT * FROM people WHERE id = ?", id).map(Person.init)
    }

    func person(number: DocumentNumber) throws -> Person? {
        try row("SELECT * FROM people WHERE number = ?", number.text).map(Person.init)
    }

    /// The card says what is true of its holder now: a new address or a new card replaces what was known.
    func keepPerson(_ identity: IdentityRecord, newID: UUID) throws -> Person {
        try run(
            """
            INSERT INTO people (id, number, identity, phone) VALUES (?, ?, ?, NULL)
            ON CONFLICT (number) DO UPDATE SET identity = excluded.identity
            """, newID, identity.number.text, JSONColumn(identity))
        guard let person = try person(number: identity.number) else {
            throw DatabaseFault.unexpected(column: "people.number")
        }
        return person
    }

    func keepPhone(_ phone: PhoneNumber, of person: PersonID) throws {
        try run("UPDATE people SET phone = ? WHERE id = ?", phone, person)
    }

    func keepSignature(_ mark: SignatureMark, of person: PersonID) throws {
        try run("UPDATE people SET signature = ? WHERE id = ?", JSONColumn(mark), person)
    }

    /// Name and number must both agree: a number typed wrong in the records must not give away another's record.
    func qualification(of identity: IdentityRecord) throws -> QualificationRecord? {
        try row(
            "SELECT * FROM qualifications WHERE number = ? AND name = ?", identity.number.text, identity.name
        ).map { row in
            QualificationRecord(
                certificate: try row.json(QualificationCertificate.self, "certificate"), photo: try row.blob("photo"),
                photoDigest: try row.digest("photo_digest"))
        }
    }
}

extension Person {
    fileprivate init(_ row: SQLRow) throws {
        id = try row.identifier("id")
        identity = try row.json(IdentityRecord.self, "identity")
        phone = try row.optionalText("phone").map { try PhoneNumber($0) }
        signature = try row.optionalText("signature").map { _ in try row.json(SignatureMark.self, "signature") }
    }
}

extension SQLRow {
    func digest(_ column: String) throws -> PaperDigest {
        guard let digest = PaperDigest(hex: try text(column)) else { throw DatabaseFault.unexpected(column: column) }
        return digest
    }
}
