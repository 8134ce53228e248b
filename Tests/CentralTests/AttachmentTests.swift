import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// Files that a form names: looked into, kept by content, read by those whom they concern.
struct AttachmentTests {
    private func elsewhere() throws -> InitialForm {
        var form = try Samples.form()
        form.qualification = QualificationCertificate(
            place: .elsewhere, province: .zhejiang, number: "ZJ1", issued: try Samples.day(2025, 6, 1))
        form.qualificationScan = Samples.scan.file
        return form
    }

    private func save(_ form: InitialForm) throws -> OutboxEntry.Content {
        .save(identity: try Samples.identity(), form: .initial(form))
    }

    @Test func `a form is taken with its files, and refused without`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let id = ApplicationID(UUID())
            let missing = EntryRefusal.form([FormProblem(.qualificationScan, .missing)])
            #expect(try await store.submit(save(elsewhere()), id).refusal == missing)
            #expect(try await store.submit(.attach(Samples.scan), id) == .kept(Samples.scan.file.digest))
            // Handed in for another purpose, or for another application, it does not count.
            let other = ApplicationID(UUID())
            let asProof = AttachedFile(
                kind: .educationProof, file: Samples.scan.file, content: Samples.scan.content)
            _ = try await store.submit(.attach(asProof), other)
            #expect(try await store.submit(save(elsewhere()), other).refusal == missing)
            #expect(try await store.submit(save(elsewhere()), id).status().state == .saved)
        }
    }

    @Test func `a form that states another size or page count than the file has is refused`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let id = ApplicationID(UUID())
            _ = try await store.submit(.attach(Samples.scan), id)
            var form = try elsewhere()
            form.qualificationScan = FileReference(
                digest: Samples.scan.file.digest, format: .pdf, byteCount: Samples.scan.file.byteCount, pages: 7)
            #expect(
                try await store.submit(save(form), id).refusal == .form([FormProblem(.qualificationScan, .missing)]))
        }
    }

    @Test(arguments: [
        (AttachmentKind.qualificationScan, Data("no pdf".utf8), AttachmentFinding.notPDF),
        (.qualificationScan, Data("%PDF-1.4\n".utf8), .noPages),
        (.educationProof, Data("%PDF-1.4".utf8) + Data(count: 2_097_152), .tooLarge(limit: 2_097_152)),
        (.photo, Data("no photo".utf8), .tooSmall(minimum: 10_240)),
        (.photo, Data(count: 20_000), .notJPEG),
        (.photo, Data([0xFF, 0xD8, 0xFF]) + Data(count: 20_000), .damagedPhoto),
    ])
    func `what is not such a file is refused with the finding`(
        kind: AttachmentKind, content: Data, finding: AttachmentFinding
    ) async throws {
        try await withStore { store in
            let outcome = try await store.submit(
                .attach(Samples.attachment(kind, content, pages: 1)), ApplicationID(UUID()))
            #expect(outcome.refusal == .attachment(kind, finding))
            let rows = try await store.registry.database.read { try $0.rows("SELECT 1 FROM attachments") }
            #expect(rows.isEmpty)
        }
    }

    @Test func `a file whose bytes are not those that its digest names is refused`() async throws {
        try await withStore { store in
            let wrong = AttachedFile(
                kind: .qualificationScan, file: Samples.proof.file, content: Samples.scan.content)
            let outcome = try await store.submit(.attach(wrong), ApplicationID(UUID()))
            #expect(outcome.refusal == .attachment(.qualificationScan, .otherContent))
        }
    }

    @Test func `the owner reads the file, the employer once it is signed, and nobody else`() async throws {
        try await withStore { store in
            let owner = try await store.registered()
            let stranger = try await store.registered(1)
            let employer = try await store.enterpriseSession()
            let otherEmployer = try await store.enterpriseSession(1)
            let id = ApplicationID(UUID())
            for file in [Samples.scan, Samples.proof] { _ = try await store.submit(.attach(file), id) }
            _ = try await store.submit(save(elsewhere()), id).status()
            let scan = PaperReference(application: id, digest: Samples.scan.file.digest)
            #expect(try await store.registry.paper(scan, for: owner).content == Samples.scan.content)
            for caller in [stranger, employer, otherEmployer, try await store.staffSession()] {
                await #expect(throws: Problem(.notFound)) { try await store.registry.paper(scan, for: caller) }
            }
            _ = try await store.sign(id).status()
            #expect(try await store.registry.paper(scan, for: employer).content == Samples.scan.content)
            // The form does not name it: it is none of the employer's business.
            let unnamed = PaperReference(application: id, digest: Samples.proof.file.digest)
            await #expect(throws: Problem(.notFound)) { try await store.registry.paper(unnamed, for: employer) }
            for caller in [stranger, otherEmployer] {
                await #expect(throws: Problem(.notFound)) { try await store.registry.paper(scan, for: caller) }
            }
        }
    }

    @Test func `nobody adds a file to an application of a person who was never at that kiosk`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let outcome = try await store.submit(.attach(Samples.scan), saved.id, kiosk: "kiosk-002")
            #expect(outcome.refusal == .transition(.notYours(role: .applicant, event: .edit)))
        }
    }

    @Test func `a file is kept once, a file without its form for a day, and not without end`() async throws {
        try await withStore { store in
            let id = ApplicationID(UUID())
            for _ in 0..<3 { _ = try await store.submit(.attach(Samples.scan), id) }
            func count() async throws -> Int {
                try await store.registry.database.read { try $0.rows("SELECT 1 FROM attachments").count }
            }
            #expect(try await count() == 1)
            for number in 0..<23 {
                _ = try await store.submit(.attach(Samples.pdf(.qualificationScan, "\(number)")), id)
            }
            let last = try await store.submit(.attach(Samples.pdf(.qualificationScan, "last")), id)
            #expect(last.refusal == .attachment(.qualificationScan, .tooMany))
            store.clock.advance(seconds: 86_401)
            _ = try await store.submit(.attach(Samples.scan), ApplicationID(UUID()))
            #expect(try await count() == 1)
        }
    }
}
