import Core
import Documents
import Foundation
import Screens
import Testing
import VirtualDevices

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct CornerTests {
    private static func withHall(
        _ role: StaffRole = .hallStaff, flaw: StaffCardFlaw? = nil, log: String? = nil,
        _ body: (Hall) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let pki = try TestPKI(in: folder.appending(path: "pki"), now: Sample.now)
            let roots = try AuthorityFile(pem: String(contentsOf: pki.staffRoot, encoding: .utf8))
            let hall = try Hall(staffRoots: roots, log: log)
            let key = try pki.staffCardKey(for: SampleStaff.member(of: role), flaw: flaw)
            await hall.cards.insert(VirtualPIVCard(staff: key))
            try await body(hall)
        }
    }

    // MARK: The card

    @Test(arguments: StaffRole.allCases)
    func `a card without an enterprise's certificate is looked at as a staff card`(_ role: StaffRole) async throws {
        try await Self.withHall(role) { hall in
            guard case .staffCard(.success(let found)) = await hall.answer(to: .readCertificate) else {
                Issue.record("no staff card")
                return
            }
            #expect(found.member == SampleStaff.member(of: role))
            #expect(!found.serial.isEmpty)
        }
    }

    @Test(arguments: StaffRole.allCases)
    func `a staff card proves itself to the kiosk and to the store`(_ role: StaffRole) async throws {
        try await Self.withHall(role) { hall in
            let expected = CornerAdmission(
                member: SampleStaff.member(of: role), token: Sample.token, storeFault: nil)
            #expect(await hall.answer(to: .openCorner) == .corner(.success(expected)))
        }
    }

    @Test(arguments: StaffRole.allCases, [StoreFault.unreachable, .notEnrolled, .misunderstood])
    func `a store that does not answer leaves the kiosk's own part open`(
        _ role: StaffRole, _ fault: StoreFault
    ) async throws {
        try await Self.withHall(role) { hall in
            await hall.store.set(fault: fault)
            let expected = CornerAdmission(member: SampleStaff.member(of: role), token: nil, storeFault: fault)
            #expect(await hall.answer(to: .openCorner) == .corner(.success(expected)))
        }
    }

    @Test(arguments: [
        (StoreFault.certificateRejected(.revoked), StaffFault.rejected(.revoked)), (.notPermitted, .noRole),
    ])
    func `what the store refuses stays closed`(_ fault: StoreFault, _ expected: StaffFault) async throws {
        try await Self.withHall(.technician) { hall in
            await hall.store.set(fault: fault)
            #expect(await hall.answer(to: .openCorner) == .corner(.failure(.staff(expected))))
        }
    }

    @Test(arguments: [
        (StaffCardFlaw.expired, StaffFault.rejected(.expired)), (.notYetValid, .rejected(.notYetValid)),
        (.foreignRoot, .rejected(.untrusted)), (.noRole, .noRole),
    ])
    func `a card with a flaw opens nothing, with or without the store`(
        _ flaw: StaffCardFlaw, _ expected: StaffFault
    ) async throws {
        for fault in [nil, StoreFault.unreachable] {
            try await Self.withHall(.technician, flaw: flaw) { hall in
                await hall.store.set(fault: fault)
                #expect(await hall.answer(to: .openCorner) == .corner(.failure(.staff(expected))))
            }
        }
    }

    @Test func `a card that has only the certificate and not its key opens nothing`() async throws {
        try await Self.withHall(.technician) { hall in
            await hall.cards.signWrongly()
            #expect(await hall.answer(to: .openCorner) == .corner(.failure(.staff(.rejected(.keyNotProved)))))
        }
    }

    @Test func `a kiosk without a staff root takes no staff card`() async throws {
        let hall = try Hall()
        #expect(await hall.answer(to: .openCorner) == .corner(.failure(.staff(.notSetUp))))
    }

    // MARK: Hall staff

    @Test func `the ID card on the reader is asked about by its number`() async throws {
        try await Self.withHall { hall in
            let (found, number) = (try Sample.staffApplication(), try Sample.identity().number)
            #expect(await hall.answer(to: .searchByCard(Sample.token)) == .staffFound(.success([found])))
            #expect(await hall.store.queries == [.person(number)])
        }
    }

    @Test func `a copy stands in the ledger under the store's number before it is followed`() async throws {
        try await Self.withHall { hall in
            let printed = try Sample.order([.submit, .print(at: Sample.now)], copy: 2)
            try await hall.storage.open(printed, pdf: Data())
            let work = Work.printCopy(Sample.applicationID, .acceptanceNotice, .damaged, Sample.token)
            guard case .printing(.success(.ordered(let order))) = await hall.answer(to: work) else {
                Issue.record("no order")
                return
            }
            #expect(order.copyNumber == 4)
            #expect(await hall.store.copies.map(\.after) == [2])
            #expect(await hall.store.copies.map(\.reason) == [.damaged])
            #expect(await hall.storage.ledger.last == order)
            while await hall.printer.followed != [order.token] { await Task.yield() }
        }
    }

    @Test func `a decision is printed by staff under its own numbers, and hides no notice of the batch`() async throws {
        try await Self.withHall { hall in
            await hall.store.set(issued: .decision(try Sample.decision()))
            let work = Work.printCopy(Sample.applicationID, .correctionNotice, .onRequest, Sample.token)
            guard case .printing(.success(.ordered(let order))) = await hall.answer(to: work) else {
                Issue.record("no order")
                return
            }
            #expect(order.name == .correctionNotice)
            #expect(await hall.store.copies.map(\.paper) == [.correctionNotice])
            #expect(await hall.answer(to: work) == .printing(.success(.ordered(order))))
            var printed = order
            try printed.apply(.submit)
            try printed.apply(.print(at: Sample.now))
            try await hall.storage.update(printed)
            await hall.store.set(issued: nil)
            let first = Work.printFirstCopy(Sample.applicationID, Sample.token)
            guard case .printing(.success(.ordered(let notice))) = await hall.answer(to: first) else {
                Issue.record("no notice")
                return
            }
            #expect(notice.name == .acceptanceNotice)
            #expect(await hall.store.copies.map(\.after) == [0, 0])
        }
    }

    @Test func `the hand-over list reaches the printer outside the ledger, under a name that tells nothing`()
        async throws
    {
        try await Self.withHall { hall in
            let number = try Sample.notice().number
            let entry = HandOverList.Entry(
                number: number, kind: .initial, maskedName: "测**甲", enterpriseName: "上海示例建筑设计有限公司", copies: 2)
            let list = HandOverList(
                day: CivilDate(shanghai: Sample.now), hall: "示例大厅", staffNumber: "HS-1001", entries: [entry])
            #expect(await hall.answer(to: .printHandOver(list)) == .handOverPrinted(.success(Kept())))
            #expect(await hall.storage.ledger.isEmpty)
            let name = try #require(await hall.printer.testNames.last)
            #expect(name.hasPrefix("hand-over-") && !name.contains("测"))
        }
    }

    @Test func `of a day's notices none is printed that the ledger has printed`() async throws {
        try await Self.withHall { hall in
            let work = Work.printFirstCopy(Sample.applicationID, Sample.token)
            guard case .printing(.success(.ordered(let order))) = await hall.answer(to: work) else {
                Issue.record("no order")
                return
            }
            #expect(await hall.answer(to: work) == .printing(.success(.ordered(order))))
            #expect(await hall.store.copies.map(\.reason) == [.onRequest])
            var printed = order
            try printed.apply(.submit)
            try printed.apply(.print(at: Sample.now))
            try await hall.storage.update(printed)
            #expect(await hall.answer(to: work) == .printing(.success(.alreadyPrinted(sheets: 1))))
            #expect(await hall.store.copies.count == 1)
        }
    }

    @Test(arguments: [[], [.submit], [.submit, .lose]] as [[PrintOrder.Event]])
    func `an open or lost order is followed, and no number is asked for`(events: [PrintOrder.Event]) async throws {
        try await Self.withHall { hall in
            let order = try Sample.order(events)
            try await hall.storage.open(order, pdf: Data())
            let work = Work.printCopy(Sample.applicationID, .acceptanceNotice, .lost, Sample.token)
            #expect(await hall.answer(to: work) == .printing(.success(.ordered(order))))
            #expect(await hall.store.copies.isEmpty)
        }
    }

    @Test func `without the store nothing is ordered`() async throws {
        try await Self.withHall { hall in
            await hall.store.set(fault: .unreachable)
            let work = Work.printCopy(Sample.applicationID, .acceptanceNotice, .lost, Sample.token)
            #expect(await hall.answer(to: work) == .printing(.failure(.store(.unreachable))))
            #expect(await hall.storage.ledger.isEmpty)
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct SelfTestTests {
    private let hall: Hall

    init() throws { hall = try Hall() }

    private func result(_ part: SelfTestPart) async -> SelfTestResult? {
        guard case .selfTest(part, let result) = await hall.answer(to: .selfTest(part)) else { return nil }
        return result
    }

    @Test(arguments: [SelfTestPart.identityReader, .printer, .store, .storage, .typesetting, .clock, .testSheet])
    func `a part that is well passes`(_ part: SelfTestPart) async {
        #expect(await result(part)?.isPassed == true)
    }

    @Test func `an empty reader is well, a missing one is not`() async {
        await hall.cards.set(fault: .noCard(.identity))
        #expect(await result(.identityReader)?.isPassed == true)
        await hall.cards.set(fault: .readerMissing(.identity))
        #expect(await result(.identityReader) == .failed(CardFault.readerMissing(.identity).advice))
    }

    @Test func `a part that fails says which fault it has`() async {
        await hall.printer.set(fault: .outOfPaper)
        await hall.store.set(fault: .unreachable)
        await hall.storage.set(fault: .damaged)
        let faults: [SelfTestPart: any Advised] = [
            .printer: PrinterFault.outOfPaper, .testSheet: PrinterFault.outOfPaper, .store: StoreFault.unreachable,
            .clock: StoreFault.unreachable, .storage: StorageFault.damaged,
        ]
        for (part, fault) in faults { #expect(await result(part) == .failed(fault.advice), "\(part)") }
        // There is no pinyin data in this hall.
        #expect(await result(.chineseInput) == .unwell(.noCharacters))
    }

    @Test(arguments: [(-61.0, false), (-30, true), (0, true), (61, false)])
    func `a clock may differ from the store's by a minute`(_ seconds: Double, _ isFine: Bool) async {
        await hall.store.set(clock: Sample.now + seconds)
        #expect(await result(.clock)?.isPassed == isFine)
    }

    @Test func `one test sheet goes to the printer, and none into the ledger`() async {
        _ = await result(.testSheet)
        #expect(await hall.printer.testSheets.count == 1)
        #expect(await hall.storage.ledger.isEmpty)
    }

    @Test func `the survey counts, and tells the last faults by code`() async throws {
        try await hall.storage.open(try Sample.order([.submit, .lose]), pdf: Data())
        await hall.store.set(fault: .unreachable)
        for _ in 0..<2 { _ = await hall.answer(to: .loadApplications(Sample.token)) }
        guard case .survey(let survey) = await hall.answer(to: .surveyKiosk) else {
            Issue.record("no survey")
            return
        }
        #expect(survey.counts == KioskCounts(waitingEntries: 0, openOrders: 0, unknownOrders: 1))
        #expect(survey.troubles.map(\.advice.code) == ["S-201"])
        #expect(survey.troubles.map(\.count) == [2])
        #expect(survey.facts.contains(KioskSurvey.Fact(.store, "store.example:8443")))
        #expect(survey.facts.allSatisfy { !$0.value.isEmpty && $0.value != "?" })
    }
}

struct LogTailTests {
    @Test func `the end of a long log is shown, whole lines only`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "kiosk.log")
            let lines = (1...2_000).map { "2026-11-22T06:30:00Z info line \($0)" }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            let shown = LogTail(path: file.path).lines()
            #expect(shown == Array(lines.suffix(20)))
        }
    }

    @Test(arguments: [
        ("info number 310101199001010012 read", true), ("info 31010119900101001X", true), ("to 13800005678", true),
        ("entry 0e0b6d6c-5f0e-4c53-9e3c-2d6c0c3b1a11", false), ("2026-11-22T06:30:00Z info kiosk started", false),
        ("milliseconds=12345678901", true), ("id=310101199001010012345", false),
    ])
    func `a line that looks personal is withheld`(_ line: String, _ isWithheld: Bool) {
        #expect(PersonalTrace.isLikely(in: line) == isWithheld)
    }

    @Test func `without a log there are no lines`() {
        #expect(LogTail(path: nil).lines().isEmpty)
        #expect(LogTail(path: "/nowhere/kiosk.log").lines().isEmpty)
    }
}
