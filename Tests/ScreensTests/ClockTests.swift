import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Time-outs and countdowns.
struct ClockTests {
    @Test(arguments: CardTests.visits)
    func `a forgotten visit warns, then ends`(scene: Scene) throws {
        var walk = try scene.walk
        let settings = walk.model.settings
        var seconds = 0
        while walk.model.warningSeconds == nil, seconds <= settings.idleOnForms {
            walk.pass(seconds: 1)
            seconds += 1
        }
        #expect(seconds == settings.idle || seconds == settings.idleOnForms)
        #expect(walk.model.warningSeconds == settings.warning)
        #expect(walk.frame().shows("再过 \(settings.warning) 秒"))
        walk.pass(seconds: settings.warning - 1)
        #expect(walk.screen != "screen.ended")
        walk.pass(seconds: 1)
        #expect(walk.screen == "screen.ended")
        #expect(walk.model.visit == .none)
    }

    @Test func `any touch goes on, and nothing entered is lost`() throws {
        var walk = try Walk.fullForm()
        let before = walk.model.entered
        walk.pass(seconds: 130)
        let frame = walk.frame()
        let corner = try #require(frame.tree.target(at: Point(x: 0, y: 0)))
        #expect(corner.action == .anywhere(.stay))
        walk.act(.anywhere(.stay))
        #expect(walk.model.warningSeconds == nil)
        #expect(walk.screen == "screen.form")
        #expect(walk.model.entered == before)
        walk.pass(seconds: 119)
        walk.send(.touched)
        walk.pass(seconds: 119)
        #expect(walk.model.warningSeconds == nil)
    }

    @Test func `who reads large print or listens has longer`() throws {
        for action in [Action.Anywhere.printSize(.large), .voice(true)] {
            var walk = try Walk.list()
            walk.act(.anywhere(action))
            walk.pass(seconds: 89)
            #expect(walk.model.warningSeconds == nil)
            walk.pass(seconds: 1)
            #expect(walk.model.warningSeconds == 30)
            var form = try Walk.fullForm()
            form.act(.anywhere(action))
            form.pass(seconds: 119)
            #expect(form.model.warningSeconds == nil)
            form.pass(seconds: 1)
            #expect(form.model.warningSeconds == 30)
        }
    }

    @Test func `an empty reader leads home`() throws {
        var walk = try Scene.cardAwaited.walk
        #expect(walk.frame().shows("30 秒内没有读到卡"))
        walk.pass(seconds: 29)
        #expect(walk.screen == "screen.cardReading")
        walk.pass(seconds: 1)
        #expect(walk.screen == "screen.welcome")
    }

    @Test func `a code counts down, and may be sent again when the store allows`() throws {
        var walk = try Walk.phoneCode()
        #expect(walk.frame().shows("60 秒后可以重新发送"))
        #expect(walk.act(.code(.resend)).isEmpty)
        walk.pass(seconds: 60)
        #expect(walk.act(.code(.resend)).count == 1)
        try walk.answer(.codeSent(.success(Samples.ticket(now: walk.model.now))))
        #expect(walk.frame().shows("60 秒后可以重新发送"))
    }

    @Test func `an expired code is not tried`() throws {
        var walk = try Scene.phoneCodeExpired.walk
        walk.type("123456") { .code(.key($0)) }
        #expect(walk.act(.code(.submit)).isEmpty)
        #expect(walk.act(.code(.resend)).count == 1)
    }

    @Test func `the list asks the store again by itself`() throws {
        var walk = try Walk.list([.personallySigned])
        walk.pass(seconds: walk.model.settings.refresh)
        let refreshes = walk.all.filter { $0.work == .loadApplications(Samples.token) }
        #expect(refreshes.count == 1)
        try walk.answer(.applications(.success([Samples.status(.accepted)])))
        #expect(walk.frame().shows("已受理"))
    }

    @Test func `a refresh that fails leaves the list as it is`() throws {
        var walk = try Walk.list([.personallySigned])
        walk.pass(seconds: walk.model.settings.refresh)
        let before = walk.frame()
        try walk.answer(.applications(.failure(.store(.unreachable))))
        #expect(walk.frame() == before)
    }
}
