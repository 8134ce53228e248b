import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// The two ways through the kiosk, message by message.
struct FlowTests {
    @Test func `a first visit ends with a signed application`() throws {
        var walk = try Walk.phoneCode()
        walk.type("123456") { .code(.key($0)) }
        let asked = walk.act(.code(.submit))
        guard case .registerApplicant(let ticket, let code, let token)? = asked.first else {
            Issue.record("\(asked)")
            return
        }
        #expect(ticket == Samples.ticket().id)
        #expect(code.withBytes { $0 } == Array("123456".utf8))
        #expect(token == Samples.token)
        try walk.answer(.applicantAdmitted(.success(Samples.admission(phone: Samples.phone(), hasSignature: false))))
        #expect(code.isEmpty)
        #expect(walk.screen == "screen.signaturePad")
        walk.draw(on: "signature", from: (100, 500), to: (900, 400))
        let image = try SignatureImage([[.init(x: 100, y: 500), .init(x: 900, y: 400)]])
        #expect(walk.act(.signature(.done)) == [.keepSignature(.drawn(image), Samples.token)])
        try walk.answer(.signatureKept(.success(Kept())))
        #expect(walk.screen == "screen.applicationList")
        #expect(try Walk.signed().screen == "screen.signed")
    }

    @Test func `a signature can be drawn anew, must be one, and who cannot draw it has the name set in type`() throws {
        var walk = try Walk.signature()
        #expect(walk.act(.signature(.done)).isEmpty && walk.frame().shows("请先在白框里签名"))
        walk.draw(on: "signature", from: (500, 500), to: (510, 510))
        #expect(walk.act(.signature(.done)).isEmpty && walk.frame().shows("签得太小了"))
        walk.draw(on: "signature", from: (100, 500), to: (900, 500))
        walk.act(.signature(.undo))
        #expect(!walk.frame().shows("签得太小了"))
        guard case .signaturePad(let pad) = walk.model.screen else { return }
        #expect(pad.strokes.count == 1)
        walk.act(.signature(.again))
        #expect(walk.model.screen == .signaturePad(SignaturePad()))
        #expect(walk.act(.signature(.undo)).isEmpty && walk.model.screen == .signaturePad(SignaturePad()))
        #expect(walk.frame().tree.targets.contains { $0.action == .anywhere(.callStaff) })
        #expect(walk.act(.signature(.unable)) == [.keepSignature(.typeset, Samples.token)])
        try walk.answer(.signatureKept(.failure(.store(.unreachable))))
        #expect(walk.screen == "screen.signaturePad")
    }

    @Test func `who left before signing signs at the next visit`() throws {
        var walk = try Walk.identified()
        walk.act(.identity(.confirm))
        try walk.answer(.applicantAdmitted(.success(Samples.admission(phone: Samples.phone(), hasSignature: false))))
        #expect(walk.screen == "screen.signaturePad")
    }

    @Test func `the card is not read before the notice was agreed to`() {
        var walk = Walk()
        #expect(walk.card(.placed(.identity)).isEmpty)
        #expect(walk.screen == "screen.privacyNotice")
        #expect(walk.act(.privacy(.agree)) == [.readIdentity])
    }

    @Test func `an expired card opens no session, unless the hall accepts it`() throws {
        let expired = try Samples.identity(lastDay: Samples.day(2024, 5, 1))
        var walk = try Walk.identified(expired)
        #expect(walk.act(.identity(.confirm)).isEmpty)
        var settings = Samples.settings()
        settings.refusesExpiredCards = false
        var lenient = Walk(settings: settings)
        lenient.card(.placed(.identity))
        lenient.act(.privacy(.agree))
        try lenient.answer(.identity(.success(expired)))
        #expect(lenient.act(.identity(.confirm)) == [.openApplicantSession(expired)])
    }

    @Test func `a card that comes after the consent is read at once`() {
        var walk = Walk()
        walk.act(.welcome(.personal))
        #expect(walk.act(.privacy(.agree)).isEmpty)
        #expect(walk.card(.placed(.identity)) == [.readIdentity])
    }

    @Test func `every change of the form is kept at once`() throws {
        var walk = try Walk.emptyForm()
        walk.act(.form(.editPhone))
        let kept = walk.act(.enterprisePhone(.key(.character("0"))))
        guard case .keepDraft(let draft, let number)? = kept.first, case .initial(let form) = draft.form else {
            Issue.record("\(kept)")
            return
        }
        #expect(form.enterprisePhone == "0")
        #expect(number == (try Samples.identity().number))
        #expect(walk.act(.enterprisePhone(.cancel)).count == 1)
        #expect(walk.model.initialForm?.enterprisePhone == "")
    }

    @Test func `a chosen name is verified without another touch, a changed one needs it again`() throws {
        var walk = try Walk.fullForm()
        #expect(walk.model.initialForm?.enterprise == (try Samples.enterprise()))
        walk.act(.form(.editName))
        walk.act(.enterpriseName(.key(.backspace)))
        #expect(walk.model.initialForm?.enterprise == nil)
        walk.act(.enterpriseName(.cancel))
        #expect(walk.model.initialForm?.enterprise == (try Samples.enterprise()))
    }

    @Test func `what the Chinese input commits goes into the name`() throws {
        var walk = try Walk.emptyForm()
        walk.act(.form(.editName))
        walk.type("sh") { .enterpriseName(.key($0)) }
        try walk.answer(.composition(Composition(preedit: "sh", candidates: ["上海", "生活"])))
        #expect(walk.act(.enterpriseName(.key(.candidate(1)))).first == .compose(.choose(1)))
        try walk.answer(.composition(Composition(committed: "生活")))
        #expect(walk.model.initialForm?.enterpriseName == "生活")
        #expect(walk.open.last?.work == .searchEnterprises("生活"))
    }

    @Test func `a form with problems is not filed`() throws {
        var walk = try Walk.emptyForm()
        #expect(walk.act(.form(.save)).isEmpty)
        #expect(walk.screen == "screen.form")
        let frame = walk.frame()
        #expect(frame.tree.node("form.name")?.state.problem != nil)
        #expect(frame.tree.node("form.declaration")?.state.problem != nil)
        walk.act(.form(.nextProblem))
        #expect(walk.screen == "screen.enterpriseName")
    }

    @Test func `the banner leads from problem to problem`() throws {
        var walk = try Walk.fullForm()
        walk.act(.form(.declare(false)))
        walk.act(.form(.save))
        walk.act(.form(.nextProblem))
        #expect(walk.model.attention?.node == "form.declaration")
        walk.act(.form(.declare(true)))
        #expect(walk.act(.form(.save)).count == 1)
    }

    @Test func `a saved form is dropped here and opened from the store`() throws {
        var walk = try Walk.saving()
        let receipt = EntryReceipt(entryID: Samples.entryID, outcome: .applied(try Samples.status(.saved)))
        let asked = try walk.answer(.receipt(.success(receipt)))
        #expect(
            asked == [
                .dropDraft(of: try Samples.identity().number), .loadRegistration(Samples.applicationID, Samples.token),
            ])
    }

    @Test func `a draft whose entry is under way is waited for, not filed again`() throws {
        let draft = Draft(
            applicationID: Samples.applicationID, form: .initial(try Samples.form()), pendingEntry: Samples.entryID)
        let walk = try Walk.list(draft: draft)
        #expect(walk.screen == "screen.filing")
        #expect(walk.open.last?.work == .awaitReceipt(Samples.entryID))
    }

    @Test func `an entry that the person no longer waits for settles its draft all the same`() throws {
        var walk = try Walk.saving()
        walk.act(.filing(.goOn))
        #expect(walk.screen == "screen.applicationList")
        #expect(walk.frame().shows("正在提交"))
        let receipt = EntryReceipt(entryID: Samples.entryID, outcome: .applied(try Samples.status(.saved)))
        #expect(try walk.answer(.receipt(.success(receipt))) == [.dropDraft(of: try Samples.identity().number)])
        #expect(!walk.frame().shows("正在提交"))
        #expect(walk.frame().shows("待个人签名"))
    }

    @Test func `a refusal that comes late is told, and the form stays to be mended`() throws {
        var walk = try Walk.saving()
        walk.act(.filing(.goOn))
        try walk.refused(.otherApplicationOpen)
        #expect(walk.frame().shows("R-703"))
        walk.act(.list(.continueDraft))
        #expect(walk.screen == "screen.form")
        #expect(walk.model.initialForm == (try Samples.form()))
    }

    @Test func `a refused form goes back to its fields with the store's problems`() throws {
        var walk = try Walk.saving()
        try walk.refused(.form([FormProblem(.enterprisePhone, .wrongFormat)]))
        let kept = Draft(applicationID: Samples.applicationID, form: .initial(try Samples.form()))
        #expect(walk.open.last?.work == .keepDraft(kept, of: try Samples.identity().number))
        #expect(walk.frame().tree.node(labelled: "返回修改") != nil)
        walk.act(.filing(.mend))
        #expect(walk.screen == "screen.form")
        #expect(walk.frame().tree.node("form.phone")?.state.problem != nil)
        #expect(walk.model.initialForm == (try Samples.form()))
    }

    @Test func `the person signs exactly what the store has`() throws {
        var walk = try Walk.signingCode()
        walk.type("123456") { .code(.key($0)) }
        let asked = walk.act(.code(.submit))
        guard case .signPersonally(let registration, _, let code, _)? = asked.first else {
            Issue.record("\(asked)")
            return
        }
        #expect(registration == (try Samples.registration(.saved)))
        try walk.answer(.filed(.success(Samples.entryID)))
        #expect(code.isEmpty)
        #expect(walk.screen == "screen.filing")
    }

    @Test func `the list and the waiting screen follow the change feed`() throws {
        var walk = try Walk.signed()
        #expect(!walk.frame().shows("企业已签章，可以打印"))
        walk.send(.changed([try Samples.status(.accepted)]))
        #expect(walk.frame().shows("企业已签章，可以打印"))
    }

    @Test func `a character is written stroke by stroke, and chosen`() throws {
        var walk = try Walk.emptyForm()
        walk.act(.form(.editName))
        #expect(walk.draw(from: (0, 0), to: (9, 9)).isEmpty, "no canvas is there")
        walk.act(.enterpriseName(.key(.mode(.handwriting))))
        walk.draw(from: (150, 300), to: (850, 300))
        guard case .compose(.write(let strokes))? = walk.draw(from: (100, 700), to: (900, 700)).first else {
            Issue.record("nothing is recognised")
            return
        }
        #expect(strokes.count == 2)
        #expect(walk.act(.enterpriseName(.key(.backspace))) == [.compose(.write(Array(strokes.prefix(1))))])
        try walk.answer(.composition(Composition(candidates: ["一", "二"])))
        #expect(walk.act(.enterpriseName(.key(.candidate(0)))).first == .compose(.choose(0)))
        try walk.answer(.composition(Composition(committed: "一")))
        #expect(walk.model.initialForm?.enterpriseName == "一")
        guard case .enterpriseName(let entry) = walk.model.screen else { return }
        #expect(entry.strokes.isEmpty)
    }

    @Test func `a photo that is none is said so and stops nothing`() throws {
        var walk = try Walk.emptyForm()
        try walk.answer(.photo(.failure(.paper(.cannotTypeset))))
        #expect(walk.model.notice == nil && walk.frame(Size(width: 80, height: 60)).shows("照片打不开"))
    }

    @Test func `a paper is enlarged, leafed through, and made small again`() throws {
        var walk = try Walk.preview()
        #expect(walk.frame().images.isEmpty && walk.frame(Size(width: 106, height: 30)).images.count == 1)
        walk.act(.preview(.look(.enlarge(true))))
        #expect(walk.frame().images.count == 1)
        walk.act(.preview(.look(.turn(to: 1))))
        walk.act(.preview(.look(.turn(to: 7))))
        guard case .preview(let preview) = walk.model.screen else { return }
        #expect(preview.look == PaperLook(page: 1, isEnlarged: true))
        walk.act(.preview(.look(.enlarge(false))))
        #expect(walk.frame().shows("测试员甲"))
    }

    @Test func `a page that does not come leaves what the form says`() throws {
        var walk = try Walk.review()
        try walk.answer(.typeset(.failure(.store(.unreachable))))
        #expect(walk.model.notice == nil && walk.frame().shows("测试员甲"))
    }

    @Test func `changing a signed form is asked about first, and voids nothing until it is saved`() throws {
        var walk = try Walk.detail(.personallySigned)
        #expect(walk.act(.detail(.edit)).isEmpty)
        #expect(walk.frame().shows("作废"))
        #expect(walk.act(.detail(.confirmEdit(false))).isEmpty)
        walk.act(.detail(.edit))
        let kept = walk.act(.detail(.confirmEdit(true)))
        #expect(walk.screen == "screen.form")
        #expect(kept.contains { if case .keepDraft = $0 { true } else { false } })
    }

    @Test func `an enterprise seals with its opinion, its PIN, and sees the number`() throws {
        var walk = try Walk.review()
        #expect(walk.act(.review(.seal)).isEmpty)
        walk.act(.review(.agree(true)))
        #expect(walk.act(.review(.seal)) == [.readCertificate])
        try walk.answer(.certificate(.success(Samples.certificate())))
        walk.type("123456") { .pin(.key($0)) }
        let asked = walk.act(.pin(.submit))
        guard case .seal(let registration, let enterprise, let pin, _)? = asked.first else {
            Issue.record("\(asked)")
            return
        }
        #expect(registration == (try Samples.registration(.personallySigned)))
        #expect(enterprise == (try Samples.enterprise()))
        try walk.answer(.filed(.success(Samples.entryID)))
        #expect(pin.isEmpty)
        try walk.applied(.sealed)
        #expect(walk.act(.sealed(.print)).isEmpty)
        walk.send(.changed([try Samples.status(.accepted)]))
        #expect(walk.frame().shows("沪建注2026-001234"))
        #expect(walk.act(.sealed(.print)) == [.printNotice(Samples.applicationID, again: false, Samples.token)])
    }

    @Test func `one touch on a button asks once, however often it comes`() throws {
        var walk = try Walk.fullForm()
        #expect(walk.act(.form(.save)).count == 1)
        #expect(walk.act(.form(.save)).isEmpty)
        var identity = try Walk.identified()
        #expect(identity.act(.identity(.confirm)).count == 1)
        #expect(identity.act(.identity(.confirm)).isEmpty)
        var pin = try Walk.pin()
        pin.type("123456") { .pin(.key($0)) }
        #expect(pin.act(.pin(.submit)).count == 1)
        #expect(pin.act(.pin(.submit)).isEmpty)
    }

    @Test func `a store that forgot the session gets it opened anew, and the errand goes on`() throws {
        var walk = try Walk.preview()
        walk.act(.preview(.sign))
        let asked = try walk.answer(.codeSent(.failure(.store(.sessionEnded))))
        #expect(asked == [.openApplicantSession(try Samples.identity())])
        let fresh = try Samples.session(phone: Samples.phone())
        let renewed = ApplicantSession(
            token: SessionToken("another"), phone: fresh.phone, applications: [], offers: fresh.offers,
            qualification: fresh.qualification, photo: fresh.photo, rules: fresh.rules,
            hasSignature: fresh.hasSignature)
        let again = try walk.answer(.applicantAdmitted(.success(ApplicantAdmission(session: renewed, photo: nil))))
        #expect(again == [.requestSigningCode(SessionToken("another"))])
        #expect(walk.screen == "screen.signingCode")
    }

    @Test func `an enterprise whose session has ended types its PIN again`() throws {
        var walk = try Walk.pending()
        walk.act(.list(.open(Samples.applicationID)))
        #expect(try walk.answer(.registration(.failure(.store(.sessionEnded)))) == [.readCertificate])
        try walk.answer(.certificate(.success(Samples.certificate())))
        #expect(walk.screen == "screen.pin")
    }
}
