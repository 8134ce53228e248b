import Core
import Foundation
import Testing

@Suite struct CodingTests {
    @Test func `what travels comes back the same`() throws {
        let registration = try Sample.registration(.initial)
        let noon = try Sample.noon("2026-11-22")
        try expectRoundTrip(registration.applicant)
        for kind in RegistrationKind.allCases { try expectRoundTrip(try Sample.form(kind)) }
        for state in RegistrationState.allCases {
            var deed = Deed()
            let kind: RegistrationKind = state == .cancelled ? .cancellation : .renewal
            let registration = try deed.registration(kind, in: state)
            try expectRoundTrip(registration)
            try expectRoundTrip(ApplicationStatus(registration, updatedAt: noon))
        }
        for name in RegistrationEvent.Name.allCases {
            var deed = Deed()
            try expectRoundTrip(try deed.event(name, kind: .initial))
        }
        try expectRoundTrip(try Sample.certificate())
        try expectRoundTrip(CardValidity.unlimited)
        try expectRoundTrip(FormRules())
        try expectRoundTrip(
            Eligibility().offers(for: .init(open: nil, certificate: nil), on: Sample.date("2026-11-22")))
        try expectRoundTrip(ApplicationFormContent(registration))
        try expectRoundTrip(Actor.enterprise(try Sample.enterprise().code))
        try expectRoundTrip(SessionToken("t"))
    }

    @Test func `outbox entries and receipts come back the same`() throws {
        let id = try #require(EntryID("00000000-0000-4000-8000-00000000000A"))
        let registration = try Sample.registration(.initial)
        let code = try Sample.enterprise().code
        let noon = try Sample.noon("2026-11-22")
        var deed = Deed()
        let report = PrintReport(
            token: PrintToken(id.uuid), paper: try Sample.digest(1), copyNumber: 1, at: noon)
        let contents: [OutboxEntry.Content] = [
            .save(identity: registration.applicant.identity, form: registration.form),
            .signPersonally(try deed.paper(.personallySignedForm), pdf: Data([1, 2])),
            .seal(by: code, try deed.paper(.sealedForm), pdf: Data()), .returnToApplicant(by: code, reason: "电话有误"),
            .withdraw, .printed(report),
            .attach(AttachedFile(kind: .photo, file: try Sample.photo(), content: Data([0xFF, 0xD8]))),
        ]
        for content in contents {
            try expectRoundTrip(
                OutboxEntry(id: id, applicationID: registration.id, content: content, createdAt: noon))
        }
        for refusal in Catalogue.entryRefusals {
            try expectRoundTrip(EntryReceipt(entryID: id, outcome: .refused(refusal)))
        }
        #expect(id.description == "00000000-0000-4000-8000-00000000000a")
    }

    @Test(arguments: [
        "\"\"", "\"310101199003070094\"", "{\"kind\":\" \",\"text\":\"310101199003070095\"}", "{\"kind\":\"Q\"}",
    ])
    func `a bad document number is not decoded`(json: String) { expectRefused(DocumentNumber.self, json) }

    @Test(arguments: ["\"\"", "\"1380000567\"", "13800005678", "null"])
    func `a bad phone number is not decoded`(json: String) { expectRefused(PhoneNumber.self, json) }

    @Test(arguments: ["\"\"", "\"91350100M000100Y44\"", "9"])
    func `a bad credit code is not decoded`(json: String) { expectRefused(CreditCode.self, json) }

    @Test(arguments: ["\"\"", "\"沪建注2026-1\"", "2026"])
    func `a bad notice number is not decoded`(json: String) { expectRefused(NoticeNumber.self, json) }

    @Test(arguments: [
        "\"\"", "\"00\"", "\"\(String(repeating: "A", count: 64))\"", "\"\(String(repeating: "g", count: 64))\"",
    ])
    func `a bad digest is not decoded`(json: String) { expectRefused(PaperDigest.self, json) }

    @Test(arguments: ["\"\"", "\"1\"", "1"])
    func `a bad identifier is not decoded`(json: String) { expectRefused(ApplicationID.self, json) }

    @Test func `a digest is made of 32 bytes`() {
        #expect(PaperDigest(bytes: Array(UInt8(0)..<32))?.hex.hasPrefix("000102030405060708090a0b0c0d0e0f1011") == true)
        #expect(PaperDigest(bytes: Array(UInt8(0)..<31)) == nil)
        #expect(PaperDigest(bytes: Array(UInt8(0)..<33)) == nil)
    }

    private func expectRoundTrip<Value: Codable & Equatable>(
        _ value: Value, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let coded = try JSONEncoder().encode([value])
        #expect(try JSONDecoder().decode([Value].self, from: coded) == [value], sourceLocation: sourceLocation)
    }

    private func expectRefused<Value: Decodable>(_ type: Value.Type, _ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Value].self, from: Data("[\(json)]".utf8)) }
    }
}
