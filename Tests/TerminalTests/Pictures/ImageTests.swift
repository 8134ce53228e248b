import Testing

@testable import Terminal

struct ImageTests {
    @Test func `bytes that are not so many dots make no picture`() {
        #expect(Image(width: 2, height: 2, colours: .grey, bytes: [0, 0, 0]) == nil)
        #expect(Image(width: 2, height: 1, colours: .rgb, bytes: [0, 0, 0, 0, 0, 0]) != nil)
        #expect(Image(width: 0, height: 1, colours: .grey, bytes: []) == nil)
        #expect(Image(width: -1, height: -1, colours: .grey, bytes: [1]) == nil)
    }

    @Test func `pictures are the same when all their dots are`() {
        let one = Image(width: 40, height: 30) { UInt8($0 + $1) }
        #expect(one == Image(width: 40, height: 30) { UInt8($0 + $1) })
        #expect(one != Image(width: 40, height: 30) { UInt8($0 == 39 && $1 == 29 ? 0 : $0 + $1) })
        #expect(one != Image(width: 30, height: 40) { _, _ in 0 })
    }

    @Test func `a smaller copy has the mean of each area`() {
        let image = Image(width: 4, height: 2) { x, _ in x < 2 ? 0 : 200 }
        #expect(image.resampled(to: Size(width: 2, height: 1)).bytes == [0, 200])
        #expect(image.resampled(to: Size(width: 1, height: 1)).bytes == [100])
    }

    @Test func `a part of a copy is what the whole has there`() {
        let image = Image(width: 500, height: 700) { UInt8(($0 * 7 + $1 * 13) % 256) }
        let size = Size(width: 620, height: 333)
        let whole = image.resampled(to: size)
        let part = image.resampled(to: size, part: Rect(x: 100, y: 50, width: 33, height: 21))
        #expect(part.size == Size(width: 33, height: 21))
        for y in 0..<21 { for x in 0..<33 { #expect(part.grey(x, y) == whole.grey(x + 100, y + 50)) } }
    }

    @Test func `a small copy of a large picture is nearly the same by way of its halves`() {
        let image = Image(width: 700, height: 990) { x, y in UInt8(x * 100 / 700 + y * 150 / 990) }
        let small = image.resampled(to: Size(width: 60, height: 84))
        for (x, y) in [(0, 0), (59, 83), (30, 40)] {
            let wanted = x * 100 / 60 + y * 150 / 84
            #expect(abs(Int(small.grey(x, y)) - wanted) <= 3)
        }
    }

    @Test func `half blocks hold two dots a cell in sixteen greys`() {
        let grid = Image(width: 2, height: 4) { x, y in x == 0 ? 255 : UInt8(y * 85) }.halfBlocks(
            Size(width: 2, height: 2))
        #expect(grid[0, 0] == Cell(glyph: 0x20, style: .grey(foreground: 15, background: 15), part: .narrow))
        #expect(grid[1, 0] == Cell(glyph: 0x2580, style: .grey(foreground: 0, background: 5), part: .narrow))
        #expect(grid[1, 1] == Cell(glyph: 0x2580, style: .grey(foreground: 10, background: 15), part: .narrow))
    }

    @Test(arguments: [(40, 60), (60, 20), (3, 3), (200, 1)])
    func `a picture takes the cells that keep its proportions, and never more than there are`(space: (Int, Int)) {
        let page = Size(width: 595, height: 842)
        for cell in [
            CellSize.usual, CellSize(width: 18, height: 36) ?? .usual, CellSize(width: 10, height: 15) ?? .usual,
        ] {
            let cells = cell.cells(for: page, within: Size(width: space.0, height: space.1))
            #expect((1...space.0).contains(cells.width) && (1...space.1).contains(cells.height))
            guard cells.width > 10, cells.height > 10 else { continue }
            let shown = Double(cells.width * cell.width) / Double(cells.height * cell.height)
            #expect(abs(shown - 595.0 / 842) < 0.07)
        }
    }
}
