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
    var seen: [[SeenCell]] {
        (0..<rowCount).map { row in (0..<columns).map { SeenCell(cell(column: $0, row: row)) } }
    }
}

extension Grid {
    func seen(_ theme: Theme) -> [[SeenCell]] {
        (0..<size.height).map { y in (0..<size.width).map { SeenCell(self[$0, y], theme: theme) } }
    }
}
