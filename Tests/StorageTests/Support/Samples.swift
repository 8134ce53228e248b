import Core
import Foundation
import Testing

/// Plainly fictitious people, forms and entries, each told apart by a number.
enum Sample {
    static let instant = Date(timeIntervalSince1970: 1_795_000_000)

    static func number(_ index: Int) throws -> DocumentNumber {
        let body = "31010119900307" + String(format: "%03d", index)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return try DocumentNumber(body + String(Array("10X98765432")[sum % 11]), kind: .residentCard)
    }

    static func identity(_ index: Int) throws -> IdentityRecord {
        let number = try number(index)
        return IdentityRecord(
            number: number, name: "测试员甲", sex: number.sex ?? .unstated, nation: "01",
            birth: try #require(number.birth), address: "上海市示例路一百号",
            validFrom: try #require(CivilDate(year: 2020, month: 1, day: 1)), validity: .unlimited)
    }

    static func application(_ index: Int) -> ApplicationID { identifier("a", index) }
    static func entryID(_ index: Int) -> EntryID { identifier("e", index) }
    static func token(_ index: Int) -> PrintToken { identifier("f", index) }

    private static func identifier<Thing>(_ digit: String, _ index: Int) -> Identifier<Thing> {
        let text = String(repeating: digit, count: 8) + String(format: "-0000-4000-8000-%012d", index)
        return Identifier(UUID(uuidString: text) ?? UUID())
    }

    static func draft(_ index: Int, phone: String = "13800000000", pending: EntryID? = nil) -> Draft {
        Draft(
            applicationID: application(index),
            form: .initial(InitialForm(enterpriseName: "上海示例建筑设计有限公司", enterprisePhone: phone)),
            pendingEntry: pending)
    }

    /// A save of that person's application.
    static func save(_ entry: Int, of index: Int) throws -> OutboxEntry {
        OutboxEntry(
            id: entryID(entry), applicationID: application(index),
            content: .save(identity: try identity(index), form: draft(index).form), createdAt: instant)
    }

    static func withdrawal(_ entry: Int, of index: Int) -> OutboxEntry {
        OutboxEntry(
            id: entryID(entry), applicationID: application(index), content: .withdraw, createdAt: instant)
    }

    static func applied(_ entry: Int, of index: Int) throws -> EntryReceipt {
        let status = ApplicationStatus(
            id: application(index), kind: .initial, state: .saved, revision: 1, applicantName: "测试员甲",
            maskedIDNumber: try number(index).masked, enterprise: nil, noticeNumber: nil, reason: nil,
            updatedAt: instant)
        return EntryReceipt(entryID: entryID(entry), outcome: .applied(status))
    }

    static func refused(_ entry: Int) -> EntryReceipt {
        EntryReceipt(entryID: entryID(entry), outcome: .refused(.otherApplicationOpen))
    }

    static func order(_ index: Int, of application: Int, copy: Int = 1) throws -> PrintOrder {
        PrintOrder(
            token: token(index), applicationID: self.application(application),
            paper: try #require(PaperDigest(hex: String(repeating: "ab", count: 32))), pages: 1, copyNumber: copy,
            orderedAt: instant)
    }

    static let job = PrintOrder.JobReference(device: "ipp://127.0.0.1/ipp/print", jobID: 7, printerUpTime: 99)
}
