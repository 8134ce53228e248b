import Core
import Documents
import Foundation
import Screens
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct OtherPaperTests {
    private let hall: Hall

    init() throws { hall = try Hall() }

    @Test func `a receipt is made of the seal that waits in the outbox, and ordered once`() async throws {
        let registration = try Sample.saved()
        let pdf = Data("sealed".utf8)
        let paper = SignedPaper(
            kind: .sealedForm, digest: try #require(PaperDigest(of: pdf)), signedAt: Sample.now)
        let entry = OutboxEntry(
            id: Sample.entryID, applicationID: registration.id,
            content: .seal(by: try Sample.enterprise().code, paper, pdf: pdf), createdAt: Sample.now)
        try await hall.storage.file(entry, draft: nil, of: nil)
        let work = Work.printPaper(.receipt(entry.id, registration), again: false, Sample.token)
        let answer = await hall.answer(to: work)
        let order = try #require(await hall.storage.ledger.first)
        #expect(answer == .printing(.success(.ordered(order))))
        #expect(order.name == .filingReceipt && order.applicationID == registration.id)
        let sheet = try #require(await hall.storage.papers[order.token])
        #expect(order.paper == PaperDigest(of: sheet) && order.pages == 1)
        #expect(await hall.answer(to: work) == answer)
        #expect(await hall.storage.ledger.count == 1)
    }

    @Test func `without a waiting seal there is no receipt`() async throws {
        let work = Work.printPaper(.receipt(Sample.entryID, try Sample.saved()), again: false, Sample.token)
        #expect(await hall.answer(to: work) == .printing(.failure(.paper(.otherContent))))
        #expect(await hall.storage.ledger.isEmpty)
    }

    @Test func `copies of one paper do not count for another`() async throws {
        try await hall.storage.open(try Sample.order([.submit, .print(at: Sample.now)]), pdf: Data())
        await hall.store.set(issued: .decision(try Sample.decision()))
        let work = Work.printPaper(.correction(Sample.applicationID), again: false, Sample.token)
        guard case .printing(.success(.ordered(let order))) = await hall.answer(to: work) else {
            Issue.record("no order")
            return
        }
        #expect(order.copyNumber == 1 && order.name == .correctionNotice)
        #expect(await hall.store.ownCopies.map(\.paper) == [.correctionNotice])
        let notice = Work.printNotice(Sample.applicationID, again: false, Sample.token)
        #expect(await hall.answer(to: notice) == .printing(.success(.alreadyPrinted(sheets: 1))))
    }

    @Test func `a paper that the store has not been asked for is not printed`() async throws {
        await hall.store.set(issued: .decision(try Sample.decision(.nonAcceptance(reason: "不属于本机关职权范围"))))
        let work = Work.printPaper(.correction(Sample.applicationID), again: false, Sample.token)
        #expect(await hall.answer(to: work) == .printing(.failure(.paper(.otherContent))))
        #expect(await hall.storage.ledger.isEmpty)
    }

    @Test func `what is filed about certificates stands in the outbox`() async throws {
        let id = CertificateID(Sample.applicationID.uuid)
        let photo = FileReference(
            digest: try #require(PaperDigest(of: Data("p".utf8))), format: .jpeg, byteCount: 1)
        for work in [Work.collect(id), .exchange(id, photo: photo, brought: nil), .rename(try Sample.enterprise())] {
            guard case .filed(.success(let entry)) = await hall.answer(to: work) else {
                Issue.record("not filed: \(work)")
                return
            }
            #expect(await hall.storage.unsettledEntry(entry) != nil)
        }
    }

    @Test func `a photo that a holder has brought goes ahead of the exchange, under the certificate's own key`()
        async throws
    {
        let id = CertificateID(Sample.applicationID.uuid)
        let content = try Sample.photo()
        let photo = FileReference(
            digest: try #require(PaperDigest(of: content)), format: .jpeg, byteCount: content.count)
        let answer = await hall.answer(to: .exchange(id, photo: photo, brought: content))
        guard case .filed(.success(let entry)) = answer else {
            Issue.record("not filed: \(answer)")
            return
        }
        let entries = await hall.storage.unsettledEntries()
        #expect(
            entries.map(\.content) == [
                .attach(AttachedFile(kind: .photo, file: photo, content: content)), .exchange(id, photo: photo),
            ])
        #expect(entries.last?.id == entry && entries.allSatisfy { $0.applicationID == ApplicationID(id.uuid) })
    }
}
