import Testing

@testable import Terminal

@Suite struct FrameTests {
    typealias Box = View<Int>

    private func lines(_ view: Box, _ width: Int, _ height: Int) -> [String] {
        Frame(view, size: Size(width: width, height: height)).grid.lines
    }

    @Test func `a row gives fixed ones theirs, contents what they need, and shares the rest`() {
        let row = Box.row(gap: 1) {
            Box.line("甲", style: .normal).width(.fixed(4))
            Box.line("乙乙")
            Box.rule("a").width(.flex())
            Box.rule("b").width(.flex(2))
        }
        #expect(lines(row, 20, 1) == ["甲   乙乙 aaa bbbbbb"])
    }

    @Test func `a column shares the height that is left`() {
        let column = Box.column {
            Box.line("头")
            Box.spacer
            Box.line("尾")
        }
        #expect(lines(column, 4, 4) == ["头", "", "", "尾"])
    }

    @Test func `empty views take neither cells nor gaps`() {
        let row = Box.row(gap: 2) {
            Box.line("a")
            Box.empty
            if Bool(false) { Box.line("x") }
            Box.line("b")
        }
        #expect(lines(row, 6, 1) == ["a  b"])
    }

    @Test func `boxes, padding and alignment`() {
        let view = Box.column {
            Box.line("中").padding(horizontal: 1).border(.double).aligned(.center)
            Box.line("右").aligned(.trailing)
        }
        #expect(lines(view, 10, 4) == ["  ╔════╗", "  ║ 中 ║", "  ╚════╝", "        右"])
    }

    @Test func `what is fixed in height stays when texts are too long`() {
        let view = Box.column {
            Box.text("很长的一段文字不能把按钮挤出屏幕")
            Box.button("下一步", height: .fixed(3), action: 1)
        }
        #expect(lines(view, 10, 4)[1...] == ["┌────────┐", "│ 下一步 │", "└────────┘"])
    }

    @Test func `a flow breaks into lines`() {
        let view = Box.flow(gap: 1) { for word in ["aaa", "bbb", "cc", "d"] { Box.line(word) } }
        #expect(lines(view, 8, 3) == ["aaa bbb", "cc d", ""])
    }

    @Test func `a narrow screen takes the other view`() {
        let view = Box.adaptive(minimumWidth: 10, wide: .line("wide"), narrow: .line("narrow"))
        #expect(lines(view, 10, 1) == ["wide"])
        #expect(lines(view, 9, 1) == ["narrow"])
    }

    @Test func `the tree tells what the screen shows, in reading order`() {
        let view = Box.column {
            Box.heading("核对信息")
            Box.detail("姓名", "测试员甲")
            Box.note("已连接", tone: .success)
            Box.text("请核对")
        }
        let nodes = Frame(view, size: Size(width: 40, height: 5)).tree.nodes
        #expect(nodes.map(\.role) == [.heading, .row, .status, .text])
        #expect(nodes.map(\.label) == ["核对信息", "姓名", "已连接", "请核对"])
        #expect(nodes.map(\.value) == [nil, "测试员甲", "✓", nil])
    }

    @Test(arguments: [
        Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 3, height: 40), Size(width: 300, height: 2),
    ])
    func `any size can be laid out`(size: Size) {
        for sample in WidgetGoldenTests.samples {
            let frame = Frame(sample.view, size: size)
            #expect(frame.grid.size == size)
        }
    }

    /// What a widget draws stays the same whether it is measured in one piece or found in a scrolled list.
    @Test(arguments: WidgetGoldenTests.samples)
    func `a scrolled widget looks as one that is not`(sample: WidgetGoldenTests.Sample) {
        for size in sample.sizes {
            let plain = Frame(sample.view, size: size)
            let list = View<Tapped>.scroll("list", buttons: nil, .column { sample.view.height(.fixed(size.height)) })
            #expect(Frame(list, size: size).grid == plain.grid)
        }
    }
}
