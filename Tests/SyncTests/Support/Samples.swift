import Core
import Foundation
import Testing

/// Plainly fictitious people and entries, each told apart by a number.
enum Sample {
    static let instant = Date(timeIntervalSince1970: 1_795_000_000)
    static let token = SessionToken("session-token-of-the-test")
    static let code = "482913"

    static func number() throws -> DocumentNumber {
        try DocumentNumber("310101199003070000".checked, kind: .residentCard)
    }

    static func identity() throws -> IdentityRecord {
        let number = try number()
        return IdentityRecord(
            number: number, name: "测试员甲", sex: number.sex ?? .unstated, nation: "01",
            birth: try #require(number.birth), address: "上海市示例路一百号",
            validFrom: try #require(CivilDate(year: 2020, month: 1, day: 1)), validity: .unlimited)
    }

    static func phone() throws -> PhoneNumber { try PhoneNumber("13800000000") }

    static func enterprise(_ name: String = "上海示例建筑设计有限公司") throws -> Enterprise {
        Enterprise(code: try CreditCode("91310101MA1FP1234".creditChecked), name: name)
    }

    static func application(_ index: Int) -> ApplicationID { identifier("a", index) }
    static func entryID(_ index: Int) -> EntryID { identifier("e", index) }

    private static func identifier<Thing>(_ digit: String, _ index: Int) -> Identifier<Thing> {
        let text = String(repeating: digit, count: 8) + String(format: "-0000-4000-8000-%012d", index)
        return Identifier(UUID(uuidString: text) ?? UUID())
    }

    static func save(_ entry: Int, of index: Int) throws -> OutboxEntry {
        OutboxEntry(
            id: entryID(entry), applicationID: application(index),
            content: .save(
                identity: try identity(), form: .initial(InitialForm(enterpriseName: try enterprise().name))),
            createdAt: instant)
    }

    static func status(_ index: Int, revision: Int = 1) throws -> ApplicationStatus {
        ApplicationStatus(
            id: application(index), kind: .initial, state: .saved, revision: revision, applicantName: "测试员甲",
            maskedIDNumber: try number().masked, enterprise: try enterprise(), noticeNumber: nil, reason: nil,
            updatedAt: instant)
    }

    static func session() throws -> ApplicantSession {
        ApplicantSession(
            token: token, phone: try phone(), applications: [try status(1)], offers: [], qualification: nil,
            photo: nil, rules: FormRules(), hasSignature: true)
    }

    static func ticket() throws -> CodeTicket {
        CodeTicket(
            id: try #require(UUID(uuidString: "00000000-0000-4000-8000-000000000001")),
            maskedPhone: try phone().masked, expiresAt: instant + 300, resendAfter: instant + 60, triesLeft: 5)
    }
}

extension String {
    /// With the check character of GB 11643 in place of the last one.
    fileprivate var checked: String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(dropLast().compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return dropLast() + String(Array("10X98765432")[sum % 11])
    }

    /// With the check character of GB 32100 added.
    fileprivate var creditChecked: String {
        "0123456789ABCDEFGHJKLMNPQRTUWXY".map { self + String($0) }.first { (try? CreditCode($0)) != nil } ?? self
    }
}
