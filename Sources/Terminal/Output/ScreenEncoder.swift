import Glibc

/// Turns grids into the bytes that make a terminal show them: only what has changed, by the shortest way.
///
/// A pure function of what it has sent so far. Rows are compared as memory first; the pen knows that a wide glyph moves
/// the cursor by two, so that a Chinese line is one run and no chain of cursor moves.
package struct ScreenEncoder: Sendable {
    /// Erased cells get the pen's background (terminfo `bce`); true of xterm, foot, VTE, kitty, tmux and the Linux console.
    package var erasesWithBackground = true
    /// The terminal said by DECRPM that it knows synchronized output.
    package var synchronizes = false

    /// What the terminal shows; nil before the first frame and after it was disturbed.
    private var shown: Grid?
    private var theme: Theme?
    private var pen: Attributes?
    /// The style that the pen was last set to; saves the look-up.
    private var penStyle: Style?
    /// Nil where the terminal's cursor is not known; x is the width after the last column was written.
    private var cursor: Point?
    private var output = ControlSequence()

    /// Frames below this many bytes arrive in one piece anyway.
    private static let synchronizedFrom = 256
    private static let synchronizedBegins: StaticString = "\u{1B}[?2026h"
    private static let synchronizedEnds: StaticString = "\u{1B}[?2026l"

    package init() {}

    /// Forgets what the terminal shows: the next frame is drawn whole.
    package mutating func invalidate() {
        shown = nil
        pen = nil
        penStyle = nil
        cursor = nil
    }

    /// The bytes from the frame before to this one; none when nothing has changed.
    ///
    /// - Parameter pictures: are drawn in the same piece; they leave cursor and pen as they were.
    package mutating func encode(_ grid: Grid, theme: Theme, then pictures: [UInt8] = []) -> [UInt8] {
        output.clear()
        output.reserve(2 * grid.size.width * grid.size.height)
        if synchronizes { output.append(Self.synchronizedBegins) }
        let before = shown.flatMap { $0.size == grid.size && self.theme == theme ? $0 : nil }
        if before == nil { begin() }
        self.theme = theme
        grid.cells.withUnsafeBufferPointer { new in
            if let before {
                before.cells.withUnsafeBufferPointer { encode(new, over: $0, size: grid.size, theme: theme) }
            } else {
                encode(new, over: nil, size: grid.size, theme: theme)
            }
        }
        shown = grid
        output.append(bytes: pictures)
        guard synchronizes else { return output.bytes }
        let begin = Self.synchronizedBegins.utf8CodeUnitCount
        guard output.bytes.count - begin > Self.synchronizedFrom else { return Array(output.bytes[begin...]) }
        output.append(Self.synchronizedEnds)
        return output.bytes
    }

    /// A picture stood on these cells: they are drawn anew.
    mutating func forget(_ rect: Rect) { shown?.spoil(rect) }

    /// Whether the next frame writes any of these cells.
    func changes(_ rect: Rect, to grid: Grid, theme: Theme) -> Bool {
        guard let shown, shown.size == grid.size, self.theme == theme else { return true }
        let rect = rect.intersection(grid.bounds)
        return (rect.y..<max(rect.y, rect.maxY)).contains { y in
            let columns = y * grid.size.width + rect.x..<y * grid.size.width + rect.maxX
            return shown.cells[columns] != grid.cells[columns]
        }
    }

    /// The whole screen anew, whatever stands there.
    private mutating func begin() {
        output.append("\u{1B}[m\u{1B}[H\u{1B}[2J")
        pen = .plain
        penStyle = nil
        cursor = Point(x: 0, y: 0)
    }

    private mutating func encode(
        _ new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>?, size: Size, theme: Theme
    ) {
        for y in 0..<size.height {
            let line = Line(
                new: UnsafeBufferPointer(rebasing: new[y * size.width..<(y + 1) * size.width]),
                old: old.map { UnsafeBufferPointer(rebasing: $0[y * size.width..<(y + 1) * size.width]) })
            if !line.isUnchanged { encode(line, y: y, theme: theme) }
        }
    }

    private mutating func encode(_ line: Line, y: Int, theme: Theme) {
        let width = line.new.count
        var x = line.nextChange(from: 0)
        while x < width {
            move(to: Point(x: x, y: y), over: line, theme: theme)
            x = draw(line, at: x, y: y, theme: theme)
            x = line.nextChange(from: x)
        }
    }

    /// Writes the glyphs of one style from x on, or a run of blanks; answers the next column.
    private mutating func draw(_ line: Line, at x: Int, y: Int, theme: Theme) -> Int {
        let cell = line.new[x]
        guard !cell.isBlank else { return drawBlanks(line, from: x, y: y, theme: theme) }
        use(cell.style, of: theme)
        var end = x
        output.append(glyphs: line.new.count - x) { end = line.writeGlyphs(from: x, to: &$0) }
        cursor = Point(x: end, y: y)
        return end
    }

    private mutating func drawBlanks(_ line: Line, from x: Int, y: Int, theme: Theme) -> Int {
        let style = line.new[x].style
        useGround(of: style, of: theme)
        let blanks = line.changedBlanks(from: x)
        if erasesWithBackground, pen?.isUnderlined == false {
            // Erasing leaves the cursor where it is; it pays from so many blanks on.
            if blanks.reachesEnd, blanks.end - x > 3 {
                output.append("\u{1B}[K")
                return blanks.end
            }
            if blanks.end - x > 10, blanks.end < line.new.count {
                output.append(csi: blanks.end - x, UInt8(ascii: "X"))
                return blanks.end
            }
        }
        for _ in x..<blanks.end { output.append(0x20) }
        cursor = Point(x: blanks.end, y: y)
        return blanks.end
    }

    private mutating func use(_ style: Style, of theme: Theme) {
        guard penStyle != style else { return }
        let attributes = theme.attributes(of: style)
        penStyle = style
        guard pen != attributes else { return }
        output.append(contentsOf: .change(from: pen, to: attributes))
        pen = attributes
    }

    /// A blank shows only the ground and the line under it: the pen's other attributes may stay.
    private mutating func useGround(of style: Style, of theme: Theme) {
        guard penStyle != style else { return }
        let attributes = theme.attributes(of: style)
        if let pen, pen.background == attributes.background, pen.isUnderlined == attributes.isUnderlined { return }
        use(style, of: theme)
    }
}

// MARK: The cursor

extension ScreenEncoder {
    private mutating func move(to target: Point, over line: Line, theme: Theme) {
        guard cursor != target else { return }
        if let cursor, cursor.y == target.y, cursor.x < target.x,
            rewrite(line, from: cursor.x, to: target.x, theme: theme)
        {
            self.cursor = target
            return
        }
        let absolute = Self.absolute(target)
        let relative = cursor.flatMap { Self.relative(from: $0, to: target, width: line.new.count) }
        if let relative, relative.bytes.count < absolute.bytes.count {
            output.append(contentsOf: relative)
        } else {
            output.append(contentsOf: absolute)
        }
        cursor = target
    }

    /// Writes unchanged glyphs again where that is shorter than a move over them: the pen must be theirs already.
    private mutating func rewrite(_ line: Line, from x: Int, to end: Int, theme: Theme) -> Bool {
        guard end - x <= 4, line.new[x].part != .wideTail else { return false }
        var cost = 0
        for cell in line.new[x..<end] where cell.part != .wideTail {
            guard theme.attributes(of: cell.style) == pen else { return false }
            cost += ControlSequence.length(ofGlyph: cell.glyph)
        }
        guard cost <= (end - x == 1 ? 3 : 4) else { return false }
        output.append(glyphs: end - x) { glyphs in
            for cell in line.new[x..<end] where cell.part != .wideTail { glyphs.put(cell.glyph) }
        }
        return true
    }

    private static func absolute(_ target: Point) -> ControlSequence {
        var sequence = ControlSequence()
        sequence.append("\u{1B}[")
        if target.y > 0 { sequence.append(number: target.y + 1) }
        if target.x > 0 {
            sequence.append(0x3B)
            sequence.append(number: target.x + 1)
        }
        sequence.append(UInt8(ascii: "H"))
        return sequence
    }

    /// By carriage return, line feeds and steps. After the last column was written only a carriage return tells where
    /// the cursor is.
    private static func relative(from: Point, to target: Point, width: Int) -> ControlSequence? {
        let rows = target.y - from.y
        guard rows >= 0, rows <= 4 else { return nil }
        var sequence = ControlSequence()
        var x = from.x
        if target.x < x || x >= width {
            if x < width, rows == 0, x - target.x <= 3 {
                for _ in target.x..<x { sequence.append(0x08) }
                return sequence
            }
            sequence.append(0x0D)
            x = 0
        }
        for _ in 0..<rows { sequence.append(0x0A) }
        if target.x > x { sequence.append(csi: target.x - x, UInt8(ascii: "C")) }
        return sequence
    }
}

/// A row as it shall be and, where that is known, as it is.
private struct Line {
    let new: UnsafeBufferPointer<Cell>
    let old: UnsafeBufferPointer<Cell>?

    var isUnchanged: Bool {
        guard let old, let new = new.baseAddress, let base = old.baseAddress else { return old != nil }
        return memcmp(new, base, old.count * MemoryLayout<Cell>.stride) == 0
    }

    /// The next column whose glyph, seen as a whole, has changed.
    func nextChange(from x: Int) -> Int {
        guard let old else { return x }
        var x = x
        while x < new.count, new[x] == old[x] { x += 1 }
        return x < new.count && new[x].part == .wideTail ? x - 1 : x
    }

    /// Writes the glyph at x and the changed ones of its style after it; answers the next column.
    @inline(__always)
    func writeGlyphs(from x: Int, to glyphs: inout ControlSequence.Glyphs) -> Int {
        let style = new[x].style
        var end = x
        repeat {
            glyphs.put(new[end].glyph)
            end += new[end].columns
        } while end < new.count && new[end].style == style && !new[end].isBlank && isChanged(end)
        return end
    }

    /// Whether the glyph that begins at x is another.
    @inline(__always)
    private func isChanged(_ x: Int) -> Bool {
        guard let old else { return true }
        return new[x] != old[x] || new[x].part == .wideHead && new[x + 1] != old[x + 1]
    }

    /// Blanks of one style from x on: up to where the last of them has changed, and whether the row ends with them.
    func changedBlanks(from x: Int) -> (end: Int, reachesEnd: Bool) {
        let style = new[x].style
        var end = x
        var changed = x + 1
        while end < new.count, new[end].isBlank, new[end].style == style {
            if let old, new[end] == old[end] {} else { changed = end + 1 }
            end += 1
        }
        return (changed, end == new.count)
    }
}
