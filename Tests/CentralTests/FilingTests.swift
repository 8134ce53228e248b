import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

struct FilingTests {
    @Test func `an application goes from the first save to an accepted one with a number`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            #expect(accepted.state == .accepted)
            #expect(accepted.noticeNumber == NoticeNumber(year: 2026, serial: 1))
            let notice = try await store.registry.notice(of: accepted.id, for: store.session())
            #expect(notice.number == accepted.noticeNumber)
            #expect(notice.checkCode.count == 8)
            #expect(notice.workingDays == 20)
        }
    }

    @Test func `the same entry twice is applied once and answered the same`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let entry = EntryID(UUID())
            let application = ApplicationID(UUID())
            let content = OutboxEntry.Content.save(
                identity: try Samples.identity(), form: .initial(try Samples.form()))
            let first = try await store.submit(content, application, id: entry)
            store.clock.advance(seconds: 5)
            let second = try await store.submit(content, application, id: entry)
            #expect(first == second)
            let history = try await store.registry.database.read { try $0.rows("SELECT * FROM history") }
            #expect(history.count == 1)
        }
    }

    @Test func `a refusal is remembered too, even when the same would pass later`() async throws {
        try await withStore { store in
            let entry = EntryID(UUID())
            let content = OutboxEntry.Content.save(
                identity: try Samples.identity(), form: .initial(try Samples.form()))
            let application = ApplicationID(UUID())
            #expect(try await store.submit(content, application, id: entry).refusal == .applicantUnknown)
            _ = try await store.registered()
            #expect(try await store.submit(content, application, id: entry).refusal == .applicantUnknown)
            #expect(try await store.submit(content, application).status().state == .saved)
        }
    }

    @Test func `of two kiosks that file for one person at the same moment exactly one wins`() async throws {
        try await withStore { store in
            _ = try await store.registered(kiosk: "kiosk-001")
            _ = try await store.session(kiosk: "kiosk-002")
            let content = OutboxEntry.Content.save(
                identity: try Samples.identity(), form: .initial(try Samples.form()))
            let outcomes = try await withThrowingTaskGroup(of: EntryReceipt.Outcome.self) { group in
                for index in 0..<8 {
                    group.addTask {
                        try await store.submit(
                            content, ApplicationID(UUID()), kiosk: index.isMultiple(of: 2) ? "kiosk-001" : "kiosk-002")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0.refusal == nil } == 1)
            #expect(outcomes.count { $0.refusal == .otherApplicationOpen } == 7)
        }
    }

    @Test func `the database itself refuses a second open application of one person`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            _ = try await store.save()
            let person = try session.applicant()
            let second = ApplicationRecord(
                registration: Registration(
                    id: ApplicationID(UUID()),
                    applicant: Applicant(identity: try Samples.identity(), phone: try Samples.phone()),
                    form: .initial(try Samples.form())), person: person, createdAt: store.clock.now,
                updatedAt: store.clock.now)
            await #expect(throws: DatabaseFault.uniqueViolation) {
                try await store.registry.database.write { try $0.keep(second, kiosk: TestStore.kiosk) }
            }
        }
    }

    @Test func `numbers run without gaps and without doubles when many are sealed at once`() async throws {
        try await withStore { store in
            var applications: [ApplicationID] = []
            for person in 0..<6 {
                _ = try await store.registered(person)
                let saved = try await store.save(person)
                _ = try await store.sign(saved.id).status()
                applications.append(saved.id)
            }
            _ = try await store.enterpriseSession()
            let serials = try await withThrowingTaskGroup(of: Int?.self) { group in
                for application in applications {
                    group.addTask { try await store.seal(application).status().noticeNumber?.serial }
                    // One that is refused in between takes no number.
                    group.addTask {
                        _ = try await store.seal(ApplicationID(UUID()))
                        return nil
                    }
                }
                return try await group.reduce(into: [Int]()) { if let serial = $1 { $0.append(serial) } }
            }
            #expect(serials.sorted() == [1, 2, 3, 4, 5, 6])
        }
    }

    @Test func `a number is counted anew in a new year of Shanghai`() async throws {
        try await withStore { store in
            var numbers: [NoticeNumber?] = [try await store.accepted(0).noticeNumber]
            store.clock.advance(seconds: 60 * 86_400)
            numbers.append(try await store.accepted(1).noticeNumber)
            numbers.append(try await store.accepted(2).noticeNumber)
            #expect(
                numbers == [
                    NoticeNumber(year: 2026, serial: 1), NoticeNumber(year: 2027, serial: 1),
                    NoticeNumber(year: 2027, serial: 2),
                ])
        }
    }

    @Test func `without automatic acceptance a sealed application waits for a reviewer`() async throws {
        try await withStore(automaticAcceptance: false) { store in
            let sealed = try await store.accepted()
            #expect(sealed.state == .sealed)
            #expect(sealed.noticeNumber == nil)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.notice(of: sealed.id, for: store.session())
            }
        }
    }

    @Test func `saving a signed application again voids the signed file, which is kept`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            let saved = try await store.save()
            let pdf = Data("first signature".utf8)
            _ = try await store.sign(saved.id, pdf: pdf).status()
            let again = try await store.save(0, employer: 1, saved.id)
            #expect(again.state == .saved)
            #expect(again.enterprise == Samples.enterprise(1))
            let registration = try await store.registry.registration(saved.id, for: session)
            #expect(registration.papers.map(\.isVoid) == [true])
            let reference = PaperReference(application: saved.id, digest: Samples.digest(pdf))
            #expect(try await store.registry.paper(reference, for: session).content == pdf)
            let void = try await store.registry.database.read { try $0.row("SELECT is_void FROM papers") }
            #expect(try void?.integer("is_void") == 1)
        }
    }

    @Test func `the employer returns an application with the reason that the applicant reads`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            _ = try await store.sign(saved.id).status()
            _ = try await store.enterpriseSession()
            let content = OutboxEntry.Content.returnToApplicant(
                by: Samples.enterprise().code, reason: "电话号码有误")
            let returned = try await store.submit(content, saved.id).status()
            #expect(returned.state == .returnedByEnterprise)
            #expect(returned.reason == "电话号码有误")
            #expect(try await store.messages(to: Samples.phone()).contains { $0.contains("企业退回修改") })
        }
    }

    @Test func `a printed sheet is noted once by its token and changes nothing else`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let report = PrintReport(
                token: PrintToken(UUID()), paper: Samples.digest(Data("notice".utf8)), copyNumber: 1,
                at: store.clock.now)
            for _ in 0..<2 {
                let outcome = try await store.submit(.printed(report), accepted.id)
                #expect(try outcome.status() == accepted)
            }
            let prints = try await store.registry.database.read { try $0.rows("SELECT * FROM prints") }
            #expect(prints.count == 1)
        }
    }

    @Test func `an application that moved on while its signature was looked at is looked at again`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            store.papers.meanwhile { _ = try? await store.save(0, employer: 1, saved.id) }
            #expect(try await store.sign(saved.id).status().revision == 4)
        }
    }

    @Test func `the audit chain is whole, and shows where it was tampered with`() async throws {
        try await withStore { store in
            _ = try await store.accepted()
            let database = store.registry.database
            #expect(try await database.read { try $0.firstBrokenAuditRow() } == nil)
            try await database.write { try $0.run("UPDATE audit SET act = 'nothing' WHERE position = 3") }
            #expect(try await database.read { try $0.firstBrokenAuditRow() } == 3)
        }
    }
}
