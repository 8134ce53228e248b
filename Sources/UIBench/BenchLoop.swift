import Terminal

/// The kiosk's loop in small: everything that has come is taken, then one frame is drawn.
struct BenchLoop<Screen: BenchScreen> {
    private var screen: Screen
    private var interaction = Interaction<BenchAction>()
    private var size: Size?
    private var stage = Stage<BenchAction>()

    init(_ screen: Screen) {
        self.screen = screen
    }

    /// Runs until `q`, or until the terminal is gone.
    mutating func run() async throws {
        let backend = try ANSIBackend()
        await withTaskExecutorPreference(backend.executor) { await serve(backend) }
        await backend.close()
    }

    private mutating func serve(_ backend: ANSIBackend) async {
        for await batch in backend.events {
            for event in batch {
                guard await take(event) else { return }
            }
            guard let size else { continue }
            let frame = stage.draw(size, interaction) { screen.view(size: size) }
            await backend.present(frame.content, theme: .standard)
        }
    }

    /// False at the end.
    private mutating func take(_ event: InputEvent) async -> Bool {
        switch event {
        case .closed, .key(.character("q")): return false
        case .resize(let size):
            self.size = size
            stage.clear()
        case .focus, .report: break
        case .touch, .scroll, .key:
            guard let size else { return true }
            let before = interaction
            let response = interaction.handle(
                event, in: stage.tree(size, interaction) { screen.view(size: size) })
            for action in response.actions { await screen.take(action) }
            for key in response.unhandled { await screen.take(key) }
            if response.actions.isEmpty, response.unhandled.isEmpty {
                stage.follow(interaction, since: before)
            } else {
                stage.clear()
            }
        }
        return true
    }
}
