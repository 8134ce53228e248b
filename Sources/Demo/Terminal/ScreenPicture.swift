import Terminal
import TerminalEmulator

/// What the kiosk shows, as cells of the demo's own screen: looks are read back through the kiosk's theme.
struct ScreenPicture {
    let grid: Grid
    /// The theme in which the kiosk draws.
    let theme: Theme

    private static let themes: [(theme: Theme, styles: [Attributes: Style])] = [
        Theme.standard, .standard.bold, .highContrast, .highContrast.bold,
    ].map { theme in
        let looks = Style.meanings.map { (theme.attributes(of: $0), $0) }
        return (theme, Dictionary(looks, uniquingKeysWith: { first, _ in first }))
    }

    init(of screen: EmulatedScreen) {
        let looks = (0..<screen.rowCount).map { Attributes(screen.cell(column: 0, row: $0).style) }
        let best = Self.themes.max { one, other in
            looks.count { one.styles[$0] != nil } < looks.count { other.styles[$0] != nil }
        }
        theme = best?.theme ?? .standard
        var grid = Grid(Size(width: screen.columns, height: screen.rowCount))
        for row in 0..<screen.rowCount {
            for column in 0..<screen.columns {
                let cell = screen.cell(column: column, row: row)
                guard !cell.isTail else { continue }
                let style = best?.styles[Attributes(cell.style)] ?? .normal
                grid.write(cell.text, at: Point(x: column, y: row), style: style)
            }
        }
        self.grid = grid
    }
}

extension Attributes {
    fileprivate init(_ look: EmulatedStyle) {
        self.init(
            foreground: look.foreground, background: look.background, isBold: look.isBold,
            isUnderlined: look.isUnderlined)
    }
}
