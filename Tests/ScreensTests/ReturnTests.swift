import Core
import Terminal
import Testing

@testable import Screens

/// 退回修改 and 撤回, message by message.
struct ReturnTests {
    @Test func `the enterprise sends a form back with a usual reason`() throws {
        var walk = try Walk.formReturn()
        #expect(walk.act(.formReturn(.send)).isEmpty)
        walk.act(.formReturn(.choose(.enterprisePhone)))
        #expect(
            walk.act(.formReturn(.send)) == [
                .returnToApplicant(Samples.applicationID, by: try Samples.enterprise().code, reason: "企业联系电话有误")
            ])
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.applied(.returnedByEnterprise)
        #expect(walk.screen == "screen.pendingList")
        #expect(walk.frame().shows("已退回"))
        #expect(walk.frame().shows("在申请人处 1 条"))
    }

    @Test func `another reason needs words, which the Chinese input writes`() throws {
        var walk = try Walk.formReturn()
        walk.act(.formReturn(.choose(.other)))
        #expect(walk.act(.formReturn(.send)).isEmpty)
        walk.act(.formReturn(.editWords))
        walk.type("xm") { .words(.key($0)) }
        try walk.answer(.composition(Composition(preedit: "x m", candidates: ["姓名"])))
        #expect(walk.act(.words(.key(.space))) == [.compose(.choose(0))])
        try walk.answer(.composition(Composition(committed: "姓名")))
        walk.act(.words(.key(.confirm)))
        #expect(walk.screen == "screen.formReturn")
        let asked = walk.act(.formReturn(.send))
        #expect(
            asked == [
                .returnToApplicant(Samples.applicationID, by: try Samples.enterprise().code, reason: "姓名")
            ])
    }

    @Test func `words follow the usual reason, and cancelling them leaves what was there`() throws {
        var walk = try Walk.formReturn()
        walk.act(.formReturn(.choose(.personalData)))
        for _ in 0..<2 {
            walk.act(.formReturn(.editWords))
            walk.act(.words(.key(.mode(.digits))))
            walk.type("12") { .words(.key($0)) }
            walk.act(.words(walk.model.isWriting("12") ? .key(.confirm) : .cancel))
        }
        guard case .formReturn(let formReturn) = walk.model.screen else { return }
        #expect(formReturn.text == "个人信息有误：12")
    }

    @Test func `a return that could not be kept is tried again from its reason`() throws {
        var walk = try Walk.formReturn()
        walk.act(.formReturn(.choose(.photo)))
        walk.act(.formReturn(.send))
        try walk.answer(.filed(.failure(.storage(.full))))
        walk.act(.filing(.retry))
        #expect(walk.screen == "screen.formReturn")
        #expect(walk.act(.formReturn(.send)).count == 1)
    }

    @Test func `the applicant reads the reason, and may change the form`() throws {
        var walk = try Walk.detail(.returnedByEnterprise)
        #expect(walk.frame().shows("企业电话有误"))
        #expect(!walk.act(.detail(.edit)).isEmpty)
        #expect(walk.screen == "screen.form")
    }

    @Test(arguments: RegistrationState.allCases)
    func `an application is withdrawn in any state before acceptance, after a question`(
        state: RegistrationState
    ) throws {
        guard state.exists(for: .initial) else { return }
        var walk = try Walk.detail(state)
        walk.act(.detail(.withdraw))
        let mayWithdraw = Registration.destination(from: state, on: .withdraw, kind: .initial) != nil
        let asked = walk.act(.detail(.confirmWithdrawal(true)))
        #expect(asked == (mayWithdraw ? [.withdraw(Samples.applicationID)] : []))
        #expect(walk.act(.detail(.confirmWithdrawal(true))).isEmpty)
    }

    @Test func `not withdrawing changes nothing`() throws {
        var walk = try Walk.detail(.personallySigned)
        let model = walk.model
        walk.act(.detail(.withdraw))
        #expect(walk.act(.detail(.confirmWithdrawal(false))).isEmpty)
        #expect(walk.model == model)
    }

    @Test func `after a withdrawal the draft of the same application goes, and a new one may begin`() throws {
        var walk = try Walk.detail(.personallySigned)
        walk.act(.detail(.edit))
        walk.act(.detail(.confirmEdit(true)))
        walk.act(.form(.back))
        walk.act(.list(.open(Samples.applicationID)))
        try walk.answer(.registration(.success(Samples.registration(.personallySigned))))
        walk.act(.detail(.withdraw))
        walk.act(.detail(.confirmWithdrawal(true)))
        try walk.answer(.filed(.success(Samples.entryID)))
        let number = try Samples.identity().number
        let receipt = EntryReceipt(entryID: Samples.entryID, outcome: .applied(try Samples.status(.withdrawn)))
        #expect(try walk.answer(.receipt(.success(receipt))) == [.dropDraft(of: number)])
        #expect(walk.frame().shows("申请已撤回"))
        walk.act(.list(.new))
        guard case .beginDraft? = walk.act(.kinds(.choose(.initial))).first else {
            Issue.record("on \(walk.screen) nothing begins")
            return
        }
    }
}

extension KioskModel {
    /// The first time round: nothing but these words has been written.
    fileprivate func isWriting(_ text: String) -> Bool {
        if case .wordsEntry(let entry) = screen { entry.text == text } else { false }
    }
}
