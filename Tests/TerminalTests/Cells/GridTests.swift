import Testing

@testable import Terminal

@Suite struct GridTests {
    @Test func `a half overwritten wide glyph leaves a blank`() {
        var grid = Grid(Size(width: 6, height: 1))
        grid.write("上海", at: Point(x: 0, y: 0), style: .normal)
        grid.write("x", at: Point(x: 1, y: 0), style: .normal)
        #expect(grid.lines == [" x海"])
        grid.write("x", at: Point(x: 2, y: 0), style: .normal)
        #expect(grid.lines == [" xx"])
    }

    @Test func `a wide glyph that fits only in half becomes a blank`() {
        var grid = Grid(Size(width: 3, height: 1))
        grid.write("上海", at: Point(x: 0, y: 0), style: .strong)
        #expect(grid.lines == ["上"])
        #expect(grid[2, 0].style == .strong)
        grid.write("上海", at: Point(x: -1, y: 0), style: .normal)
        #expect(grid.lines == [" 海"])
    }

    @Test func `text is clipped to its rectangle`() {
        var grid = Grid(Size(width: 10, height: 2))
        grid.write("abcdefgh", at: Point(x: 0, y: 0), style: .normal, clip: Rect(x: 2, y: 0, width: 3, height: 1))
        grid.write("abc", at: Point(x: 0, y: 1), style: .normal, clip: Rect(x: 0, y: 0, width: 9, height: 1))
        #expect(grid.lines == ["  cde", ""])
    }

    @Test func `a fill over half a glyph blanks the rest of it`() {
        var grid = Grid(Size(width: 6, height: 1))
        grid.write("上海市", at: Point(x: 0, y: 0), style: .normal)
        grid.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: "#", style: .normal)
        #expect(grid.lines == [" ## 市"])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `heads and tails always come in pairs of one style`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var grid = Grid(Size(width: 12, height: 3))
        for _ in 0..<200 {
            let point = Point(x: .random(in: -2...12, using: &generator), y: .random(in: -1...3, using: &generator))
            let rect = Rect(
                x: point.x, y: point.y, width: .random(in: 0...6, using: &generator),
                height: .random(in: 0...2, using: &generator))
            let style = Style.meanings.randomElement(using: &generator) ?? .normal
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: grid.fill(rect, with: "x", style: style)
            case 1: grid.restyle(rect, style)
            default: grid.write("a上b海c", at: point, style: style, clip: Bool.random(using: &generator) ? nil : rect)
            }
            #expect((0..<3).allSatisfy { Self.isWhole(grid.row($0)) })
        }
    }

    private static func isWhole(_ row: ArraySlice<Cell>) -> Bool {
        row.indices.allSatisfy { index in
            switch row[index].part {
            case .narrow: true
            case .wideHead: index + 1 < row.endIndex && row[index + 1].part == .wideTail
            case .wideTail:
                index > row.startIndex && row[index - 1].part == .wideHead && row[index - 1].style == row[index].style
            }
        }
    }
}
