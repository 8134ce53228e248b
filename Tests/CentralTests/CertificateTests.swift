import CentralAPI
import Core
import Documents
import Foundation
import Testing

@testable import Central

struct CertificateTests {
    private let press: PaperPress

    init() throws { press = try PaperPress(fonts: Fonts.directory) }

    @Test func `an approval issues a certificate, numbered without gaps and with the form's photo`() async throws {
        try await withStore { store in
            for person in 0..<3 {
                _ = try await store.approved(person)
                let certificate = try await store.certificate(person)
                #expect(certificate.number == "沪建二注\(store.today.year)-00000\(person + 1)")
                #expect(certificate.state == .issued && certificate.enterprise == Samples.enterprise())
                #expect(certificate.photo?.digest == Samples.digest(Samples.photo))
                #expect(certificate.issuedOn == store.today)
            }
        }
    }

    @Test func `an approved renewal gives another term, to be collected again`() async throws {
        try await withStore { store in
            // The seed's registered people: the first of them is within the renewal window.
            let person = Samples.seed.people.count - 4
            let before = try await store.certificate(person)
            try await store.review(store.renewed(person).id, [.beginReview, .approve])
            let after = try await store.certificate(person)
            #expect(after.id == before.id && after.state == .issued)
            #expect(after.validThrough == before.validThrough.adding(years: RegistrationCertificate.termYears))
        }
    }

    @Test func `a new photo of a renewal goes on the certificate, the one on record changes nothing`() async throws {
        try await withStore { store in
            let person = Samples.seed.people.count - 4
            let before = try await store.certificate(person)
            let photo = Samples.attachment(.photo, Samples.photo(saying: "renewal"))
            try await store.review(store.renewed(person, photo: photo).id, [.beginReview, .approve])
            let after = try await store.certificate(person)
            #expect(before.photo != photo.file && after.photo == photo.file)
        }
    }

    @Test func `the holder collects once, the application is done, and the PDF bears the office's signature`()
        async throws
    {
        try await withStore(inspectingWith: nil, certifyingWith: press) { store in
            let application = try await store.approved()
            let session = try await store.session()
            let certificate = try await store.certificate()
            // Not before it is collected.
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.certificatePaper(certificate.id, for: session)
            }
            let entry = EntryID(UUID())
            let subject = store.subject(of: certificate)
            let outcome = try await store.submit(.collect(certificate.id), subject, id: entry)
            #expect(try outcome.status().state == .collected && outcome.status().id == application.id)
            #expect(try await store.submit(.collect(certificate.id), subject, id: entry) == outcome)
            let second = try await store.submit(.collect(certificate.id), subject)
            #expect(second.refusal == .certificate(.notPossible(event: .collect, state: .collected)))

            let pdf = try await store.registry.certificatePaper(certificate.id, for: session).pdf
            #expect(try await store.registry.certificatePaper(certificate.id, for: session).pdf == pdf)
            #expect(PaperPress.pageCount(of: Array(pdf)) == 1)
            #expect(PaperPress.photo(in: Array(pdf)) == Array(Samples.photo))
            try Self.expectSigned(pdf, by: store.registry.policy.office.name)
            #expect(try await store.acts().contains { $0.hasPrefix("certificate \(certificate.id) signed") })
        }
    }

    @Test func `two first readings at once give the same bytes`() async throws {
        try await withStore(certifyingWith: press) { store in
            _ = try await store.approved()
            let session = try await store.session()
            let certificate = try await store.certificate()
            _ = try await store.submit(.collect(certificate.id), store.subject(of: certificate))
            async let one = store.registry.certificatePaper(certificate.id, for: session)
            async let other = store.registry.certificatePaper(certificate.id, for: session)
            #expect(try await one == other)
        }
    }

    @Test func `nobody reads or collects another's certificate, nor from a kiosk where the holder never was`()
        async throws
    {
        try await withStore(certifyingWith: press) { store in
            _ = try await store.approved()
            let certificate = try await store.certificate()
            let subject = store.subject(of: certificate)
            let elsewhere = try await store.submit(.collect(certificate.id), subject, kiosk: "kiosk-002")
            #expect(elsewhere.refusal == .certificateUnknown)
            _ = try await store.submit(.collect(certificate.id), subject)
            let other = try await store.session(1)
            #expect(try await store.registry.certificates(for: other).isEmpty)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.certificatePaper(certificate.id, for: other)
            }
            let employer = try await store.enterpriseSession()
            await #expect(throws: Problem.self) {
                try await store.registry.certificatePaper(certificate.id, for: employer)
            }
        }
    }

    @Test func `a paper certificate is exchanged once, with the photo that the store holds, and then collected`()
        async throws
    {
        try await withStore(certifyingWith: press) { store in
            let session = try await store.registered()
            let paper = try Samples.certificate(issuedOn: store.today.adding(days: -100), isPaper: true)
            try await store.hold(paper)
            let subject = store.subject(of: paper)
            let collected = try await store.submit(.collect(paper.id), subject)
            #expect(collected.refusal == .certificate(.notPossible(event: .collect, state: .paper)))

            let wrong = FileReference(digest: Samples.digest(Data("x".utf8)), format: .jpeg, byteCount: 1)
            let refused = try await store.submit(.exchange(paper.id, photo: wrong), subject)
            #expect(refused.refusal == .form([FormProblem(.photo, .differsFromRecord)]))

            let photo = FileReference(
                digest: Samples.digest(Samples.photo), format: .jpeg, byteCount: Samples.photo.count)
            #expect(try await store.submit(.exchange(paper.id, photo: photo), subject) == .noted)
            let again = try await store.submit(.exchange(paper.id, photo: photo), subject)
            #expect(again.refusal == .certificate(.notPossible(event: .exchange, state: .issued)))
            #expect(try await store.submit(.collect(paper.id), subject) == .noted)
            let pdf = try await store.registry.certificatePaper(paper.id, for: session).pdf
            #expect(PaperPress.photo(in: Array(pdf)) == Array(Samples.photo))
            #expect(try await store.registry.certificates(for: session).map(\.state) == [.collected])
        }
    }

    @Test func `a photo that was handed in for the certificate goes on it, and nobody else's does`() async throws {
        try await withStore(certifyingWith: press) { store in
            _ = try await store.registered()
            let day = store.today.adding(days: -100)
            let paper = try Samples.certificate(issuedOn: day, isPaper: true)
            let other = try Samples.certificate("示例0002", of: 1, issuedOn: day, isPaper: true)
            try await store.hold(paper)
            try await store.hold(other)
            let content = Samples.photo(saying: "exchange")
            let photo = Samples.attachment(.photo, content)
            let subject = store.subject(of: paper)
            #expect(
                try await store.submit(.exchange(paper.id, photo: photo.file), subject).refusal
                    == .form([FormProblem(.photo, .differsFromRecord)]))
            let small = Samples.attachment(.photo, Data(Samples.photo.prefix(5_000)))
            #expect(
                try await store.submit(.attach(small), subject).refusal
                    == .attachment(.photo, .tooSmall(minimum: 10_240)))
            #expect(try await store.submit(.attach(photo), store.subject(of: other)).refusal == .certificateUnknown)
            #expect(try await store.submit(.attach(photo), subject) == .kept(photo.file.digest))
            // Two days later it is still there, though no application names it.
            store.clock.advance(seconds: 2 * 86_400)
            _ = try await store.submit(.attach(Samples.scan), ApplicationID(UUID()))
            let renewed = try await store.registered()
            #expect(try await store.submit(.exchange(paper.id, photo: photo.file), subject) == .noted)
            #expect(try await store.submit(.collect(paper.id), subject) == .noted)
            let pdf = try await store.registry.certificatePaper(paper.id, for: renewed).pdf
            #expect(PaperPress.photo(in: Array(pdf)) == Array(content))
        }
    }

    @Test func `an expired certificate is neither exchanged nor collected`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let old = try Samples.certificate(issuedOn: store.today.adding(years: -3))
            try await store.hold(old)
            let outcome = try await store.submit(.collect(old.id), store.subject(of: old))
            #expect(outcome.refusal == .certificate(.expired(on: old.validThrough)))
        }
    }

    @Test func `correction and refusal of acceptance can be printed as notices, by whose they are, and only then`()
        async throws
    {
        try await withStore(automaticAcceptance: false) { store in
            let sealed = try await store.accepted()
            let session = try await store.session()
            let request = OwnCopyRequest(application: sealed.id, paper: .correctionNotice, used: [])
            await #expect(throws: Problem(.notFound)) { try await store.registry.orderOwnCopy(request, for: session) }
            try await store.review(sealed.id, [.requireCorrection(items: ["照片不清晰", "缺少证明"])])
            guard case .decision(let notice) = try await store.registry.orderOwnCopy(request, for: session).paper else {
                Issue.record("no notice")
                return
            }
            #expect(notice.decision == .correction(items: ["照片不清晰", "缺少证明"]) && notice.applicantName == "测试员甲")
            let stranger = try await store.session(1)
            await #expect(throws: Problem(.notFound)) { try await store.registry.orderOwnCopy(request, for: stranger) }
            let refusal = OwnCopyRequest(application: sealed.id, paper: .nonAcceptanceNotice, used: [])
            await #expect(throws: Problem(.notFound)) { try await store.registry.orderOwnCopy(refusal, for: session) }
            let other = try await store.accepted(1)
            try await store.review(other.id, [.declineAcceptance(reason: "不属于本机关职权范围")])
            let declined = OwnCopyRequest(application: other.id, paper: .nonAcceptanceNotice, used: [])
            let order = try await store.registry.orderOwnCopy(declined, for: store.session(1))
            guard case .decision(let reason) = order.paper else {
                Issue.record("no notice")
                return
            }
            #expect(reason.decision == .nonAcceptance(reason: "不属于本机关职权范围") && order.number == 1)
        }
    }

    @Test func `a sheet of another paper is audited and counts as no copy of the notice`() async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let report = PrintReport(
                token: PrintToken(UUID()), name: .filingReceipt, paper: Samples.digest(Data("r".utf8)), copyNumber: 1,
                at: store.clock.now)
            #expect(try await store.submit(.printed(report), accepted.id).status().id == accepted.id)
            #expect(try await store.submit(.printed(report), ApplicationID(UUID())) == .noted)
            let copies = try await store.registry.database.read {
                try $0.records(of: NumberedCopies(accepted.id, .acceptanceNotice))
            }
            #expect(copies.isEmpty)
            #expect(try await store.acts().filter { $0.hasPrefix("printed filing-receipt") }.count == 2)
        }
    }

    /// By another program's word; it does not know the office's root.
    private static func expectSigned(_ pdf: Data, by office: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID()).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try pdf.write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdfsig")
        process.arguments = [file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        for words in ["Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", office] {
            #expect(said.contains(words), "\(said)")
        }
    }
}
