package import Core
package import Foundation

/// What `central seed FILE` reads: the records that the store has before anybody comes to the hall.
package struct SeedFile: Hashable, Sendable, Codable {
    package struct SeedEnterprise: Hashable, Sendable, Codable {
        package let code: CreditCode
        package let name: String
        /// 企业电话, which gets the store's messages.
        package let phone: PhoneNumber
    }

    package struct SeedPerson: Hashable, Sendable, Codable {
        package let name: String
        package let number: String
        /// The card's type flag.
        package let kind: IdentityDocumentKind
        package let qualification: SeedQualification
        package let registration: SeedRegistration?
    }

    package struct SeedQualification: Hashable, Sendable, Codable {
        package let number: String
        package let issued: CivilDate
    }

    package struct SeedRegistration: Hashable, Sendable, Codable {
        package let number: String
        package let enterprise: CreditCode
        package let endsInDays: Int
        package let state: String?
        package let formerName: String?
    }

    package let enterprises: [SeedEnterprise]
    package let people: [SeedPerson]

    /// - Parameter people: those without a qualification are left out; the store knows nothing of them.
    package init(enterprises: [Enterprise], people: [SamplePerson]) throws(PhoneNumberProblem) {
        var entries: [SeedEnterprise] = []
        for (index, enterprise) in enterprises.enumerated() {
            let phone = try PhoneNumber("\(13_800_001_001 + index)")
            entries.append(SeedEnterprise(code: enterprise.code, name: enterprise.name, phone: phone))
        }
        self.enterprises = entries
        self.people = people.compactMap { person in
            person.qualification.map { qualification in
                SeedPerson(
                    name: person.identity.name, number: person.identity.number.text, kind: person.identity.kind,
                    qualification: SeedQualification(number: qualification.number, issued: qualification.issued),
                    registration: person.registration.map {
                        SeedRegistration(
                            number: $0.number, enterprise: $0.enterprise.code, endsInDays: $0.endsInDays,
                            state: $0.state, formerName: $0.formerName)
                    })
            }
        }
    }

    /// All sample enterprises and people.
    package static var sample: SeedFile {
        get throws { try SeedFile(enterprises: SampleEnterprises.all, people: SamplePeople.all) }
    }

    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
