/// A key of a hardware keyboard or of the five-key pad.
package enum Key: Hashable, Sendable {
    case character(Character)
    /// A letter with the control key, in lower case.
    case control(Character)
    case function(Int)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
}

/// A finger, or the mouse that stands for it.
package struct Touch: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case down
        case move
        case up
    }

    /// Where in its cell: thousandths of the cell's width and height.
    package struct Offset: Hashable, Sendable {
        package var x: Int
        package var y: Int

        /// All that is known when a terminal tells cells only.
        package static let middle = Offset(x: 500, y: 500)

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package var phase: Phase
    package var point: Point
    package var offset: Offset

    package init(_ phase: Phase, at point: Point, offset: Offset = .middle) {
        self.phase = phase
        self.point = point
        self.offset = offset
    }
}

/// An answer of the terminal to a question of ours.
package enum TerminalReport: Hashable, Sendable {
    /// DECRPM: 1 set, 2 reset, 3 and 4 permanently so, 0 not known.
    case mode(Int, setting: Int)
    /// DA1: 4 in the list means sixel.
    case deviceAttributes([Int])
    /// Both from 0.
    case cursor(Point)
    case cellSize(CellSize)
}

package enum InputEvent: Hashable, Sendable {
    case key(Key)
    case touch(Touch)
    /// The wheel, or a finger's drag that the terminal turned into it; positive shows what is further down.
    case scroll(rows: Int, at: Point)
    case resize(Size)
    case focus(Bool)
    case report(TerminalReport)
    /// The tty is gone; nothing comes after it.
    case closed
}
