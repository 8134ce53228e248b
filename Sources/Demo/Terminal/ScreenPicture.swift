import Terminal
import TerminalEmulator

/// What the kiosk shows, as cells of the demo's own screen: looks are read back through the kiosk's theme.
enum ScreenPicture {
    private static let styles = Dictionary(
        Style.meanings.map { (Theme.standard.attributes(of: $0), $0) }, uniquingKeysWith: { first, _ in first })

    static func grid(of screen: EmulatedScreen) -> Grid {
        var grid = Grid(Size(width: screen.columns, height: screen.rowCount))
        for row in 0..<screen.rowCount {
            for column in 0..<screen.columns {
                let cell = screen.cell(column: column, row: row)
                guard !cell.isTail else { continue }
                grid.write(cell.text, at: Point(x: column, y: row), style: style(of: cell.style))
            }
        }
        return grid
    }

    private static func style(of look: EmulatedStyle) -> Style {
        styles[
            Attributes(
                foreground: look.foreground, background: look.background, isBold: look.isBold,
                isUnderlined: look.isUnderlined)] ?? .normal
    }
}
