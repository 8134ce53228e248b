import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Cards come and go while a person is being served.
struct CardTests {
    /// Scenes in which somebody's card is in use.
    static let visits: [Scene] = [
        .identity, .phone, .phoneCode, .listFull, .kinds, .formFull, .nameMatches, .enterprisePhone, .saving, .preview,
        .signingCode, .signed, .detailSaved, .pinTyped, .pending, .reviewAgreed, .sealPIN, .sealing, .sealed,
        .printPrinting,
    ]

    @Test(arguments: visits)
    func `taking the card away ends the visit at once, and says so`(scene: Scene) throws {
        var walk = try scene.walk
        let role = try #require(walk.model.boundReader)
        #expect(walk.card(.removed(role)) == [.endVisit])
        #expect(walk.screen == "screen.ended")
        #expect(walk.frame().shows("卡已取走，已安全退出"))
        #expect(walk.model.visit == .none)
    }

    @Test(arguments: visits)
    func `the other reader does not matter`(scene: Scene) throws {
        var walk = try scene.walk
        let role: ReaderRole = walk.model.boundReader == .identity ? .enterprise : .identity
        let (before, wasBusy) = (walk.screen, walk.model.isBusy)
        for event in [CardEvent.placed(role), .mute(role), .removed(role), .readerGone(role), .readerBack(role)] {
            // A card in the slot is looked at: one of staff's is told that somebody is being served.
            let isLookedAt = event == .placed(.enterprise)
            #expect(walk.card(event) == (isLookedAt ? [.readCertificate] : []))
        }
        #expect(walk.screen == before)
        #expect(walk.model.isBusy == wasBusy)
    }

    @Test func `another card than the one that is asked for is told so, until one of them moves`() throws {
        var walk = try Scene.identityWanted.walk
        #expect(walk.model.notice == .cardWantedAt(.identity))
        #expect(walk.frame().shows("这一步要用身份证"))
        #expect(walk.screen == "screen.cardReading")
        var pulled = walk
        pulled.card(.removed(.enterprise))
        #expect(pulled.model.notice == nil)
        #expect(walk.card(.placed(.identity)) == [.readIdentity])
        #expect(walk.model.notice == nil)
    }

    @Test func `a card in the slot that nobody knows is no identity card either`() throws {
        var walk = try Scene.cardAwaited.walk
        walk.card(.placed(.enterprise))
        try walk.answer(.certificate(.failure(.card(.unknownCard(.enterprise)))))
        #expect(walk.model.notice == .cardWantedAt(.identity))
    }

    @Test func `an identity card is not the certificate that is asked for`() throws {
        var walk = try Scene.certificateWanted.walk
        #expect(walk.model.notice == .cardWantedAt(.enterprise))
        #expect(walk.frame().shows("这一步要用“法人一证通”"))
        #expect(walk.card(.placed(.enterprise)) == [.readCertificate])
        #expect(walk.model.notice == nil)
    }

    @Test(arguments: visits)
    func `a reader that comes back with the same card changes nothing`(scene: Scene) throws {
        var walk = try scene.walk
        let role = try #require(walk.model.boundReader)
        let before = walk.model.entered
        walk.card(.serviceDown)
        #expect(walk.frame().shows("读卡器正在恢复"))
        walk.pass(seconds: 5)
        walk.card(.serviceUp)
        let asked = walk.card(.placed(role))
        switch role {
        case .identity:
            #expect(asked == [.readIdentity])
            try walk.answer(.identity(.success(Samples.identity())))
        case .enterprise:
            #expect(asked == [.readCertificate])
            try walk.answer(.certificate(.success(Samples.certificate())))
        }
        #expect(walk.screen != "screen.ended")
        #expect(walk.model.entered == before)
        #expect(!walk.frame().shows("读卡器正在恢复"))
    }

    @Test(arguments: visits)
    func `a reader that does not come back ends the visit`(scene: Scene) throws {
        var walk = try scene.walk
        walk.card(.serviceDown)
        walk.pass(seconds: walk.model.settings.readerGrace)
        #expect(walk.screen == "screen.ended")
        #expect(walk.frame().shows("读卡器没有恢复"))
    }

    @Test(arguments: [Scene.formFull, .signed, .identity])
    func `another person's card behind a failing reader ends the visit`(scene: Scene) throws {
        var walk = try scene.walk
        walk.card(.readerGone(.identity))
        walk.card(.readerBack(.identity))
        walk.card(.placed(.identity))
        try walk.answer(.identity(.success(Samples.otherIdentity())))
        #expect(walk.screen == "screen.ended")
        #expect(walk.frame().shows("换了一张卡"))
    }

    @Test func `a card pulled while it is read can be put back`() throws {
        var walk = try Scene.cardReading.walk
        walk.card(.removed(.identity))
        #expect(walk.frame().shows("C-104"))
        #expect(walk.card(.placed(.identity)) == [.readIdentity])
        try walk.answer(.identity(.success(Samples.identity())))
        #expect(walk.screen == "screen.identityReview")
    }

    @Test func `words about a pulled card stay when the reader has noticed it too`() throws {
        var walk = try Scene.cardReading.walk
        try walk.answer(.identity(.failure(.card(.removed(.identity)))))
        walk.card(.removed(.identity))
        #expect(walk.frame().shows("C-104"))
        #expect(walk.card(.placed(.identity)) == [.readIdentity])
    }

    @Test func `a forgotten card is not read for the next person`() throws {
        var walk = try Scene.cardForgotten.walk
        #expect(walk.frame().shows("请先取走读卡区上的卡"))
        walk.act(.reading(.retry))
        walk.card(.serviceDown)
        walk.card(.serviceUp)
        #expect(walk.card(.placed(.identity)).isEmpty)
        walk.card(.removed(.identity))
        #expect(walk.card(.placed(.identity)) == [.readIdentity])
    }

    @Test func `the farewell waits for a forgotten card`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.leave))
        #expect(walk.frame().shows("请取回您的卡"))
        walk.pass(seconds: 60)
        #expect(walk.screen == "screen.ended")
        walk.card(.removed(.identity))
        walk.pass(seconds: walk.model.settings.farewell)
        #expect(walk.screen == "screen.welcome")
    }

    /// What is asked of the runner in each of the next seconds.
    private func works(of walk: inout Walk, seconds: Int) -> [[Work]] {
        (0..<seconds).map { _ in walk.send(.tick(walk.model.now.addingTimeInterval(1))) }
    }

    @Test func `a forgotten card sounds every few seconds, and after half a minute staff are called, once`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.leave))
        let works = works(of: &walk, seconds: 60)
        let sounds = works.indices.filter { !works[$0].isEmpty }.map { $0 + 1 }
        #expect(sounds == Array(stride(from: 5, through: 60, by: 5)))
        let calls = works.indices.filter { works[$0] == [.remindOfCard(callsStaff: true)] }.map { $0 + 1 }
        #expect(calls == [30])
        #expect(walk.frame().shows("已通知工作人员来保管您的卡"))
    }

    @Test func `a forgotten card is heard on the welcome screen too, but not while the next person is served`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.leave))
        walk.act(.ended(.home))
        #expect(works(of: &walk, seconds: 5).last == [.remindOfCard(callsStaff: false)])
        walk.act(.welcome(.enterprise))
        #expect(works(of: &walk, seconds: 5).flatMap(\.self) == [])
        walk.card(.removed(.identity))
        walk.act(.certificate(.home))
        #expect(works(of: &walk, seconds: 60).flatMap(\.self) == [])
        #expect(walk.model.cardAlarm == nil)
    }

    @Test func `pcscd gone closes both ways in, with the reason`() {
        var walk = Walk()
        walk.card(.serviceDown)
        let frame = walk.frame()
        #expect(frame.tree.node(labelled: "个人办理")?.state.isEnabled == false)
        #expect(frame.tree.node(labelled: "企业办理")?.state.isEnabled == false)
        #expect(frame.shows("C-101"))
        walk.card(.serviceUp)
        #expect(walk.frame().tree.node(labelled: "个人办理")?.state.isEnabled == true)
    }

    @Test func `a sheet goes on printing after the card was taken`() throws {
        var walk = try Walk.printing(.printing(sheet: 1, of: 1))
        walk.card(.removed(.enterprise))
        #expect(walk.frame().shows("通知书还在打印"))
        walk.send(.print(Samples.printToken, .held(.outOfPaper)))
        #expect(walk.frame().shows("P-301"))
        walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        #expect(walk.frame().shows("请取走通知书"))
        walk.pass(seconds: walk.model.settings.farewell)
        #expect(walk.screen == "screen.welcome")
    }

    @Test(arguments: ReaderRole.allCases)
    func `a card that comes during the farewell begins the next visit`(role: ReaderRole) throws {
        var walk = try Walk.list()
        walk.card(.removed(.identity))
        #expect(walk.screen == "screen.ended")
        walk.card(.placed(role))
        #expect(walk.screen == (role == .identity ? "screen.privacyNotice" : "screen.certificateReading"))
    }
}
