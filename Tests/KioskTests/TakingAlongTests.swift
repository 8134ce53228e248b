import Core
import Documents
import Foundation
import Screens
import Synchronization
import Terminal
import Testing

@testable import Kiosk

/// Certificates and sealed forms: judged, shown, printed, taken along.
struct TakingAlongTests {
    private let hall: Hall
    private let stick = FakeStick()

    init() throws { hall = try Hall(files: FilePorts(taking: stick, phone: FakePhone(state: .opened))) }

    /// Keeps what is put on it, or says what is wrong with it.
    private final class FakeStick: PaperTaking, Sendable {
        let papers = Mutex<[String: Data]>([:])
        let fault = Mutex<FileFault?>(nil)

        func put(_ paper: Data, named name: String) async throws(FileFault) -> String {
            if let fault = fault.withLock(\.self) { throw fault }
            papers.withLock { $0[name] = paper }
            return name
        }
    }

    private func content() throws -> CertificateContent {
        CertificateContent(
            certificateID: CertificateID(Sample.applicationID.uuid), number: "沪建二注2026000001", holderName: "测试员甲",
            sex: .male, maskedIDNumber: "310***********0012", enterprise: try Sample.enterprise(),
            issuedOn: try Sample.day(2026, 11, 20), validThrough: try Sample.day(2028, 11, 20),
            office: try Sample.notice().office)
    }

    /// - Parameter certificate: of the office that signs; nil leaves the field empty.
    private func edition(signedBy certificate: Data?) async throws -> CertificateEdition {
        let press = hall.runner.ports.press
        let content = try content()
        var pdf = try await press.certificate(content, photo: Array(try Sample.photo()), created: Sample.now)
        if let certificate {
            let preparation = try FormSigning.prepare(
                pdf, field: .issuer, appearance: try await press.officeSeal(named: "示例部门", at: Sample.now),
                certificates: [Array(certificate)], at: Sample.now)
            pdf = try preparation.complete(
                signature: Array(Keys.sign(Data(preparation.digest), by: Keys.personKey)))
        }
        return CertificateEdition(content: content, pdf: Data(pdf))
    }

    private var certificate: CertificateID { CertificateID(Sample.applicationID.uuid) }

    @Test func `a certificate is shown from what the store has signed, and printed byte for byte`() async throws {
        let edition = try await edition(signedBy: hall.keys.person)
        await hall.store.set(edition: edition)
        guard
            case .typeset(.success(let shown)) = await hall.answer(to: .showCertificate(certificate, Sample.token))
        else {
            Issue.record("not shown")
            return
        }
        #expect(shown.digest == PaperDigest(of: edition.pdf) && shown.pages == 1 && shown.pictures.count == 1)
        _ = await hall.answer(to: .printPaper(.certificate(certificate), again: false, Sample.token))
        let order = try #require(await hall.storage.ledger.first)
        #expect(await hall.storage.papers[order.token] == edition.pdf)
        let other = CertificateID(Sample.entryID.uuid)
        #expect(
            await hall.answer(to: .showCertificate(other, Sample.token)) == .typeset(.failure(.paper(.otherContent))))
    }

    @Test func `a certificate goes onto the stick byte for byte, under a name that tells of nobody`() async throws {
        let edition = try await edition(signedBy: hall.keys.person)
        await hall.store.set(edition: edition)
        let work = Work.putOnStick(.certificate(certificate), Sample.token)
        #expect(await hall.answer(to: work) == .onStick(.success("注册证书.pdf")))
        #expect(stick.papers.withLock(\.self) == ["注册证书.pdf": edition.pdf])
        stick.fault.withLock { $0 = .stickFull }
        #expect(await hall.answer(to: work) == .onStick(.failure(.file(.stickFull))))
    }

    @Test(arguments: [true, false])
    func `without the office's own signature nothing is shown, printed or put on a stick`(isForeign: Bool) async throws
    {
        await hall.store.set(edition: try await edition(signedBy: isForeign ? hall.keys.foreign : nil))
        let fault = Trouble.paper(.notVerified)
        #expect(
            await hall.answer(to: .showCertificate(certificate, Sample.token)) == .typeset(.failure(fault)))
        let print = Work.printPaper(.certificate(certificate), again: false, Sample.token)
        #expect(await hall.answer(to: print) == .printing(.failure(fault)))
        #expect(await hall.storage.ledger.isEmpty)
        let put = Work.putOnStick(.certificate(certificate), Sample.token)
        #expect(await hall.answer(to: put) == .onStick(.failure(fault)) && stick.papers.withLock(\.isEmpty))
    }

    @Test func `a sealed form is shown as its file is, and one without the seal is not`() async throws {
        let signed = try await hall.personallySigned()
        _ = try await hall.seal(signed)
        guard case .seal(_, let paper, let pdf) = await hall.storage.filed.last?.content else {
            Issue.record("not sealed")
            return
        }
        var sealed = signed
        _ = try sealed.apply(.seal(paper), by: .enterprise(try Sample.enterprise().code), at: Sample.now)
        await hall.store.put(pdf, as: paper.digest)
        guard case .typeset(.success(let shown)) = await hall.answer(to: .showPaper(sealed, Sample.token)) else {
            Issue.record("not shown")
            return
        }
        #expect(shown.digest == paper.digest && shown.pictures.count == shown.pages && shown.pages > 0)
        let personal = try #require(signed.standingPaper(.personallySignedForm))
        guard case .typeset(.success(let before)) = await hall.answer(to: .showPaper(signed, Sample.token)) else {
            Issue.record("not shown")
            return
        }
        #expect(before.digest == personal.digest && before.pictures != shown.pictures)
        let unsealed = try #require(await hall.store.papers[personal.digest])
        await hall.store.put(unsealed, as: paper.digest)
        #expect(
            await hall.answer(to: .showPaper(sealed, Sample.token)) == .typeset(.failure(.paper(.notVerified))))
        let form = Work.putOnStick(.form(sealed.id, personal.digest), Sample.token)
        #expect(await hall.answer(to: form) == .onStick(.success("注册申请表.pdf")))
        #expect(stick.papers.withLock { $0["注册申请表.pdf"] } == unsealed)
    }

    @Test func `a phone gets a code, and what it does is told`() async throws {
        guard
            case .uploadOpened(.success(let opened)) = await hall.answer(
                to: .openDownload(.certificate(certificate), Sample.token))
        else {
            Issue.record("no code")
            return
        }
        #expect(opened.code.width >= 21)
        let wait = Work.awaitDownload(opened.ticket.id, Sample.token)
        #expect(await hall.answer(to: wait) == .upload(.success(.opened)))
        let fetched = try Hall(files: FilePorts(phone: FakePhone(state: .fetched)))
        #expect(await fetched.answer(to: wait) == .upload(.success(.fetched)))
        let late = try Hall(files: FilePorts(phone: FakePhone(state: nil)))
        #expect(await late.answer(to: wait) == .upload(.failure(.file(.uploadExpired))))
    }
}
