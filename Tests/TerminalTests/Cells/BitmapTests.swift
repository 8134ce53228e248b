import Testing

@testable import Terminal

@Suite struct BitmapTests {
    @Test func `two rows of dots make one row of cells`() {
        let ring = Bitmap(width: 3, height: 3) { x, y in x != 1 || y != 1 }
        #expect(ring.halfBlocks(margin: 0).lines == ["█▀█", "▀▀▀"])
        #expect(ring.halfBlocks(margin: 1).lines == [" ▄▄▄", " █▄█", ""])
    }

    @Test func `its ground is paper, margin included`() {
        let grid = Bitmap(width: 1, height: 1) { _, _ in true }.halfBlocks()
        #expect(grid.size == Size(width: 9, height: 5))
        #expect((0..<5).allSatisfy { y in grid.row(y).allSatisfy { $0.style == .paper } })
    }
}
