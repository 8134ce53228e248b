import Core
import Documents
import Foundation
import Screens
import Terminal
import Testing

@testable import Kiosk

extension Hall {
    /// The sample application as the person has signed it: at the store with its paper.
    func personallySigned() async throws -> Registration {
        let id = await answer(
            to: .signPersonally(try Sample.saved(), photo: try Sample.photo(), code: Secret("482913"), Sample.token))
        guard case .filed(.success(let entry)) = id,
            case .signPersonally(let paper, let pdf) = await storage.unsettledEntry(entry)?.content
        else { throw PaperTrouble.cannotTypeset }
        let registration = try Sample.signed(paper)
        await store.put(registration)
        await store.put(pdf, as: paper.digest)
        return registration
    }

    func seal(_ registration: Registration) async throws -> Answer {
        await answer(
            to: .seal(registration, by: try Sample.enterprise(), pin: Secret("123456"), Sample.token))
    }
}

@Suite(.timeLimit(.minutes(1))) struct FilingTests {
    private let hall: Hall

    init() throws { hall = try Hall() }

    @Test func `a form is filed with its draft, which then waits for the store's word`() async throws {
        let answer = await hall.answer(to: .save(try Sample.draft(), try Sample.identity()))
        let entry = try #require(await hall.storage.filed.first)
        #expect(answer == .filed(.success(entry.id)))
        #expect(entry.content == .save(identity: try Sample.identity(), form: try Sample.form()))
        #expect(entry.applicationID == Sample.applicationID)
        #expect(await hall.storage.drafts[try Sample.identity().number]?.pendingEntry == entry.id)
    }

    @Test func `the files that this kiosk holds go ahead of the form that names them`() async throws {
        let draft = try Sample.draft()
        let photo = try #require(draft.form.attachments.first)
        let content = try Sample.photo()
        try await hall.storage.keep(content, as: photo.file.digest, of: draft.applicationID)
        _ = await hall.answer(to: .save(draft, try Sample.identity()))
        let file = AttachedFile(kind: .photo, file: photo.file, content: content)
        #expect(
            await hall.storage.filed.map(\.content)
                == [.attach(file), .save(identity: try Sample.identity(), form: draft.form)])
    }

    @Test func `a disk that is full files neither file nor form`() async throws {
        let draft = try Sample.draft()
        await hall.storage.set(fault: .full)
        let answer = await hall.answer(to: .save(draft, try Sample.identity()))
        #expect(answer == .filed(.failure(.storage(.full))))
        #expect(await hall.storage.filed.isEmpty)
    }

    @Test func `a return and a withdrawal are filed as they are, and drafts are left alone`() async throws {
        _ = await hall.answer(to: .keepDraft(try Sample.draft(), of: try Sample.identity().number))
        let code = try Sample.enterprise().code
        let returned = await hall.answer(
            to: .returnToApplicant(Sample.applicationID, by: code, reason: "企业联系电话有误"))
        let withdrawn = await hall.answer(to: .withdraw(Sample.applicationID))
        let filed = await hall.storage.filed
        #expect(filed.map(\.content) == [.returnToApplicant(by: code, reason: "企业联系电话有误"), .withdraw])
        #expect(filed.map(\.applicationID) == [Sample.applicationID, Sample.applicationID])
        #expect([returned, withdrawn] == filed.map { .filed(.success($0.id)) })
        #expect(await hall.storage.drafts[try Sample.identity().number] == (try Sample.draft()))
    }

    @Test func `what is shown is what will be signed, with its true number of pages`() async throws {
        let work = Work.typesetForm(try Sample.saved(), photo: try Sample.photo(), Sample.token)
        let first = await hall.answer(to: work)
        guard case .typeset(.success(let form)) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(await hall.answer(to: work) == first)
        let signed = try await hall.personallySigned()
        let pdf = try #require(await hall.storage.filed.last?.pdf)
        #expect(form.pages == PaperPress.pageCount(of: Array(pdf)))
        let verdict = try await verifier().verify(Array(pdf), at: Sample.now)
        #expect(verdict.base == form.digest)
        #expect(signed.state == .personallySigned)
    }

    @Test func `the pages and the photo come as pictures, and a photo that is none as a trouble`() async throws {
        let photo = try Sample.photo()
        let answer = await hall.answer(to: .typesetForm(try Sample.saved(), photo: photo, Sample.token))
        guard case .typeset(.success(let form)) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(form.pictures.count == form.pages && form.pictures[0].size.width == 1000)
        guard case .photo(.success(let picture)) = await hall.answer(to: .decodePhoto(photo)) else {
            Issue.record("no picture")
            return
        }
        #expect(picture.colours == .rgb)
        #expect(await hall.answer(to: .decodePhoto(Data("no photo".utf8))) == .photo(.failure(.paper(.cannotTypeset))))
    }

    @Test func `the registered hand stands on the form that is signed, and the name where there is none`() async throws
    {
        _ = try await hall.personallySigned()
        let typeset = try #require(await hall.storage.filed.last?.pdf)
        let stroke = stride(from: 50, through: 950, by: 50).map { SignatureImage.Point(x: $0, y: ($0 * 7) % 1000) }
        let mark = SignatureMark.drawn(try SignatureImage([stroke]))
        #expect(await hall.answer(to: .keepSignature(mark, Sample.token)) == .signatureKept(.success(Kept())))
        #expect(await hall.store.signature == mark)
        _ = try await hall.personallySigned()
        let drawn = try #require(await hall.storage.filed.last?.pdf)
        #expect(drawn != typeset)
        _ = try await verifier().verify(Array(drawn), at: Sample.now)
    }

    @Test func `a form that was never saved, or whose photo is none, is not typeset`() async throws {
        let draft = Registration(
            id: Sample.applicationID, applicant: try Sample.saved().applicant, form: try Sample.form())
        let failed = Answer.typeset(.failure(.paper(.cannotTypeset)))
        #expect(await hall.answer(to: .typesetForm(draft, photo: try Sample.photo(), Sample.token)) == failed)
        let other = Data("no photo".utf8)
        let unknown = await hall.answer(to: .typesetForm(try Sample.saved(), photo: other, Sample.token))
        #expect(unknown != failed && unknown.trouble != nil)
        let named = try #require(try Sample.form().attachments.first).file.digest
        try await hall.storage.keep(other, as: named, of: Sample.applicationID)
        #expect(await hall.answer(to: .typesetForm(try Sample.saved(), photo: nil, Sample.token)) == failed)
    }

    @Test func `person and enterprise sign one after the other, and both verify`() async throws {
        let registration = try await hall.personallySigned()
        let answer = try await hall.seal(registration)
        let entry = try #require(await hall.storage.filed.last)
        #expect(answer == .filed(.success(entry.id)))
        guard case .seal(let code, let paper, let pdf) = entry.content else {
            Issue.record("not a seal")
            return
        }
        #expect(code == (try Sample.enterprise().code))
        #expect(paper.digest == PaperDigest(of: pdf))
        let verdict = try await verifier().verify(Array(pdf), at: Sample.now)
        #expect(verdict.person.holder.name == "测试员甲")
        #expect(verdict.enterprise?.holder.name == (try Sample.enterprise().name))
    }

    @Test func `a paper other than the one that the store has registered is not sealed`() async throws {
        let registration = try await hall.personallySigned()
        let digest = try #require(registration.standingPaper(.personallySignedForm)?.digest)
        await hall.store.put(Data("another paper".utf8), as: digest)
        #expect(try await hall.seal(registration) == .filed(.failure(.paper(.otherContent))))
        #expect(await hall.cards.lent.isEmpty, "the card was asked")
    }

    @Test func `what a stranger signed, or nobody trusted vouches for, is not sealed`() async throws {
        for certificate in [hall.keys.stranger, hall.keys.foreign] {
            await hall.signing.set(certificate: certificate)
            let registration = try await hall.personallySigned()
            #expect(try await hall.seal(registration) == .filed(.failure(.paper(.signatureInvalid))))
        }
        #expect(await hall.cards.lent.isEmpty, "the card was asked")
    }

    @Test func `what is sealed already is not sealed over`() async throws {
        let registration = try await hall.personallySigned()
        _ = try await hall.seal(registration)
        guard case .seal(_, let paper, let pdf) = await hall.storage.filed.last?.content else {
            Issue.record("not sealed")
            return
        }
        await hall.store.put(pdf, as: paper.digest)
        let sealed = SignedPaper(kind: .personallySignedForm, digest: paper.digest, signedAt: Sample.now)
        let swapped = try Sample.signed(sealed)
        #expect(try await hall.seal(swapped) == .filed(.failure(.paper(.otherContent))))
    }

    @Test func `what nobody has signed is not sealed`() async throws {
        #expect(try await hall.seal(try Sample.saved()) == .filed(.failure(.paper(.otherContent))))
    }

    @Test func `a signature that does not verify is not filed`() async throws {
        let registration = try await hall.personallySigned()
        await hall.cards.signWrongly()
        #expect(try await hall.seal(registration) == .filed(.failure(.paper(.signatureInvalid))))
        await hall.signing.signWrongly()
        let again = Work.signPersonally(
            try Sample.saved(), photo: try Sample.photo(), code: Secret("482913"), Sample.token)
        #expect(await hall.answer(to: again) == .filed(.failure(.paper(.signatureInvalid))))
        #expect(await hall.storage.filed.count == 1)
    }

    @Test func `each layer's fault keeps its name, and nothing is filed`() async throws {
        let registration = try await hall.personallySigned()
        await hall.cards.set(fault: .wrongPIN(triesLeft: 1))
        #expect(try await hall.seal(registration) == .filed(.failure(.card(.wrongPIN(triesLeft: 1)))))
        await hall.cards.set(fault: nil)
        await hall.store.set(fault: .unreachable)
        #expect(try await hall.seal(registration) == .filed(.failure(.store(.unreachable))))
        await hall.store.set(fault: nil)
        await hall.storage.set(fault: .full)
        #expect(try await hall.seal(registration) == .filed(.failure(.storage(.full))))
        await hall.signing.set(fault: .codeExpired)
        let sign = Work.signPersonally(
            try Sample.saved(), photo: try Sample.photo(), code: Secret("482913"), Sample.token)
        #expect(await hall.answer(to: sign) == .filed(.failure(.store(.codeExpired))))
        #expect(await hall.storage.filed.count == 1)
    }

    private func verifier() throws -> SignatureVerifier {
        let root = hall.keys.authority.root
        return try SignatureVerifier(personRoots: [root], enterpriseRoots: [root])
    }
}

extension OutboxEntry {
    fileprivate var pdf: Data? {
        switch content {
        case .signPersonally(_, let pdf), .seal(_, _, let pdf): pdf
        case .attach, .save, .returnToApplicant, .withdraw, .collect, .exchange, .rename, .printed: nil
        }
    }
}
