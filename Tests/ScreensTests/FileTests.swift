import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Files of a form, and a qualification that is typed.
struct FileTests {
    @Test func `what is typed of a certificate is kept at once, and makes it when it is complete`() throws {
        var walk = try Walk.elsewhere()
        #expect(walk.model.initialForm?.typed == TypedQualification())
        walk.act(.form(.editProvince))
        let kept = walk.act(.province(.choose(.jiangsu)))
        guard case .keepDraft(let draft, _)? = kept.first, case .initial(let form) = draft.form else {
            Issue.record("not kept")
            return
        }
        #expect(form.typed?.province == .jiangsu && form.qualification == nil)
        walk = try .typedElsewhere()
        #expect(
            walk.model.initialForm?.qualification
                == QualificationCertificate(
                    place: .elsewhere, province: .jiangsu, number: "JS2025001", issued: try Samples.day(2025, 3, 15)))
    }

    @Test func `cancelling a field restores it, and a half-typed date makes no certificate`() throws {
        var walk = try Walk.typedElsewhere()
        walk.act(.form(.editQualificationDate))
        walk.act(.qualificationDate(.key(.backspace)))
        #expect(walk.model.initialForm?.qualification == nil)
        walk.act(.qualificationDate(.cancel))
        #expect(walk.model.initialForm?.typed?.issued == "20250315" && walk.model.initialForm?.qualification != nil)
    }

    @Test func `a draft of before goes on where it was`() throws {
        let certificate = QualificationCertificate(
            place: .elsewhere, province: .hubei, number: "HB1", issued: try Samples.day(2025, 1, 2))
        let draft = Draft(applicationID: Samples.applicationID, form: .initial(InitialForm(qualification: certificate)))
        var walk = try Walk.list(draft: draft, hasQualification: false)
        walk.act(.list(.continueDraft))
        #expect(
            walk.model.initialForm?.typed == TypedQualification(province: .hubei, number: "HB1", issued: "20250102"))
    }

    @Test func `an overdue registration asks for hours and proof, a young one does not`() throws {
        #expect(try !Walk.typedElsewhere().frame().shows("学时证明"))
        var walk = try Walk.typedElsewhere(issued: "20210315")
        #expect(walk.model.problems(of: try #require(walk.model.draftForm)).map(\.field).contains(.educationProof))
        walk.act(.form(.editHours))
        walk.type("64") { .educationHours(.key($0)) }
        walk.act(.educationHours(.done))
        #expect(walk.model.draftForm?.educationHours == 64)
    }

    @Test func `each way is offered, or says why not`() throws {
        var walk = try Walk.source(withStick: false)
        #expect(walk.frame().shows("请先把 U 盘插好") && walk.frame().shows("用旁边的扫描仪扫原件"))
        #expect(walk.act(.source(.take(.stick))).isEmpty)
        walk.send(.stick(isIn: true))
        #expect(!walk.frame().shows("请先把 U 盘插好"))
        #expect(walk.act(.source(.take(.stick))) == [.listStick(.root)])
        walk = try Walk.source()
        walk.send(.network(isReachable: false))
        #expect(walk.frame().shows("暂时连不上业务系统") && walk.act(.source(.take(.phone))).isEmpty)
    }

    @Test func `only what fits is offered, the rest with its reason`() throws {
        var walk = try Walk.stick()
        let frame = walk.frame(Size(width: 80, height: 60))
        #expect(frame.shows("文件太大") && frame.shows("不是 PDF"))
        for index in [2, 3, 4, 5, -1] { #expect(walk.act(.stick(.open(index))).isEmpty) }
        let path = try #require(SourcePath.root.appending("二建资格证书扫描件.pdf"))
        #expect(walk.act(.stick(.open(1))) == [.readStick(path, .attachment(.qualificationScan), AttachmentRules())])
        walk = try .stick(.photo)
        #expect(walk.act(.stick(.open(1))).isEmpty)
        #expect(walk.act(.stick(.open(4))).count == 1)
    }

    @Test func `folders lead down and up again, and out`() throws {
        var walk = try Walk.stick()
        let inner = try #require(SourcePath.root.appending("证书"))
        #expect(walk.act(.stick(.open(0))) == [.listStick(inner)])
        try walk.answer(.folder(.success(SourceFolder(entries: [], isCutOff: true))))
        #expect(walk.frame().shows("这里没有文件"))
        #expect(walk.act(.stick(.up)) == [.listStick(.root)])
        try walk.answer(.folder(.success(Samples.folder)))
        walk.act(.stick(.up))
        #expect(walk.model.screen.name == "screen.sourceChoice")
    }

    @Test func `a stick that is pulled leads back with the reason, and the form stays`() throws {
        var walk = try Walk.stick()
        let form = walk.model.draftForm
        walk.act(.stick(.open(1)))
        walk.send(.stick(isIn: false))
        #expect(walk.model.screen.name == "screen.sourceChoice" && walk.frame().shows("A-951"))
        try walk.answer(.found(.success(.file(Samples.foundScan()))))
        #expect(walk.model.screen.name == "screen.sourceChoice" && walk.model.draftForm == form && !walk.model.isBusy)
    }

    @Test func `a file is kept beside the draft before the form names it`() throws {
        var walk = try Walk.reviewedScan()
        let found = try Samples.foundScan()
        #expect(walk.act(.file(.use)) == [.keepFile(found.file, found.content, Samples.applicationID)])
        #expect(walk.model.initialForm?.qualificationScan == nil)
        guard case .keepDraft(let draft, _)? = try walk.answer(.fileKept(.success(found.file))).first else {
            Issue.record("not kept")
            return
        }
        #expect(draft.form.attachments.contains { $0.kind == .qualificationScan && $0.file == found.file })
        #expect(walk.model.screen.name == "screen.form")
        walk.act(.form(.attach(.qualificationScan)))
        walk.act(.source(.remove))
        #expect(walk.model.initialForm?.qualificationScan == nil)
    }

    @Test func `a cut photo is used with consent only`() throws {
        var walk = try Walk.reviewedPhoto()
        #expect(walk.frame().shows("裁剪前") && walk.frame().shows("裁剪后"))
        #expect(walk.act(.file(.use)).isEmpty)
        walk.act(.file(.agree(true)))
        let found = try Samples.foundPhoto()
        #expect(walk.act(.file(.use)) == [.keepFile(found.file, found.content, Samples.applicationID)])
        try walk.answer(.fileKept(.success(found.file)))
        #expect(walk.model.initialForm?.photo == found.file)
        walk.act(.form(.attach(.photo)))
        walk.act(.source(.useRecord))
        #expect(try walk.model.initialForm?.photo == Samples.photo())
    }

    @Test func `a new photo goes on a renewal too, and stays when the form is opened again`() throws {
        var walk = try Walk.form(.renewal)
        walk.send(.stick(isIn: true))
        walk.act(.form(.attach(.photo)))
        walk.act(.source(.take(.stick)))
        try walk.answer(.folder(.success(Samples.folder)))
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(.file(Samples.foundPhoto(isCropped: false)))))
        walk.act(.file(.use))
        let file = try Samples.foundPhoto().file
        try walk.answer(.fileKept(.success(file)))
        walk.act(.form(.back))
        walk.act(.list(.continueDraft))
        #expect(walk.model.draftForm?.attachments.map(\.file) == [file])
    }

    @Test func `a file that does not do is refused with the reason, and nothing else changes`() throws {
        var walk = try Walk.stick()
        walk.act(.stick(.open(1)))
        let form = walk.model.draftForm
        try walk.answer(.found(.failure(.attachment(.noPages))))
        #expect(walk.frame().shows("A-902") && walk.model.screen.name == "screen.stick" && walk.model.draftForm == form)
    }

    @Test func `what the phone brings is shown at once`() throws {
        var walk = try Walk.phoneUpload()
        #expect(try walk.answer(.upload(.success(.waiting))).count == 1)
        #expect(try walk.answer(.upload(.success(.opened))).count == 1)
        #expect(walk.frame(Size(width: 80, height: 60)).shows("手机已打开"))
        #expect(try walk.answer(.upload(.success(.arrived(.file(Samples.foundScan()))))).isEmpty)
        #expect(walk.model.screen.name == "screen.fileReview")
    }

    @Test func `an answer for a code that was left or replaced is nobody's`() throws {
        var walk = try Walk.phoneUpload()
        walk.act(.phoneUpload(.back))
        try walk.answer(.upload(.success(.arrived(.file(Samples.foundScan())))))
        #expect(walk.model.screen.name == "screen.sourceChoice")
        walk = try .phoneUpload()
        #expect(walk.act(.phoneUpload(.again)) == [.openUpload(.attachment(.qualificationScan), Samples.token)])
        try walk.answer(.upload(.success(.arrived(.file(Samples.foundScan())))))
        #expect(walk.model.screen.name == "screen.phoneUpload")
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        try walk.answer(.upload(.failure(.file(.uploadExpired))))
        #expect(walk.model.screen.name == "screen.sourceChoice" && walk.frame().shows("A-971"))
    }
}
