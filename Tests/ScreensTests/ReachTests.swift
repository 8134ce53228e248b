import Core
import Terminal
import Testing

@testable import Screens

/// On every screen, the smallest and the largest print too, each target is reached by a finger and by five keys.
struct ReachTests {
    static let looks = [
        Look(40, 22, Presentation(printSize: .large)),
        Look(80, 22, Presentation(language: .english, printSize: .large)),
        Look(60, 53, Presentation(printSize: .large)), Look(80, 30),
    ]

    @Test(arguments: Scene.allCases, looks)
    func `whatever is below is brought up by touch, and there is a way on`(scene: Scene, look: Look) throws {
        var walk = try scene.walk(in: look)
        var hand = Hand()
        hand.size = look.size
        let tree = hand.frame(of: walk).tree
        let isMoving = walk.model.isBusy || walk.model.ownDeadline != nil
        #expect(isMoving || tree.targets.contains { $0.state.isEnabled && $0.action != nil }, "\(scene): dead end")
        let wanted = Set(tree.targets.map(\.id))
        var touched: Set<NodeID> = []
        for _ in 0..<40 {
            let shown = hand.frame(of: walk).tree.targets.filter { $0.visibleRect == $0.rect && !$0.rect.isEmpty }
            touched.formUnion(shown.map(\.id))
            guard let down = shown.first(where: { $0.state.isEnabled && $0.isScrollingForth }) else { break }
            let middle = Point(x: down.rect.x + down.rect.width / 2, y: down.rect.y + down.rect.height / 2)
            hand.give(.touch(Touch(.down, at: middle)), .touch(Touch(.up, at: middle)), to: &walk)
        }
        let missed = wanted.subtracting(touched)
        #expect(missed.isEmpty, "\(scene) \(look): \(missed.map(\.rawValue))")
    }

    @Test(arguments: Scene.allCases, looks[..<2])
    func `five keys reach it in large print too`(scene: Scene, look: Look) throws {
        let listener = Listener(try scene.walk(in: look), size: look.size)
        #expect(listener.missed.isEmpty, "\(scene) \(look): \(listener.missed)")
    }
}

extension SemanticNode {
    fileprivate var isScrollingForth: Bool {
        if case .scroll(_, let rows) = activation { rows > 0 } else { false }
    }
}
