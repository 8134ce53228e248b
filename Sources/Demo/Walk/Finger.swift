import Foundation
import Terminal
import TerminalEmulator

/// Touches the kiosk as a person does: by what is written on its screen, and by nothing else.
final class Finger {
    private let kiosk: any KioskFront
    private var last: (column: Int, row: Int, step: WalkStep?)?

    init(_ kiosk: any KioskFront) { self.kiosk = kiosk }

    enum Failure: Error, CustomStringConvertible {
        case notOnScreen(String, screen: [String])
        case timedOut(String, screen: [String])

        var description: String {
            switch self {
            case .notOnScreen(let text, let screen):
                "“\(text)” is not on the screen:\n" + screen.joined(separator: "\n")
            case .timedOut(let what, let screen): "timed out: \(what)\n" + screen.joined(separator: "\n")
            }
        }
    }

    var rows: [String] { kiosk.screen.rows }

    /// The dots that a camera sees: two to a cell, dark where a half block is.
    var dots: [[Bool]] {
        let screen = kiosk.screen
        return (0..<screen.rowCount).flatMap { row in
            let texts = (0..<screen.columns).map { screen.cell(column: $0, row: row).text }
            return [texts.map { $0 == "█" || $0 == "▀" }, texts.map { $0 == "█" || $0 == "▄" }]
        }
    }

    /// Blanks do not count: numbers are shown in groups.
    func shows(_ text: String) -> Bool {
        let wanted = text.filter { $0 != " " }
        return rows.contains { $0.filter { $0 != " " }.contains(wanted) }
    }

    /// Touches the target that carries this text: a box that holds nothing else before a line that holds more, and of
    /// several the lowest, since titles stand at the top.
    func touch(_ text: String) throws {
        let screen = kiosk.screen
        let places = Self.places(of: text, in: screen)
        guard let place = places.last(where: { Self.isAlone($0, in: screen) }) ?? places.last else {
            throw Failure.notOnScreen(text, screen: rows)
        }
        touch(place)
    }

    /// Nobody reads a new screen faster than the kiosk takes a second touch at the same place for a double tap.
    private func touch(_ place: Place) {
        let step = WalkStep.shown(by: rows)
        if let last, last.step != step, abs(last.column - place.column) <= 4, abs(last.row - place.row) <= 1 {
            Thread.sleep(forTimeInterval: (DoubleTapFilter.limit + .milliseconds(20)) / .seconds(1))
        }
        last = (place.column, place.row, step)
        kiosk.touch(column: place.column, row: place.row)
    }

    /// Touches the key of the on-screen keyboard that shows exactly this.
    func touchKey(_ label: String) throws {
        guard let place = keys(label).last else { throw Failure.notOnScreen("key \(label)", screen: rows) }
        touch(place)
    }

    private func keys(_ label: String) -> [Place] {
        let screen = kiosk.screen
        return Self.places(of: label, in: screen).filter { Self.isAlone($0, in: screen) }
    }

    /// Types on the on-screen keyboard, one key after the other, waiting after each for the screen to answer.
    func type(_ text: some StringProtocol) async throws {
        let step = WalkStep.shown(by: rows)
        for character in text {
            // The keyboard may be on its way still when its title is there.
            for _ in 0..<50 where keys(String(character)).isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            let before = rows
            guard WalkStep.shown(by: before) == step else { throw Failure.notOnScreen("the keyboard", screen: before) }
            try touchKey(String(character))
            await settle(from: before)
        }
    }

    /// Draws a line through the canvas in the middle of the screen.
    func sign() {
        let (columns, rows) = (kiosk.screen.columns, kiosk.screen.rowCount)
        kiosk.draw((0...8).map { (column: columns / 3 + columns / 24 * $0, row: rows / 2 + ($0 % 3) - 1) })
    }

    /// Draws 十 on the canvas for characters, in the lower half left of the middle.
    func writeCharacter() {
        let (column, row) = (kiosk.screen.columns * 3 / 8 - 1, kiosk.screen.rowCount * 3 / 4)
        kiosk.draw((-5...5).map { (column: column + $0, row: row) })
        kiosk.draw((-3...3).map { (column: column, row: row + $0) })
    }

    /// Waits until the screen has answered a touch; not longer than half a second, since some touches change nothing.
    private func settle(from before: [String]) async {
        for _ in 0..<50 where rows == before { try? await Task.sleep(for: .milliseconds(10)) }
    }

    struct Place {
        /// The middle of the text.
        let column: Int
        let row: Int
        fileprivate let columns: ClosedRange<Int>
    }

    /// Where a text stands, from the top left to the bottom right. Cells, not characters: a Chinese one takes two.
    static func places(of text: String, in screen: EmulatedScreen) -> [Place] {
        (0..<screen.rowCount).flatMap { row in
            let cells = (0..<screen.columns).map { screen.cell(column: $0, row: row) }
            let glyphs = cells.indices.filter { !cells[$0].isTail }
            let line = glyphs.map { Character(cells[$0].text.isEmpty ? " " : cells[$0].text) }
            let wanted = Array(text)
            guard !wanted.isEmpty, line.count >= wanted.count else { return [Place]() }
            return (0...line.count - wanted.count).filter { Array(line[$0..<$0 + wanted.count]) == wanted }.map {
                start in
                let last = glyphs[start + wanted.count - 1]
                let columns = glyphs[start]...(cells[last].isWide ? last + 1 : last)
                return Place(column: (columns.lowerBound + columns.upperBound) / 2, row: row, columns: columns)
            }
        }
    }

    /// Whether only blanks and then the sides of a box are around it.
    private static func isAlone(_ place: Place, in screen: EmulatedScreen) -> Bool {
        func meetsSide(_ columns: some Sequence<Int>) -> Bool {
            for column in columns where screen.cell(column: column, row: place.row).text != " " {
                return ["│", "║"].contains(screen.cell(column: column, row: place.row).text)
            }
            return false
        }
        return meetsSide((0..<place.columns.lowerBound).reversed())
            && meetsSide((place.columns.upperBound + 1)..<screen.columns)
    }
}
