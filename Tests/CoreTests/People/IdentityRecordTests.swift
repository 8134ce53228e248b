import Core
import Testing

@Suite struct IdentityRecordTests {
    private func record(
        _ number: String = "310101199003070094", _ kind: IdentityDocumentKind = .residentCard, sex: Sex = .male,
        birth: String = "1990-03-07", from: String = "2020-05-06", through: String? = "2040-05-06"
    ) throws -> IdentityRecord {
        let last = try through.map { try Sample.date($0) }
        return IdentityRecord(
            number: try DocumentNumber(number, kind: kind), name: "测试员甲", sex: sex, birth: try Sample.date(birth),
            validFrom: try Sample.date(from), validity: last.map { .until($0) } ?? .unlimited)
    }

    @Test func `a good card has no problem`() throws {
        let today = try Sample.date("2026-11-22")
        #expect(try record().problems(on: today) == [])
        #expect(try record(from: "2026-11-22", through: "2026-11-22").problems(on: today) == [])
        #expect(try record(through: nil).problems(on: today) == [])
        #expect(try record(sex: .unstated).problems(on: today) == [])
        #expect(try record(sex: .unknown).problems(on: today) == [])
        #expect(
            try record("ABC123456789012", .foreignerCard2017, sex: .female, birth: "1980-01-01").problems(on: today)
                == [])
    }

    @Test func `a card that contradicts itself or the day is found out`() throws {
        let today = try Sample.date("2026-11-22")
        #expect(try record(birth: "1990-03-08").problems(on: today) == [.birthDiffersFromNumber])
        #expect(try record(sex: .female).problems(on: today) == [.sexDiffersFromNumber])
        #expect(try record().problems(on: Sample.date("1990-03-06")) == [.bornInFuture, .notYetValid])
        #expect(try record(from: "2040-05-07").problems(on: today) == [.termReversed, .notYetValid])
        #expect(try record(from: "2026-11-23").problems(on: today) == [.notYetValid])
        #expect(try record(through: "2026-11-21").problems(on: today) == [.expired])
        #expect(
            try record(sex: .female, birth: "2030-01-01", from: "2031-01-01", through: "2020-01-01").problems(on: today)
                == IdentityProblem.allCases)
    }

    @Test(arguments: zip(IdentityDocumentKind.allCases, [" ", "J", "I", "Y"]))
    func `the type flag of the chip names the kind`(kind: IdentityDocumentKind, flag: String) {
        #expect(IdentityDocumentKind(rawValue: flag) == kind)
    }
}
