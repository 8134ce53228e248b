/// A small VT: takes what a program writes, keeps what a person would see.
///
/// Knows what the kiosk's output and a test's questions need: UTF-8 with wide glyphs, cursor moves, SGR with 256
/// colours, erasing with the background colour, scrolling regions, the alternate screen, modes and their reports.
package struct EmulatedScreen: Sendable {
    package internal(set) var columns: Int
    package internal(set) var rowCount: Int
    /// Private modes that are set, such as 1049, 1002, 1006, 2026.
    package internal(set) var modes: Set<Int> = [7, 25]
    /// From 0; `column` may equal ``columns`` when the next glyph goes to the next row.
    package internal(set) var cursor = (column: 0, row: 0)
    /// Rows of the main screen that went off its top.
    package internal(set) var scrollback: [String] = []
    /// How often the program rang (BEL).
    package internal(set) var bells = 0
    /// Modes that DECRQM reports as known and reset; a test that wants a terminal without one removes it.
    package var knownModes: Set<Int> = [7, 25, 1000, 1002, 1003, 1004, 1006, 1016, 1049, 2004, 2026]
    /// The pixels of a cell of a terminal that knows sixels and tells it; nil of one that does not.
    package var cellPixels: (width: Int, height: Int)?

    var lines: [[EmulatedCell]]
    var otherLines: [[EmulatedCell]]
    var pen = EmulatedStyle()
    var saved = (cursor: (column: 0, row: 0), pen: EmulatedStyle())
    var region: ClosedRange<Int>
    var replies: [UInt8] = []
    private var parser = ControlParser()

    package init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        rowCount = max(1, rows)
        let blank = Array(repeating: EmulatedCell(), count: self.columns)
        lines = Array(repeating: blank, count: rowCount)
        otherLines = lines
        region = 0...rowCount - 1
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        var parser = parser
        for byte in bytes {
            parser.feed(byte) { apply($0) }
        }
        self.parser = parser
    }

    package mutating func feed(_ text: String) {
        feed(text.utf8)
    }

    /// What the terminal would answer to the program, and forgets it.
    package mutating func takeReplies() -> [UInt8] {
        defer { replies = [] }
        return replies
    }

    /// The rows as text, without the blanks at their ends.
    package var rows: [String] { lines.map { Self.text(of: $0) } }

    /// One cell; column and row from 0.
    package func cell(column: Int, row: Int) -> EmulatedCell { lines[row][column] }

    /// A row as neighbouring cells of one look.
    package func runs(ofRow row: Int) -> [EmulatedRun] {
        var runs: [EmulatedRun] = []
        for (column, cell) in lines[row].enumerated() {
            if let last = runs.indices.last, runs[last].style == cell.style {
                runs[last].text += cell.text
            } else {
                runs.append(EmulatedRun(column: column, text: cell.text, style: cell.style))
            }
        }
        return runs
    }

    /// Keeps what fits at the top left, as terminals do that do not reflow.
    package mutating func resize(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        rowCount = max(1, rows)
        lines = Self.resized(lines, columns: self.columns, rows: rowCount)
        otherLines = Self.resized(otherLines, columns: self.columns, rows: rowCount)
        region = 0...rowCount - 1
        cursor = (min(cursor.column, self.columns - 1), min(cursor.row, rowCount - 1))
    }

    private static func resized(_ lines: [[EmulatedCell]], columns: Int, rows: Int) -> [[EmulatedCell]] {
        (0..<rows).map { row in
            var line = row < lines.count ? Array(lines[row].prefix(columns)) : []
            line += Array(repeating: EmulatedCell(), count: columns - line.count)
            if line[columns - 1].isWide { line[columns - 1] = EmulatedCell(style: line[columns - 1].style) }
            return line
        }
    }

    static func text(of line: [EmulatedCell]) -> String {
        var text = line.map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }
}
