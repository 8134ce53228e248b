import Terminal

/// The kiosk's loop in small: everything that has come is taken, then one frame is drawn.
struct BenchLoop<Screen: BenchScreen> {
    private var screen: Screen
    private var interaction = Interaction<BenchAction>()
    private var size: Size?
    /// Nil when something has changed since.
    private var frame: Frame<BenchAction>?

    init(_ screen: Screen) {
        self.screen = screen
    }

    /// Runs until `q`, or until the terminal is gone.
    consuming func run() async throws {
        let backend = try ANSIBackend()
        for await batch in backend.events {
            for event in batch {
                guard await take(event) else { return await backend.close() }
            }
            if let frame = currentFrame() { await backend.present(frame.content, theme: .standard) }
        }
        await backend.close()
    }

    /// False at the end.
    private mutating func take(_ event: InputEvent) async -> Bool {
        switch event {
        case .closed, .key(.character("q")): return false
        case .resize(let size):
            self.size = size
            frame = nil
        case .focus, .report: break
        case .touch, .scroll, .key:
            guard let tree = currentFrame()?.tree else { return true }
            let response = interaction.handle(event, in: tree)
            for action in response.actions { await screen.take(action) }
            for key in response.unhandled { await screen.take(key) }
            frame = nil
        }
        return true
    }

    private mutating func currentFrame() -> Frame<BenchAction>? {
        if let frame { return frame }
        guard let size else { return nil }
        frame = Frame(screen.view(size: size), size: size, interaction: interaction)
        return frame
    }
}
