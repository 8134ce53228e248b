import Terminal

/// The pipeline without a terminal, for counting instructions.
enum Pipeline {
    /// Bytes of so many full changes of 200×60 cells.
    static func cells(frames: Int) -> Int {
        var screen = CellScreen()
        return bytes(of: &screen, size: Size(width: 200, height: 60), frames: frames) { screen, _ in
            screen.take(.character("n"))
        }
    }

    /// Bytes of so many touches on the form.
    static func form(frames: Int) -> Int {
        var screen = FormScreen()
        return bytes(of: &screen, size: Size(width: 80, height: 30), frames: frames) { screen, number in
            screen.take(.edit(number % 8))
        }
    }

    private static func bytes<Screen: BenchScreen>(
        of screen: inout Screen, size: Size, frames: Int, change: (inout Screen, Int) -> Void
    ) -> Int {
        var encoder = ScreenEncoder()
        var total = 0
        for number in 0..<frames {
            change(&screen, number)
            total += encoder.encode(Frame(screen.view(size: size), size: size).grid, theme: .standard).count
        }
        return total
    }
}
