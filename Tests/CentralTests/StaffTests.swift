import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

struct StaffSessionTests {
    @Test(arguments: StaffRole.allCases)
    func `a staff card opens a session of its role, and the audit says so`(_ role: StaffRole) async throws {
        try await withStore { store in
            let session = try await store.staffSession("S-7", role)
            #expect(session.subject == .staff(try #require(StaffMember(role: role, number: "S-7"))))
            #expect(try await store.acts().last == "staff session opened \(role.rawValue) S-7")
        }
    }

    @Test func `a card of a stranger, out of its time or without its key is refused with the reason`() async throws {
        try await withStore { store in
            let root = store.staffRoot
            let own = try root.staffCard("S-7", role: "hall-staff", at: store.clock.now)
            let cards: [(TestIdentity, TestIdentity?, CertificateFinding)] = [
                (try TestAuthority("测试员工根").staffCard("S-7", role: "hall-staff", at: store.clock.now), nil, .untrusted),
                (try root.staffCard("S-7", role: "hall-staff", through: -60, at: store.clock.now), nil, .expired),
                (try root.staffCard("S-7", role: "hall-staff", from: 60, at: store.clock.now), nil, .notYetValid),
                (own, try root.staffCard("S-8", role: "hall-staff", at: store.clock.now), .keyNotProved),
            ]
            for (card, key, finding) in cards {
                await #expect(throws: Problem(.certificateRejected, finding: finding)) {
                    try await store.openStaffSession(card, signingWith: key)
                }
            }
            #expect(try await store.acts().isEmpty)
        }
    }

    @Test(arguments: [nil, "reviewer", ""])
    func `a card of the staff's root without a known role opens nothing`(_ role: String?) async throws {
        try await withStore { store in
            let card = try store.staffRoot.staffCard("S-7", role: role, at: store.clock.now)
            await #expect(throws: Problem(.notPermitted)) { try await store.openStaffSession(card) }
        }
    }

    @Test func `an enterprise's card is no staff card, and a staff card no enterprise's`() async throws {
        try await withStore { store in
            await #expect(throws: Problem(.certificateRejected, finding: .untrusted)) {
                try await store.openStaffSession(store.card())
            }
            let card = try store.staffRoot.staffCard("S-7", role: "hall-staff", at: store.clock.now)
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let answer = ChallengeAnswer(
                challenge: challenge, certificate: try card.der, signature: try card.sign(challenge.bytes))
            await #expect(throws: Problem(.certificateRejected, finding: .untrusted)) {
                try await store.registry.openEnterpriseSession(answer, kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `a challenge is answered once`() async throws {
        try await withStore { store in
            let card = try store.staffRoot.staffCard("S-7", role: "hall-staff", at: store.clock.now)
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let answer = ChallengeAnswer(
                challenge: challenge, certificate: try card.der, signature: try card.sign(challenge.bytes))
            _ = try await store.registry.openStaffSession(answer, kiosk: TestStore.kiosk)
            await #expect(throws: Problem(.certificateRejected, finding: .keyNotProved)) {
                try await store.registry.openStaffSession(answer, kiosk: TestStore.kiosk)
            }
        }
    }
}

struct StaffAccessTests {
    /// Every question that staff may ask.
    enum Question: CaseIterable {
        case notice, person, today, day, copy

        func ask(_ status: ApplicationStatus, _ registry: Registry, _ session: Session) async throws {
            switch self {
            case .notice: _ = try await registry.find(.notice(try #require(status.noticeNumber)), for: session)
            case .person: _ = try await registry.find(.person(try Samples.identity().number), for: session)
            case .today: _ = try await registry.find(.today, for: session)
            case .day: _ = try await registry.find(.day(CivilDate(shanghai: Date())), for: session)
            case .copy:
                let request = CopyRequest(application: status.id, paper: .acceptanceNotice, reason: .lost, after: 0)
                _ = try await registry.orderCopy(request, for: session)
            }
        }
    }

    @Test(arguments: Question.allCases)
    func `neither applicant nor enterprise nor technician asks what hall staff ask`(_ question: Question) async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            for session in [try await store.session(0), try await store.enterpriseSession(0)] {
                await #expect(throws: Problem(.sessionEnded)) {
                    try await question.ask(accepted, store.registry, session)
                }
            }
            let technician = try await store.staffSession("TC-1", .technician)
            await #expect(throws: Problem(.notPermitted)) {
                try await question.ask(accepted, store.registry, technician)
            }
            try await question.ask(accepted, store.registry, store.staffSession())
        }
    }

    @Test(arguments: StaffRole.allCases)
    func `staff read nothing through the endpoints of applicants and enterprises`(_ role: StaffRole) async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let session = try await store.staffSession("S-7", role)
            #expect(try await store.registry.applications(for: session).isEmpty)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.registration(accepted.id, for: session)
            }
            await #expect(throws: Problem(.notFound)) { try await store.registry.notice(of: accepted.id, for: session) }
            #expect(throws: Problem(.sessionEnded)) { try session.applicant() }
        }
    }

    @Test func `a staff session is worth nothing at another kiosk`() async throws {
        try await withStore { store in
            let token = try await store.staffSession().token.text
            await #expect(throws: Problem(.sessionEnded)) {
                try await store.registry.session(token: token, kiosk: "kiosk-002")
            }
        }
    }
}

struct StaffSearchTests {
    @Test func `an accepted application is found by number and by ID card, masked`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let session = try await store.staffSession()
            let number = try #require(accepted.noticeNumber)
            let identity = try Samples.identity()
            for query in [StaffQuery.notice(number), .person(identity.number), .today] {
                let found = try await store.registry.find(query, for: session)
                #expect(found.map(\.id) == [accepted.id])
                #expect(found.first?.maskedName == Masking.name(identity.name))
                #expect(found.first?.maskedIDNumber == identity.number.masked)
                let wire = String(decoding: try WireCoding.encode(found), as: UTF8.self)
                #expect(!wire.contains(identity.number.text) && !wire.contains(identity.name))
            }
        }
    }

    @Test func `what is not accepted is not found, nor what another kiosk or another day accepted`() async throws {
        try await withStore { store in
            _ = try await store.registered(1)
            _ = try await store.save(1)
            _ = try await store.accepted()
            let session = try await store.staffSession()
            #expect(try await store.registry.find(.person(Samples.identity(1).number), for: session).isEmpty)
            let elsewhere = try await store.staffSession(kiosk: "kiosk-002")
            #expect(try await store.registry.find(.today, for: elsewhere).isEmpty)
            let day = CivilDate(shanghai: store.clock.now)
            store.clock.advance(seconds: 86_400)
            #expect(try await store.registry.find(.today, for: store.staffSession()).isEmpty)
            let later = try await store.staffSession()
            #expect(try await store.registry.find(.day(day), for: later).count == 1)
            for other in [-1, 1] {
                #expect(try await store.registry.find(.day(day.adding(days: other)), for: later).isEmpty)
            }
        }
    }

    @Test func `staff of a hall see what any of its kiosks has filed, and no other hall's`() async throws {
        try await withStore(halls: [["kiosk-001", "kiosk-003"], ["kiosk-002"]]) { store in
            let accepted = try await store.accepted()
            let neighbour = try await store.staffSession(kiosk: "kiosk-003")
            #expect(try await store.registry.find(.today, for: neighbour).map(\.id) == [accepted.id])
            let elsewhere = try await store.staffSession(kiosk: "kiosk-002")
            #expect(try await store.registry.find(.today, for: elsewhere).isEmpty)
        }
    }

    @Test func `a sheet is known by its number together with its check code`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let session = try await store.staffSession()
            guard case .acceptance(let notice) = try await store.order(accepted.id, .lost, session).paper else {
                Issue.record("another paper")
                return
            }
            let scanned = try #require(NoticeReference(scanned: notice.verificationLink))
            #expect(scanned == NoticeReference(number: notice.number, checkCode: notice.checkCode))
            #expect(try await store.registry.find(.sheet(scanned), for: session).map(\.id) == [accepted.id])
            let forged = NoticeReference(number: notice.number, checkCode: "22222222")
            #expect(try await store.registry.find(.sheet(forged), for: session).isEmpty)
            #expect(try await store.acts().last == "staff HS-1001 searched by sheet: 0 found")
        }
    }

    @Test func `every search stands in the audit, without the number that was looked for`() async throws {
        try await withStore { store in
            _ = try await store.accepted()
            let session = try await store.staffSession()
            let number = try Samples.identity().number
            _ = try await store.registry.find(.person(number), for: session)
            let acts = try await store.acts()
            #expect(acts.last == "staff HS-1001 searched by ID number: 1 found")
            #expect(!acts.contains { $0.contains(number.text) })
        }
    }
}

struct StaffCopyTests {
    @Test func `a copy has the next number, its reason stands in the audit, and its sheet is told`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            _ = try await store.printed(1, of: accepted.id)
            let session = try await store.staffSession()
            let order = try await store.order(accepted.id, .damaged, session)
            #expect(order.number == 2)
            #expect(order.paper.name == .acceptanceNotice && order.paper.applicationID == accepted.id)
            var copies = try await store.copies(of: accepted, session)
            #expect(copies.map(\.number) == [1, 2])
            #expect(copies.map(\.isOut) == [true, false])
            #expect(copies.map(\.order) == [nil, CopyRecord.Order(staffNumber: "HS-1001", reason: .damaged)])
            _ = try await store.printed(2, of: accepted.id)
            copies = try await store.copies(of: accepted, session)
            #expect(copies.map(\.isOut) == [true, true])
            #expect(copies.last?.order?.reason == .damaged)
            let acts = try await store.acts()
            #expect(acts.contains("staff HS-1001 ordered copy 2 of \(accepted.id): damaged"))
            #expect(acts.contains("staff HS-1001 copy 2 of \(accepted.id) is out: damaged"))
        }
    }

    @Test func `two kiosks get two numbers, and a number is not given again`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let here = try await store.staffSession()
            let there = try await store.staffSession("HS-1002", kiosk: "kiosk-002")
            async let one = store.order(accepted.id, .lost, here)
            async let two = store.order(accepted.id, .onRequest, there)
            #expect(Set([try await one.number, try await two.number]) == [1, 2])
            #expect(try await store.order(accepted.id, .lost, here).number == 3)
        }
    }

    @Test func `a sheet whose report is still on its way counts`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let request = CopyRequest(
                application: accepted.id, paper: .acceptanceNotice, reason: .lost, after: 4)
            #expect(try await store.registry.orderCopy(request, for: store.staffSession()).number == 5)
        }
    }

    @Test func `a copy of the applicant's own and staff's at another kiosk never have the same number`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let here = try await store.session(0)
            let staff = try await store.staffSession("HS-1002", kiosk: "kiosk-002")
            let own = OwnCopyRequest(application: accepted.id, paper: .acceptanceNotice, used: [])
            #expect(try await store.registry.orderOwnCopy(own, for: here).number == 1)
            #expect(try await store.order(accepted.id, .lost, staff).number == 2)
            // Never used by its kiosk, so it is given once more.
            #expect(try await store.registry.orderOwnCopy(own, for: here).number == 1)
            let next = OwnCopyRequest(application: accepted.id, paper: .acceptanceNotice, used: [1])
            #expect(try await store.registry.orderOwnCopy(next, for: here).number == 3)
            _ = try await store.printed(3, of: accepted.id)
            #expect(try await store.registry.orderOwnCopy(next, for: here).number == 4)
            let enterprise = try await store.enterpriseSession(0)
            #expect(try await store.registry.orderOwnCopy(next, for: enterprise).number == 4)
        }
    }

    @Test func `nobody is given a number for another's notice`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            _ = try await store.registered(1)
            let request = OwnCopyRequest(application: accepted.id, paper: .acceptanceNotice, used: [])
            for stranger in [try await store.session(1), try await store.staffSession()] {
                await #expect(throws: Problem(.notFound)) {
                    try await store.registry.orderOwnCopy(request, for: stranger)
                }
            }
        }
    }

    @Test func `a decision and a receipt are found by the card, and numbered with their reasons`() async throws {
        try await withStore(automaticAcceptance: false) { store in
            let session = try await store.staffSession()
            let (number, sealed) = (try Samples.identity().number, try await store.accepted())
            func found() async throws -> StaffApplication {
                try #require(try await store.registry.find(.person(number), for: session).first)
            }
            var application = try await found()
            #expect(application.paper == .filingReceipt && application.noticeNumber == nil)
            let receipt = try await store.order(sealed.id, .onRequest, session, paper: .filingReceipt)
            guard case .receipt(let paper) = receipt.paper else {
                Issue.record("another paper")
                return
            }
            #expect(receipt.number == 1 && paper.hall == store.registry.policy.office.name)
            try await store.review(sealed.id, [.requireCorrection(items: ["照片不清晰", "缺少证明"])])
            application = try await found()
            #expect(application.paper == .correctionNotice && application.copies.isEmpty)
            // Only what the office hands out as the application stands.
            for other in [PaperName.filingReceipt, .acceptanceNotice, .nonAcceptanceNotice, .registrationCertificate] {
                await #expect(throws: Problem(.notFound)) {
                    try await store.order(sealed.id, .lost, session, paper: other)
                }
            }
            let own = OwnCopyRequest(application: sealed.id, paper: .correctionNotice, used: [])
            #expect(try await store.registry.orderOwnCopy(own, for: try await store.session()).number == 1)
            let second = try await store.order(sealed.id, .damaged, session, paper: .correctionNotice)
            guard case .decision(let notice) = second.paper else {
                Issue.record("another paper")
                return
            }
            #expect(second.number == 2 && notice.decision == .correction(items: ["照片不清晰", "缺少证明"]))
            _ = try await store.printed(2, of: sealed.id, paper: .correctionNotice)
            let copies = try await found().copies
            #expect(copies.map(\.number) == [2] && copies.allSatisfy(\.isOut))
            let acts = try await store.acts()
            #expect(acts.contains("staff HS-1001 ordered copy 2 of correction-notice \(sealed.id): damaged"))
            #expect(acts.contains("staff HS-1001 copy 2 of correction-notice \(sealed.id) is out: damaged"))
        }
    }

    @Test func `copies of one paper count for no other`() async throws {
        try await withStore(automaticAcceptance: false) { store in
            let sealed = try await store.accepted()
            let session = try await store.staffSession()
            for _ in 0..<3 { _ = try await store.order(sealed.id, .lost, session, paper: .filingReceipt) }
            try await store.review(sealed.id, [.declineAcceptance(reason: "不属于本机关职权范围")])
            #expect(try await store.order(sealed.id, .lost, session, paper: .nonAcceptanceNotice).number == 1)
        }
    }

    @Test func `numbers that were given before copies had a paper are kept`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let statements = try ["2 copies", "5 own copies", "10 numbered copies"].flatMap { name in
                let sql = try #require(Schema.versions.first { $0.name == name }).sql
                return sql.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            }.filter { !$0.isEmpty && !$0.contains("CREATE TABLE numbered_copies") && !$0.hasPrefix("ALTER") }
            let (id, now) = (accepted.id, store.clock.now)
            try await store.registry.database.write { session in
                for statement in statements where statement.hasPrefix("CREATE") { try session.run(statement) }
                try session.run("INSERT INTO copies VALUES (?, 2, 'kiosk-002', 'HS-1001', 'lost', ?)", id, now)
                try session.run("INSERT INTO own_copies VALUES (?, 1, 'kiosk-001', ?)", id, now)
                for statement in statements where !statement.hasPrefix("CREATE") { try session.run(statement) }
            }
            let session = try await store.staffSession()
            #expect(try await store.copies(of: accepted, session).map(\.order?.reason) == [.lost])
            #expect(try await store.order(accepted.id, .damaged, session).number == 3)
        }
    }

    @Test func `without a notice there is no copy`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            await #expect(throws: Problem(.notFound)) {
                try await store.order(saved.id, .lost, store.staffSession())
            }
        }
    }
}

extension TestStore {
    fileprivate func order(
        _ id: ApplicationID, _ reason: CopyReason, _ session: Session, paper: PaperName = .acceptanceNotice
    ) async throws -> CopyOrder {
        try await registry.orderCopy(
            CopyRequest(application: id, paper: paper, reason: reason, after: 0), for: session)
    }

    fileprivate func printed(
        _ copy: Int, of id: ApplicationID, paper: PaperName = .acceptanceNotice
    ) async throws -> ApplicationStatus {
        let report = PrintReport(
            token: PrintToken(UUID()), name: paper, paper: Samples.digest(Data("sheet".utf8)), copyNumber: copy,
            at: clock.now)
        return try await submit(.printed(report), id).status()
    }

    fileprivate func copies(of status: ApplicationStatus, _ session: Session) async throws -> [CopyRecord] {
        let query = StaffQuery.notice(try #require(status.noticeNumber))
        return try #require(try await registry.find(query, for: session).first).copies
    }
}
