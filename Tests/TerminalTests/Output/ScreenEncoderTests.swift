import TerminalEmulator
import Testing

@testable import Terminal

@Suite struct ScreenEncoderTests {
    /// Chinese text, wide glyphs at the edges, overlays on half a glyph, style-only changes, scrolling, resizes and
    /// changes of the theme.
    @Test(arguments: 1...32 as ClosedRange<UInt64>)
    func `after any edits the terminal shows the grid, as a full redraw would`(seed: UInt64) throws {
        var edits = RandomEdits(seed: seed)
        var proof = EncoderProof(size: edits.grid.size)
        proof.encoder.erasesWithBackground = seed % 2 == 0
        proof.encoder.synchronizes = seed % 3 == 0
        for step in 0..<60 {
            edits.step()
            let difference = proof.difference(showing: edits.grid, edits.theme)
            try #require(difference == nil, "seed \(seed), step \(step)")
        }
    }

    /// What other engines got wrong (ratatui #2738, #2526, #2743): the first grid, then the second over it.
    @Test(arguments: [
        "a wide glyph gives way to blanks that were blank before", "scrolled Chinese leaves no ink behind",
        "a box over the right half of a glyph", "a box over the left half of a glyph",
        "a style change draws both halves", "a style change of the ground under one half",
        "a wide glyph in the last columns gives way to a narrow one", "a narrow glyph moves a wide one by half",
    ])
    func `a known trap of wide glyphs is none`(trap: String) throws {
        let size = Size(width: 12, height: 3)
        for (before, after) in try #require(WideGlyphTraps.table[trap]) {
            var proof = EncoderProof(size: size)
            #expect(proof.difference(showing: before(size), .standard) == nil)
            #expect(proof.difference(showing: after(size), .standard) == nil)
            #expect(proof.difference(showing: before(size), .standard) == nil)
        }
    }

    @Test func `a full change of a Chinese screen is one run of glyphs`() {
        let size = Size(width: 200, height: 60)
        var encoder = ScreenEncoder()
        _ = encoder.encode(Self.chinese(size, first: 0x4E00), theme: .standard)
        let bytes = encoder.encode(Self.chinese(size, first: 0x5E00), theme: .standard)
        #expect(bytes.count <= 19_000)
    }

    @Test func `a key costs a few bytes`() {
        let size = Size(width: 200, height: 60)
        var grid = Self.chinese(size, first: 0x4E00)
        var encoder = ScreenEncoder()
        _ = encoder.encode(grid, theme: .standard)
        grid.write("沪", at: Point(x: 100, y: 30), style: .field)
        #expect(encoder.encode(grid, theme: .standard).count <= 64)
        grid.write("建", at: Point(x: 102, y: 30), style: .field)
        #expect(encoder.encode(grid, theme: .standard).count == 3)
    }

    @Test func `nothing changed is no byte`() {
        let grid = Self.chinese(Size(width: 80, height: 30), first: 0x4E00)
        var encoder = ScreenEncoder()
        _ = encoder.encode(grid, theme: .standard)
        #expect(encoder.encode(grid, theme: .standard).isEmpty)
    }

    @Test func `only a terminal that knows synchronized output gets it, and only for large frames`() {
        var grid = Self.chinese(Size(width: 80, height: 30), first: 0x4E00)
        var encoder = ScreenEncoder()
        #expect(!Self.text(encoder.encode(grid, theme: .standard)).contains("?2026"))
        encoder.synchronizes = true
        encoder.invalidate()
        let frame = Self.text(encoder.encode(grid, theme: .standard))
        #expect(frame.hasPrefix("\u{1B}[?2026h") && frame.hasSuffix("\u{1B}[?2026l"))
        grid.write("x", at: Point(x: 0, y: 0), style: .normal)
        #expect(!Self.text(encoder.encode(grid, theme: .standard)).contains("?2026"))
    }

    @Test func `a cell is eight bytes, so rows compare as memory`() {
        #expect(MemoryLayout<Cell>.stride == 8)
        #expect(MemoryLayout<Cell>.size == 8)
    }

    static func chinese(_ size: Size, first: UInt32) -> Grid {
        var grid = Grid(size)
        for y in 0..<size.height {
            var line = String.UnicodeScalarView()
            for x in 0..<size.width / 2 {
                if let scalar = Unicode.Scalar(first + UInt32(y * 37 + x)) { line.append(scalar) }
            }
            grid.write(String(line), at: Point(x: 0, y: y), style: .normal)
        }
        return grid
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
