import Core
import FormCases
import Terminal
import Testing

@testable import Screens

/// 延续注册, 注销注册 and 变更注册, message by message.
struct RegisteredTests {
    @Test func `a cancellation names the employer on the certificate and the reason`() throws {
        var walk = try Walk.fullCancellation()
        let asked = walk.act(.form(.save))
        let draft = Draft(applicationID: Samples.applicationID, form: .cancellation(try Samples.cancellationForm()))
        #expect(asked == [.save(draft, try Samples.identity())])
    }

    @Test func `a renewal carries phone and hours, each kept as it is typed`() throws {
        var walk = try Walk.fullRenewal()
        let asked = walk.act(.form(.save))
        let draft = Draft(applicationID: Samples.applicationID, form: .renewal(try Samples.renewalForm()))
        #expect(asked == [.save(draft, try Samples.identity())])
        walk = try Walk.form(.renewal)
        walk.act(.form(.editHours))
        guard case .keepDraft? = walk.act(.educationHours(.key(.character("6")))).first else {
            Issue.record("not kept")
            return
        }
        #expect(walk.model.draftForm?.educationHours == 6)
        walk.act(.educationHours(.cancel))
        #expect(walk.model.draftForm?.educationHours == nil)
    }

    @Test func `the reason in words is kept as it is written, and goes when it is cancelled`() throws {
        var walk = try Walk.form(.cancellation)
        walk.act(.form(.chooseReason(.other)))
        walk.act(.form(.editReason))
        walk.act(.words(.key(.mode(.digits))))
        #expect(walk.act(.words(.key(.character("1")))).count == 1)
        #expect(walk.model.cancellationForm?.reasonText == "1")
        walk.act(.words(.cancel))
        #expect(walk.screen == "screen.form")
        #expect(walk.model.cancellationForm?.reasonText == "")
    }

    @Test func `the banner leads to the reason of a cancellation, and to the hours of a renewal`() throws {
        var walk = try Walk.form(.cancellation)
        walk.act(.form(.save))
        walk.act(.form(.nextProblem))
        #expect(walk.model.attention?.node == "form.reason")
        var renewal = try Walk.form(.renewal)
        renewal.act(.form(.editPhone))
        renewal.type("02164680000") { .enterprisePhone(.key($0)) }
        renewal.act(.enterprisePhone(.done))
        renewal.act(.form(.save))
        renewal.act(.form(.nextProblem))
        #expect(renewal.screen == "screen.educationHours")
    }

    @Test func `a change of employer begins with a cancellation for that reason`() throws {
        var walk = try Walk.registered()
        walk.act(.kinds(.change))
        guard case .beginDraft(.cancellation(let form), _)? = walk.act(.change(.cancelFirst)).first else {
            Issue.record("nothing begun")
            return
        }
        #expect(form.reason == .changesEmployer)
        try walk.beginDraft()
        #expect(walk.screen == "screen.form")
    }

    @Test func `who is not registered is told why nothing can be cancelled`() throws {
        var walk = try Scene.changeGuideBarred.walk
        #expect(walk.act(.change(.cancelFirst)).isEmpty)
        #expect(walk.frame().shows("您没有有效的注册证书"))
    }

    @Test func `a form of another kind gives way only when the person says so`() throws {
        var walk = try Scene.replaceQuestion.walk
        #expect(walk.act(.kinds(.confirmReplacing(false))).isEmpty)
        #expect(walk.model.visit.draft?.form.kind == .renewal)
        walk.act(.kinds(.choose(.cancellation)))
        guard case .beginDraft(.cancellation, _)? = walk.act(.kinds(.confirmReplacing(true))).first else {
            Issue.record("nothing begun")
            return
        }
    }

    @Test func `a sealed cancellation is done, and its notice is printed all the same`() throws {
        var walk = try Walk.cancellationSealed()
        #expect(walk.frame().shows("注销已完成，编号 沪建注2026-001234"))
        #expect(walk.act(.sealed(.print)) == [.printNotice(Samples.applicationID, again: false, Samples.token)])
    }

    @Test(arguments: StandingCase.all.indices)
    func `what is offered follows the registration, as the store has it`(index: Int) throws {
        let standing = StandingCase.all[index]
        var certificate = try standing.endsInDays.map { try Samples.registered(endsInDays: $0) }
        if standing.isVoid { try certificate?.apply(.cancel, by: .store, at: Samples.now) }
        for kind in RegistrationKind.allCases {
            var walk = try Walk.list(certificate: certificate)
            walk.act(.list(.new))
            #expect(
                walk.model.barrier(to: kind)?.advice.code == standing.barred[kind], "\(standing.name) \(kind)")
            #expect(walk.act(.kinds(.choose(kind))).isEmpty == (standing.barred[kind] != nil))
        }
    }

    @Test func `saving finds in a form what the store would find`() throws {
        let records = KnownRecords(
            enterprise: try Samples.enterprise(), photo: try Samples.photo(),
            qualification: try Samples.qualification(), scan: try Samples.scan(), proof: try Samples.scan(0xCE),
            today: CivilDate(shanghai: Samples.now))
        for example in FormCases.all(records) {
            let draft = Draft(applicationID: Samples.applicationID, form: example.form)
            let certificate = example.form.kind == .initial ? nil : try Samples.registered()
            let isElsewhere = if case .initial(let form) = example.form { form.typed != nil } else { false }
            var walk = try Walk.list(draft: draft, hasQualification: !isElsewhere, certificate: certificate)
            walk.act(.list(.continueDraft))
            let asked = walk.act(.form(.save))
            #expect(
                asked == (example.problems.isEmpty ? [.save(draft, try Samples.identity())] : []), "\(example.name)")
            guard case .form(let page) = walk.model.screen else { continue }
            #expect(page.problems.map(\.advice.code) == example.problems, "\(example.name)")
        }
    }
}
