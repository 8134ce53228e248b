import Core
import Foundation
import Terminal
import Testing

@testable import Screens

struct CertificateTests {
    @Test func `what waits is collected, and then shown as signed and printed as it is`() throws {
        var walk = try Walk.certificate(.issued)
        let held = try Samples.held(.issued)
        #expect(walk.act(.certificates(.confirm)) == [.collect(held.id)])
        #expect(try walk.answer(.filed(.success(Samples.entryID))) == [.awaitReceipt(Samples.entryID)])
        let receipt = EntryReceipt(entryID: Samples.entryID, outcome: .applied(try Samples.status(.collected)))
        #expect(try walk.answer(.receipt(.success(receipt))) == [.showCertificate(held.id, Samples.token)])
        #expect(walk.screen == "screen.certificate" && walk.frame().shows("正在生成并签章"))
        // Not to be printed before it is there.
        #expect(walk.frame().tree.targets.allSatisfy { $0.action != .certificates(.print) || !$0.state.isEnabled })
        try walk.answer(.typeset(.success(Samples.certificatePicture())))
        let request = PaperRequest.certificate(held.id)
        #expect(walk.act(.certificates(.print)) == [.printPaper(request, again: false, Samples.token)])
        #expect(walk.frame().shows("正在打印注册证书"))
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        #expect(walk.frame().shows("打印完成，请取走注册证书"))
        #expect(walk.act(.printing(.done)) == [.loadCertificates(Samples.token)])
    }

    @Test func `a certificate on paper is exchanged with the photo on record, and collected after it`() throws {
        var walk = try Walk.certificate(.paper)
        let held = try Samples.held(.paper)
        #expect(walk.frame().shows("295×413"))
        #expect(walk.act(.certificates(.confirm)) == [.exchange(held.id, photo: try Samples.photo(), brought: nil)])
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .noted))))
        #expect(walk.screen == "screen.certificate" && walk.frame().shows("确认领证"))
        #expect(walk.act(.certificates(.confirm)) == [.collect(held.id)])
    }

    @Test(arguments: [CertificateState.collected, .void])
    func `what is collected or void offers no confirmation`(_ state: CertificateState) throws {
        var walk = try Walk.certificate(state)
        #expect(walk.act(.certificates(.confirm)).isEmpty)
    }

    @Test(arguments: [CertificateState.paper, .issued, .renamed])
    func `an expired one is neither exchanged nor collected, and says why`(_ state: CertificateState) throws {
        guard state != .renamed else { return }
        var walk = try Walk.certificate(state, endsInDays: -1)
        #expect(walk.act(.certificates(.confirm)).isEmpty)
        #expect(walk.frame().shows("证书已过有效期"))
    }

    @Test func `without a photo on record nothing is exchanged`() throws {
        var walk = try Walk.certificate(.paper, hasRecords: false)
        #expect(walk.act(.certificates(.confirm)).isEmpty)
        #expect(walk.frame().shows("请上传照片"))
    }

    @Test func `who comes after the employer's rename is told at once, until it is collected again`() throws {
        var walk = try Walk.list(certificate: Samples.held(.renamed))
        #expect(walk.frame().shows("请重新领取新名称的证书"))
        #expect(walk.act(.list(.showCertificates)) == [.loadCertificates(Samples.token)])
        try walk.answer(.certificates(.success([Samples.held(.renamed)])))
        walk.act(.certificates(.open(try Samples.held(.renamed).id)))
        walk.act(.certificates(.confirm))
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .noted))))
        try walk.answer(.typeset(.success(Samples.certificatePicture())))
        walk.act(.certificates(.back))
        walk.act(.certificates(.back))
        #expect(walk.screen == "screen.applicationList" && !walk.frame().shows("请重新领取新名称的证书"))
    }

    @Test func `a refusal by the store leads back, and nothing is lost`() throws {
        var walk = try Walk.certificate(.issued)
        walk.act(.certificates(.confirm))
        try walk.answer(.filed(.success(Samples.entryID)))
        let refusal = EntryReceipt.Outcome.refused(.certificate(.notPossible(event: .collect, state: .collected)))
        try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: refusal))))
        #expect(walk.frame().shows("R-761"))
        walk.act(.filing(.goOn))
        #expect(walk.screen == "screen.applicationList")
    }
}

struct RenameTests {
    @Test func `count and certificates are shown before the touch that changes them`() throws {
        var walk = try Walk.rename(count: 3)
        #expect(walk.frame().shows("将变更3本证书") && walk.frame().shows("测**甲"))
        #expect(walk.act(.rename(.answer(true))).isEmpty)
        #expect(walk.act(.rename(.confirm)).isEmpty)
        #expect(walk.frame().shows("确认变更3本证书"))
        let offer = try Samples.renameOffer(count: 3)
        #expect(walk.act(.rename(.answer(true))) == [.rename(offer.enterprise)])
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .noted))))
        #expect(walk.frame().shows("已变更3本证书"))
        let request = PaperRequest.renames(Samples.entryID)
        #expect(walk.act(.rename(.print)) == [.printPaper(request, again: false, Samples.token)])
    }

    @Test func `no is no`() throws {
        var walk = try Walk.rename()
        walk.act(.rename(.confirm))
        #expect(walk.act(.rename(.answer(false))).isEmpty)
        #expect(walk.screen == "screen.rename" && !walk.frame().shows("确认变更3本证书"))
    }

    @Test func `while the register holds the old name there is nothing to touch, and the way is told`() throws {
        var walk = try Walk.rename(count: 0)
        #expect(walk.frame().shows("市场监管部门"))
        #expect(walk.act(.rename(.confirm)).isEmpty)
    }
}

struct OtherPaperTests {
    @Test func `a receipt is offered only for what is sealed while the store is away`() throws {
        var walk = try Walk.sealing()
        #expect(!walk.frame().shows("打印收件凭证"))
        walk.send(.network(isReachable: false))
        #expect(walk.frame().shows("打印收件凭证"))
        let request = PaperRequest.receipt(Samples.entryID, try Samples.registration(.personallySigned))
        #expect(walk.act(.filing(.printReceipt)) == [.printPaper(request, again: false, Samples.token)])
        // The seal goes on meanwhile: its answer is still taken.
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        #expect(walk.frame().shows("正在打印收件凭证"))
        walk = try .saving()
        walk.send(.network(isReachable: false))
        #expect(!walk.frame().shows("收件凭证") && walk.act(.filing(.printReceipt)).isEmpty)
    }

    @Test(arguments: [
        (RegistrationState.correctionRequired, PaperRequest.correction(Samples.applicationID), "打印补正告知书"),
        (.notAccepted, .nonAcceptance(Samples.applicationID), "打印不予受理通知书"),
    ])
    func `the office's decision can be printed in its state`(
        _ state: RegistrationState, _ request: PaperRequest, _ words: String
    ) throws {
        var walk = try Walk.detail(state)
        #expect(walk.frame().shows(words))
        #expect(walk.act(.detail(.printDecision)) == [.printPaper(request, again: false, Samples.token)])
    }

    @Test func `in other states there is none`() throws {
        var walk = try Walk.detail(.accepted)
        #expect(walk.act(.detail(.printDecision)).isEmpty)
    }
}
