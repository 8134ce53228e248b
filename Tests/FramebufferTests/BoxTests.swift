import Testing

@testable import Framebuffer

/// Lines and blocks are ours: they must meet those of the next cell.
struct BoxTests {
    private static let cells = (16...54).map { GlyphCell(height: $0) }

    private struct Edges: Equatable {
        let up: [Bool]
        let right: [Bool]
        let down: [Bool]
        let left: [Bool]

        init(_ mask: GlyphMask) {
            up = (0..<mask.width).map { mask[$0, 0] > 0 }
            down = (0..<mask.width).map { mask[$0, mask.height - 1] > 0 }
            left = (0..<mask.height).map { mask[0, $0] > 0 }
            right = (0..<mask.height).map { mask[mask.width - 1, $0] > 0 }
        }
    }

    @Test func `the table has every glyph of the block`() {
        #expect(BoxGlyph.boxes.count == 128)
        #expect(BoxGlyph.boxes.count { $0 == nil } == 3, "the three diagonals are the font's")
    }

    @Test(arguments: cells) func `each stroke meets the next cell's of its kind, pixel by pixel`(cell: GlyphCell) throws
    {
        let across: [BoxGlyph.Stroke: UInt32] = [.light: 0x2500, .heavy: 0x2501, .double: 0x2550]
        let down: [BoxGlyph.Stroke: UInt32] = [.light: 0x2502, .heavy: 0x2503, .double: 0x2551]
        func edges(_ glyph: UInt32?) throws -> Edges {
            let glyph = try #require(glyph)
            return Edges(try #require(BoxGlyph.mask(glyph, cell)))
        }
        for glyph in UInt32(0x2500)...0x257F {
            guard let box = BoxGlyph.boxes[Int(glyph - 0x2500)] else { continue }
            let found = try edges(glyph)
            if let stroke = box.up { #expect(found.up == (try edges(down[stroke])).down, "\(glyph)") }
            if let stroke = box.down { #expect(found.down == (try edges(down[stroke])).up, "\(glyph)") }
            if let stroke = box.left { #expect(found.left == (try edges(across[stroke])).right, "\(glyph)") }
            if let stroke = box.right { #expect(found.right == (try edges(across[stroke])).left, "\(glyph)") }
        }
    }

    @Test(arguments: cells) func `the strokes of a glyph hang together`(cell: GlyphCell) throws {
        for glyph in UInt32(0x2500)...0x257F {
            guard let box = BoxGlyph.boxes[Int(glyph - 0x2500)], let mask = BoxGlyph.mask(glyph, cell) else { continue }
            let isDouble = [box.up, box.right, box.down, box.left].contains(.double)
            let arms = [box.up, box.right, box.down, box.left].count { $0 != nil }
            // Of a crossing of double lines the corners are apart, and so are both lines of a straight one.
            let most = isDouble ? (arms == 2 ? 2 : arms) : 1
            #expect((1...most).contains(Self.pieces(of: mask)), "\(String(glyph, radix: 16)) \(Self.pieces(of: mask))")
        }
    }

    @Test(arguments: cells) func `halves and quadrants make a whole without seam or overlap`(cell: GlyphCell) throws {
        let pairs: [(UInt32, UInt32)] = [
            (0x2580, 0x2584), (0x258C, 0x2590), (0x2596, 0x259C), (0x2597, 0x259B), (0x2598, 0x259F), (0x259D, 0x2599),
            (0x259A, 0x259E),
        ]
        for (one, other) in pairs {
            let first = try #require(BlockGlyph.mask(one, cell)).coverage
            let second = try #require(BlockGlyph.mask(other, cell)).coverage
            #expect(zip(first, second).allSatisfy { Int($0) + Int($1) == 255 }, "\(String(one, radix: 16))")
        }
        #expect(try #require(BlockGlyph.mask(0x2588, cell)).coverage.allSatisfy { $0 == 255 })
    }

    @Test func `shades are a quarter, a half and three quarters`() throws {
        let cell = GlyphCell(height: 36)
        for (glyph, value) in [(UInt32(0x2591), UInt8(64)), (0x2592, 128), (0x2593, 192)] {
            #expect(try #require(BlockGlyph.mask(glyph, cell)).coverage.allSatisfy { $0 == value })
        }
    }

    /// Groups of pixels that touch side by side.
    private static func pieces(of mask: GlyphMask) -> Int {
        var open = Set((0..<mask.coverage.count).filter { mask.coverage[$0] > 0 })
        var count = 0
        while let start = open.popFirst() {
            count += 1
            var edge = [start]
            while let index = edge.popLast() {
                let x = index % mask.width
                let next = [
                    x > 0 ? index - 1 : nil, x < mask.width - 1 ? index + 1 : nil, index - mask.width,
                    index + mask.width,
                ]
                for case let neighbour? in next where open.remove(neighbour) != nil { edge.append(neighbour) }
            }
        }
        return count
    }
}
