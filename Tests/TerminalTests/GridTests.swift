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
}
