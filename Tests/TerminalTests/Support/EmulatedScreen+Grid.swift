import TerminalEmulator

@testable import Terminal

/// What a person sees in one cell; of a blank only the ground.
struct SeenCell: Hashable, CustomStringConvertible {
    var text: String
    var foreground: UInt8?
    var background: UInt8?
    var isBold: Bool
    var isUnderlined: Bool

    init(_ cell: EmulatedCell) {
        self.init(
            text: cell.text, foreground: cell.style.foreground, background: cell.style.background,
            isBold: cell.style.isBold, isUnderlined: cell.style.isUnderlined)
    }

    init(_ cell: Cell, theme: Theme) {
        let look = theme.attributes(of: cell.style)
        self.init(
            text: cell.scalar.map { String($0) } ?? "", foreground: look.foreground, background: look.background,
            isBold: look.isBold, isUnderlined: look.isUnderlined)
    }

    private init(text: String, foreground: UInt8?, background: UInt8?, isBold: Bool, isUnderlined: Bool) {
        self.text = text
        let isBlank = text == " "
        self.foreground = isBlank ? nil : foreground
        self.background = background
        self.isBold = !isBlank && isBold
        self.isUnderlined = isUnderlined
    }

    var description: String { "‹\(text)›\(foreground ?? 0)/\(background ?? 0)\(isBold ? "b" : "")" }
}

extension EmulatedScreen {
    /// The first cell that differs from the grid's, in words; nil when the screens are equal.
    func difference(from grid: Grid, _ theme: Theme) -> String? {
        guard Size(width: columns, height: rowCount) == grid.size else { return "\(columns)×\(rowCount)" }
        for row in 0..<rowCount {
            for column in 0..<columns {
                let seen = SeenCell(cell(column: column, row: row))
                let meant = SeenCell(grid[column, row], theme: theme)
                if seen != meant { return "at \(column),\(row): \(seen) instead of \(meant)" }
            }
        }
        return nil
    }
}
