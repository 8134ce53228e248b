import TerminalEmulator

@testable import Terminal

/// An encoder and the terminal that it writes to; beside them, for every grid, a full redraw on a fresh terminal.
struct EncoderProof {
    var encoder = ScreenEncoder()
    private var screen: EmulatedScreen

    init(size: Size) {
        screen = EmulatedScreen(columns: size.width, rows: size.height)
    }

    /// What is wrong once this grid has been drawn over what was there; nil when nothing is.
    mutating func difference(showing grid: Grid, _ theme: Theme) -> String? {
        if screen.columns != grid.size.width || screen.rowCount != grid.size.height {
            screen.resize(columns: grid.size.width, rows: grid.size.height)
        }
        screen.feed(encoder.encode(grid, theme: theme))
        if let difference = screen.difference(from: grid, theme) { return difference }
        var whole = encoder
        whole.invalidate()
        var fresh = EmulatedScreen(columns: grid.size.width, rows: grid.size.height)
        fresh.feed(whole.encode(grid, theme: theme))
        if let difference = fresh.difference(from: grid, theme) { return "in full: \(difference)" }
        return encoder.encode(grid, theme: theme).isEmpty ? nil : "the same grid is drawn twice"
    }
}
