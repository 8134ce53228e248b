/// What a screen is shown on and touched: a tty, memory for tests, later a framebuffer with a touch device.
package protocol Backend: Sendable {
    /// Everything that came at once, as one batch. The first holds the size: nothing is laid out before it.
    var events: AsyncStream<[InputEvent]> { get }

    /// Where whoever shows something on it best runs, because nothing need be handed over then; nil where it is all the
    /// same.
    var executor: (any TaskExecutor)? { get }

    /// Shows the cells and the pictures over them; answers when they are out.
    func present(_ content: ScreenContent, theme: Theme) async

    /// The size in which the person wants to read. A back end that owns its font changes it, and the new size in cells
    /// comes as an event; a terminal keeps its own.
    func setPrintSize(_ size: PrintSize) async

    /// Blanks the screen and what was scrolled off it, for the next person.
    func wipe() async

    /// Makes itself heard: a card was forgotten. Nothing on a screen without a sound.
    func ring() async

    /// Gives back what was taken; `events` end.
    func close() async
}

extension Backend {
    package var executor: (any TaskExecutor)? { nil }
}
