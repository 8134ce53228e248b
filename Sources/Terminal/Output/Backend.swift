/// What a screen is shown on and touched: a tty, memory for tests, later a framebuffer with a touch device.
package protocol Backend: Sendable {
    /// Everything that came at once, as one batch. The first holds the size: nothing is laid out before it.
    var events: AsyncStream<[InputEvent]> { get }

    /// Shows the cells and the pictures over them; answers when they are out.
    func present(_ content: ScreenContent, theme: Theme) async

    /// Blanks the screen and what was scrolled off it, for the next person.
    func wipe() async

    /// Gives back what was taken; `events` end.
    func close() async
}
