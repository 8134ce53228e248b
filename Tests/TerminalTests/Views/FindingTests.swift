import Testing

@testable import Terminal

@Suite struct FindingTests {
    typealias Box = View<Int>
    private static let size = Size(width: 20, height: 8)

    private func findings(_ view: Box) -> [Finding] { Frame(view, size: Self.size).findings }

    @Test func `a screen of good targets has none`() {
        let view = Box.column {
            Box.button("返回", action: 1)
            Box.button("打印", availability: .disabled(reason: "没有纸"), action: 2)
        }
        #expect(findings(view).isEmpty)
    }

    @Test func `too small`() {
        let view = Box.line("x").border().onTap(1, label: "x").width(.fixed(5)).height(.fixed(3))
        #expect(findings(.row { view }) == [.tooSmall("x", Size(width: 5, height: 3))])
    }

    @Test func `side by side without an edge between them`() {
        let bare = Box.line("甲").onTap(1, label: "甲").width(.fixed(6)).height(.fixed(3))
        let other = Box.line("乙").onTap(2, label: "乙").width(.fixed(6)).height(.fixed(3))
        #expect(
            findings(
                .row {
                    bare; other
                }) == [.runTogether("甲", "乙")])
        #expect(
            findings(
                .column {
                    bare; other
                }) == [.runTogether("甲", "乙")])
        #expect(
            findings(
                .row(gap: 1) {
                    bare; other
                }
            ).isEmpty)
        let framed = Box.line("丙").border().onTap(3, label: "丙").width(.fixed(6)).height(.fixed(3))
        #expect(
            findings(
                .row {
                    framed; other
                }
            ).isEmpty)
        #expect(
            findings(
                .row {
                    bare.background(.key); other
                }
            ).isEmpty)
    }

    @Test func `a neighbour within a finger of a target's middle`() {
        let narrow = Box.line("甲").border().onTap(1, label: "甲").width(.fixed(6)).height(.fixed(3))
        let other = Box.line("乙").border().onTap(2, label: "乙").width(.fixed(6)).height(.fixed(3))
        let screen = Size(width: 20, height: 8)
        let tree = Frame(
            Box.row {
                narrow; other
            }, size: screen
        ).tree
        let fine = Panel(width: 60, height: 60)
        #expect(tree.findings(in: screen, panel: fine, minimum: .normal).isEmpty)
        let small = Panel(width: 24, height: 60)
        let found = tree.findings(in: screen, panel: small, minimum: TouchMinimum(width: 1, height: 1))
        #expect(found == [.crowded("甲", "乙"), .crowded("乙", "甲")])
    }

    @Test func `off the screen`() {
        let view = Box.column {
            Box.space(6)
            Box.button("下一步", height: .fit, action: 1)
        }
        #expect(findings(view).contains(.tooSmall("下一步", Size(width: 20, height: 2))))
        let high = Frame(Box.button("高", action: 1).height(.fixed(9)), size: Size(width: 20, height: 8))
        #expect(
            high.tree.findings(in: Size(width: 20, height: 6)).contains(
                .offScreen("高", Rect(x: 0, y: 0, width: 20, height: 8))))
    }

    @Test func `disabled without a reason, or with one that nobody can read`() {
        let silent = Box.button("打印", availability: .disabled(reason: ""), action: 1)
        #expect(findings(silent) == [.disabledWithoutReason("打印")])
        let hidden = Box.button("打印", availability: .disabled(reason: "没有纸"), reason: .elsewhere, action: 1)
        #expect(findings(hidden) == [.reasonNotShown("打印", reason: "没有纸")])
        let elsewhere = Box.column {
            hidden
            Box.text("现在不能打印：没有纸。")
        }
        #expect(findings(elsewhere).isEmpty)
    }

    @Test func `text that does not fit`() {
        #expect(findings(.line("上海市示例设计研究总院有限公司")) == [.truncated("上海市示例设计研究总院有限公司", label: "上海市示例设计研究总院有限公司")])
        #expect(findings(.line("上海市示例设计研究总院有限公司", mayBeShortened: true)).isEmpty)
        let button = Box.button("上海市示例设计研究总院", width: .fixed(8), height: .fixed(3), action: 1)
        #expect(findings(.row { button }) == [.truncated("上海市示例设计研究总院", label: "上海市示例设计研究总院")])
    }

    @Test func `two of one name`() {
        let view = Box.column {
            Box.button("确定", action: 1)
            Box.button("确定", action: 2)
        }
        #expect(findings(view) == [.duplicateID("确定"), .duplicateID("确定")])
    }

    @Test func `without a name`() {
        #expect(findings(Box.spacer.onTap(1, label: "", id: "x")) == [.unlabelled("x", .button)])
    }

    @Test func `overlapping`() {
        var one = SemanticNode<Int>(id: "a", role: .button, label: "a", rect: Rect(x: 0, y: 0, width: 8, height: 3))
        var other = SemanticNode<Int>(id: "b", role: .button, label: "b", rect: Rect(x: 7, y: 2, width: 8, height: 3))
        one.activation = .perform(1)
        other.activation = .perform(2)
        #expect(SemanticTree(roots: [one, other]).findings(in: Self.size) == [.overlapping("a", "b")])
    }
}
