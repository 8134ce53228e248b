import Testing

@testable import Terminal

@Suite struct InteractionTests {
    enum Do: Hashable, Sendable { case back, next, print, row(Int), beside }

    /// A list of ten rows of four in a window of eight, with two buttons under it.
    private static let screen = View<Do>.column {
        View.scroll(
            "list",
            View.column {
                for row in 0..<10 { View.button("第 \(row) 条", width: .flex(), height: .fixed(4), action: Do.row(row)) }
            })
        View.row(gap: 2) {
            View.button("返回", shortcut: .escape, action: Do.back)
            View.button("打印", availability: .disabled(reason: "没有纸"), reason: .elsewhere, action: Do.print)
            View.button("下一步", isPrimary: true, shortcut: .enter, action: Do.next)
        }
    }

    private struct Hand {
        var interaction = Interaction<Do>()
        let view: View<Do>
        let size: Size

        init(_ view: View<Do> = InteractionTests.screen, size: Size = Size(width: 40, height: 11)) {
            self.view = view
            self.size = size
        }

        var frame: Frame<Do> { Frame(view, size: size, interaction: interaction) }

        @discardableResult
        mutating func act(_ events: InputEvent...) -> Interaction<Do>.Response {
            events.reduce(into: Interaction<Do>.Response()) { response, event in
                response.add(interaction.handle(event, in: frame.tree))
            }
        }

        func middle(of label: String) throws -> Point {
            let rect = try #require(frame.tree.node(labelled: label)).visibleRect
            return Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2)
        }

        var offset: Int { interaction.scrollOffset(of: "list", subject: "") }
    }

    @Test func `press and release on a target is a tap, with feedback in between`() throws {
        var hand = Hand()
        let point = try hand.middle(of: "下一步")
        #expect(hand.act(.touch(Touch(.down, at: point))).actions.isEmpty)
        #expect(hand.frame.tree.node(labelled: "下一步")?.state.isPressed == true)
        #expect(hand.frame.grid[point.x, point.y].style == .pressed)
        #expect(hand.act(.touch(Touch(.up, at: point))).actions == [.next])
        #expect(hand.interaction.pressed == nil)
    }

    @Test func `release outside cancels, coming back does not`() throws {
        var hand = Hand()
        let point = try hand.middle(of: "下一步")
        let outside = try hand.middle(of: "返回")
        hand.act(.touch(Touch(.down, at: point)), .touch(Touch(.move, at: outside)))
        #expect(hand.interaction.pressed == nil)
        #expect(hand.act(.touch(Touch(.up, at: outside))).actions.isEmpty)
        hand.act(.touch(Touch(.down, at: point)), .touch(Touch(.move, at: outside)), .touch(Touch(.move, at: point)))
        #expect(hand.interaction.pressed == "下一步")
        #expect(hand.act(.touch(Touch(.up, at: point))).actions == [.next])
    }

    @Test func `a target that changed its meaning under the finger does nothing`() throws {
        var interaction = Interaction<Do>()
        let size = Size(width: 20, height: 3)
        let before = Frame(View.button("确定", action: Do.next), size: size).tree
        let after = Frame(View.button("确定", action: Do.print), size: size).tree
        let point = Point(x: 3, y: 1)
        _ = interaction.handle(.touch(Touch(.down, at: point)), in: before)
        #expect(interaction.handle(.touch(Touch(.up, at: point)), in: after).actions.isEmpty)
    }

    @Test func `a disabled target answers with its reason`() throws {
        var hand = Hand()
        let point = try hand.middle(of: "打印")
        let response = hand.act(.touch(Touch(.down, at: point)), .touch(Touch(.up, at: point)))
        #expect(response.actions.isEmpty)
        #expect(response.refusal == "没有纸")
        #expect(hand.frame.tree.node(labelled: "打印")?.state.isPressed == false)
    }

    @Test func `drag, swipe and wheel scroll alike`() {
        let (low, high) = (Point(x: 5, y: 7), Point(x: 5, y: 2))
        var drag = Hand()
        drag.act(.touch(Touch(.down, at: low)))
        for y in (2..<7).reversed() { drag.act(.touch(Touch(.move, at: Point(x: 5, y: y)))) }
        #expect(drag.act(.touch(Touch(.up, at: high))).actions.isEmpty)
        #expect(drag.offset == 5)
        var swipe = Hand()
        #expect(swipe.act(.touch(Touch(.down, at: low)), .touch(Touch(.up, at: high))).actions.isEmpty)
        #expect(swipe.offset == 5)
        var wheel = Hand()
        wheel.act(.scroll(rows: 1, at: low), .scroll(rows: 1, at: low))
        #expect(wheel.offset == 6)
        wheel.act(.scroll(rows: -1, at: low))
        #expect(wheel.offset == 3)
    }

    @Test func `a trembling finger still taps`() throws {
        var hand = Hand()
        let response = hand.act(
            .touch(Touch(.down, at: Point(x: 5, y: 1))), .touch(Touch(.move, at: Point(x: 6, y: 2))),
            .touch(Touch(.up, at: Point(x: 6, y: 2))))
        #expect(response.actions == [.row(0)])
    }

    @Test func `scrolling stops at both ends`() {
        var hand = Hand()
        let point = Point(x: 5, y: 3)
        hand.act(.scroll(rows: -1, at: point))
        #expect(hand.offset == 0)
        for _ in 0..<30 { hand.act(.scroll(rows: 1, at: point)) }
        #expect(hand.offset == 32)
        #expect(hand.frame.tree.node("list")?.scroll?.limit == 32)
    }

    @Test func `the buttons beside a list leaf through it, and end where it ends`() throws {
        var hand = Hand()
        #expect(hand.frame.tree.node(labelled: "上一页") == nil)
        var pages = 0
        while hand.frame.tree.node(labelled: "下一页") != nil {
            let point = try hand.middle(of: "下一页")
            hand.act(.touch(Touch(.down, at: point)), .touch(Touch(.up, at: point)))
            pages += 1
        }
        #expect(pages == 8)
        #expect(hand.offset == 32)
    }

    @Test func `another subject begins at its top`() {
        func list(_ subject: String) -> View<Do> {
            View.scroll("list", subject: subject, View.column { for row in 0..<20 { View.line("\(row)") } })
        }
        var hand = Hand(list("shang"))
        hand.act(.scroll(rows: 1, at: Point(x: 1, y: 1)))
        #expect(hand.frame.tree.node("list")?.scroll?.offset == 3)
        let other = Frame(list("shangh"), size: hand.size, interaction: hand.interaction)
        #expect(other.tree.node("list")?.scroll?.offset == 0)
    }

    @Test func `five keys reach every target, and enter taps it`() {
        var hand = Hand()
        var reached: Set<NodeID> = []
        hand.interaction.focus("第 0 条", in: hand.frame.tree)
        for _ in 0..<40 {
            if let focused = hand.interaction.focused { reached.insert(focused) }
            hand.act(.key(.down))
        }
        for _ in 0..<4 {
            if let focused = hand.interaction.focused { reached.insert(focused) }
            hand.act(.key(.right))
        }
        for _ in 0..<4 {
            if let focused = hand.interaction.focused { reached.insert(focused) }
            hand.act(.key(.left))
        }
        #expect(reached.isSuperset(of: (0..<10).map { NodeID("第 \($0) 条") } + ["返回", "打印", "下一步"]))
    }

    @Test func `the first key puts the focus on the action that goes on, at the end nothing moves`() {
        var hand = Hand()
        #expect(hand.act(.key(.up)).isAtEnd == false)
        #expect(hand.interaction.focused == "下一步")
        #expect(hand.act(.key(.right)).isAtEnd)
        #expect(hand.interaction.focused == "下一步")
        hand.act(.key(.left))
        #expect(hand.interaction.focused == "打印")
    }

    @Test func `the focus moves on when its target is gone, and comes back with the screen`() {
        func screen(_ name: String, _ labels: [String]) -> SemanticTree<Do> {
            let view = View<Do>.row { for label in labels { View.button(label, action: Do.row(label.count)) } }
            return Frame(
                view.meaning(.group, name), size: Size(width: 60, height: 5), interaction: interaction
            ).tree
        }
        var interaction = Interaction<Do>()
        var shown = screen("一", ["甲", "乙", "丙"])
        func show(_ tree: SemanticTree<Do>) -> NodeID? {
            _ = interaction.follow(tree, since: shown, startsFocus: false)
            return interaction.focused
        }
        #expect(show(shown) == nil)
        interaction.focus("乙", in: shown)
        shown = screen("一", ["甲", "乙", "丙"])
        #expect(show(screen("一", ["甲", "丙"])) == "丙")
        interaction.focus("乙", in: shown)
        let other = screen("二", ["甲", "丁"])
        #expect(show(other) == "丁")
        shown = screen("二", ["甲", "丁"])
        #expect(show(screen("一", ["甲", "乙", "丙"])) == "乙")
    }

    @Test func `the focused row is brought into view`() throws {
        var hand = Hand()
        hand.interaction.focus("第 0 条", in: hand.frame.tree)
        for _ in 0..<6 { hand.act(.key(.down)) }
        let node = try #require(hand.frame.tree.targets.first { $0.state.isFocused })
        #expect(node.visibleRect == node.rect)
        #expect(hand.offset > 0)
        #expect(hand.act(.key(.enter)).actions == node.action.map { [$0] })
    }

    @Test func `tab goes round in reading order, the disabled included`() {
        var hand = Hand(
            View<Do>.row {
                View.button("一", width: .fixed(6), action: Do.row(1))
                View.button(
                    "二", availability: .disabled(reason: "没有"), reason: .elsewhere, width: .fixed(6), action: Do.row(2))
            })
        var order: [NodeID?] = []
        for _ in 0..<3 {
            hand.act(.key(.tab))
            order.append(hand.interaction.focused)
        }
        #expect(order == ["一", "二", "一"])
        hand.act(.key(.backTab))
        #expect(hand.interaction.focused == "二")
        #expect(hand.act(.key(.enter)).refusal == "没有")
    }

    @Test func `a hardware key does what the key on the screen does`() {
        var hand = Hand(
            View<Do>.column { View.key("7", width: .fixed(8), shortcut: .character("7"), action: Do.row(7)) })
        #expect(hand.act(.key(.character("7"))).actions == [.row(7)])
        #expect(hand.act(.key(.character("海"))).unhandled == [.character("海")])
    }

    @Test func `enter without focus is the primary button's, with focus the focused one's`() {
        var hand = Hand()
        #expect(hand.act(.key(.enter)).actions == [.next])
        hand.interaction.focus("返回", in: hand.frame.tree)
        #expect(hand.act(.key(.enter)).actions == [.back])
        #expect(hand.act(.key(.escape)).actions == [.back])
    }

    @Test func `a touch takes the focus ring away`() {
        var hand = Hand()
        hand.interaction.focus("返回", in: hand.frame.tree)
        hand.act(.touch(Touch(.down, at: Point(x: 5, y: 1))))
        #expect(hand.interaction.focused == nil)
    }

    @Test func `under an overlay nothing can be touched, beside it the backdrop answers`() throws {
        let question = View<Do>.column {
            View.text("您还在办理吗？", alignment: .center)
            View.button("继续办理", isPrimary: true, action: Do.next)
        }
        var hand = Hand(
            Self.screen.overlay(
                question, size: Size(width: 24, height: 7), backdropAction: .beside, backdropLabel: "继续"))
        #expect(hand.frame.tree.node(labelled: "返回") == nil)
        #expect(
            hand.act(.touch(Touch(.down, at: Point(x: 1, y: 9))), .touch(Touch(.up, at: Point(x: 1, y: 9)))).actions
                == [.beside])
        let point = try hand.middle(of: "继续办理")
        #expect(hand.act(.touch(Touch(.down, at: point)), .touch(Touch(.up, at: point))).actions == [.next])
        #expect(hand.frame.findings.isEmpty)
        try expectGolden("overlay-40x11", hand.frame.printed)
    }

    @Test func `losing the terminal's focus lifts the finger`() throws {
        var hand = Hand()
        let point = try hand.middle(of: "下一步")
        hand.act(.touch(Touch(.down, at: point)), .focus(false))
        #expect(hand.act(.touch(Touch(.up, at: point))).actions.isEmpty)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `whatever comes, every action is one that the screen offers`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var hand = Hand()
        let keys: [Key] = [.up, .down, .left, .right, .enter, .tab, .escape, .character("x"), .pageDown, .pageUp]
        for _ in 0..<300 {
            let point = Point(x: .random(in: -2...45, using: &generator), y: .random(in: -2...14, using: &generator))
            let phase = [Touch.Phase.down, .move, .up].randomElement(using: &generator) ?? .up
            let event: InputEvent =
                switch Int.random(in: 0..<10, using: &generator) {
                case 0: .scroll(rows: Bool.random(using: &generator) ? 1 : -1, at: point)
                case 1, 2: .key(keys.randomElement(using: &generator) ?? .enter)
                case 3: .resize(Size(width: 40, height: 11))
                default: .touch(Touch(phase, at: point))
                }
            let offered = Set(hand.frame.tree.targets.filter(\.state.isEnabled).compactMap(\.action))
            #expect(offered.isSuperset(of: hand.act(event).actions))
            #expect((0...32).contains(hand.offset))
        }
    }
}
