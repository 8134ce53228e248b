import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Up, down, left, right and enter alone.
struct FiveKeyTests {
    static let sizes = [Size(width: 80, height: 30), Size(width: 60, height: 34), Size(width: 40, height: 22)]

    @Test(arguments: Scene.allCases, sizes)
    func `five keys reach whatever touch reaches`(scene: Scene, size: Size) throws {
        let listener = Listener(try scene.walk, size: size)
        #expect(listener.missed.isEmpty, "\(scene) \(size.width)×\(size.height): \(listener.missed)")
        let byTouch = Set(listener.tree.targets.compactMap(\.action))
        #expect(byTouch == Set(listener.tree.focusable.compactMap(\.action)), "\(scene): the ground alone does it")
    }

    @Test(arguments: Scene.allCases)
    func `a new screen has the focus on something that can be used, where there is any`(scene: Scene) throws {
        let listener = Listener(try scene.walk)
        let usable = listener.tree.focusable.filter(\.state.isEnabled)
        let focused = listener.tree.focused
        #expect(usable.isEmpty || usable.contains { $0.id == focused?.id }, "\(scene)")
        #expect(listener.heard.map(\.topic).filter { $0 == .focus }.count == (listener.tree.focusable.isEmpty ? 0 : 1))
    }

    @Test(arguments: Scene.allCases)
    func `a closed target says why`(scene: Scene) throws {
        let start = Listener(try scene.walk)
        let ways = start.ways()
        for target in start.tree.focusable {
            guard let reason = target.state.availability.reason, let way = ways[target.id] else { continue }
            var listener = start.having(gone: way)
            let words = SpokenText(.chinese).readable(reason)
            #expect(listener.lastWords.contains(words), "\(scene): \(listener.lastWords)")
            let before = listener.walk.model.screen
            listener.press(.enter)
            #expect(listener.lastWords.contains(words), "\(scene): \(listener.lastWords)")
            #expect(listener.walk.model.screen == before)
        }
    }

    @Test(arguments: Scene.allCases)
    func `whatever enter does, the focus is on the next screen`(scene: Scene) throws {
        let start = Listener(try scene.walk)
        for way in start.ways().values {
            var listener = start.having(gone: way)
            listener.press(.enter)
            #expect(listener.tree.focused != nil || listener.tree.focusable.isEmpty, "\(scene) \(listener.walk.screen)")
        }
    }

    @Test func `coming back to a screen finds the focus where it was`() throws {
        var listener = Listener(try Walk.fullForm())
        try listener.choose("企业电话")
        #expect(listener.walk.screen == "screen.enterprisePhone")
        try listener.choose("完成")
        #expect(listener.tree.focused?.id == "form.phone")
        listener.walk.pass(seconds: 125)
        listener.draw()
        #expect(listener.tree.focused?.label == "继续办理")
        listener.press(.enter)
        #expect(listener.tree.focused?.id == "form.phone")
    }

    @Test func `any of the five keys at the welcome screen switches the voice on`() {
        let model = Walk().model
        for key in Listener.arrows + [.enter] {
            #expect(model.voiceAction(for: key, hasFocus: false) == .anywhere(.voice(true)))
            #expect(model.voiceAction(for: key, hasFocus: true) == nil)
        }
        #expect(model.voiceAction(for: .character("1"), hasFocus: false) == nil)
        #expect(Listener(Walk()).walk.model.voiceAction(for: .down, hasFocus: false) == nil)
    }

    @Test func `the voice lasts to the last words of a visit, not to the next person`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.voice(true)))
        walk.card(.removed(.identity))
        #expect(walk.model.isVoiced)
        walk.pass(seconds: 30)
        #expect(walk.screen == "screen.welcome")
        #expect(!walk.model.isVoiced)
        walk.act(.anywhere(.voice(true)))
        walk.pass(seconds: 61)
        #expect(!walk.model.isVoiced)
    }
}
