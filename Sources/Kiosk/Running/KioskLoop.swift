import Foundation
import Screens
import Terminal

/// The one place where the model changes: takes everything that has happened, updates, draws once.
final class KioskLoop {
    private enum Inbound: Sendable {
        case input([InputEvent])
        case message(Message)
    }

    private let backend: any Backend
    private let inbox = Inbox<Inbound>()
    private var model: KioskModel
    private var interaction = Interaction<Action>()
    private var size: Size?
    private var cell = CellSize.usual
    /// The frame that the person sees; nil when the model has changed since.
    private var frame: Frame<Action>?
    private var commands: [Command] = []

    init(model: KioskModel, backend: any Backend) {
        self.model = model
        self.backend = backend
    }

    /// Hands the loop something that has happened, from any thread.
    var post: @Sendable (Message) -> Void {
        let inbox = inbox
        return { inbox.post(.message($0)) }
    }

    /// Runs until the terminal is gone, or the task is cancelled.
    func run(_ runner: CommandRunner) async {
        let inbox = inbox
        let input = Task { [backend] in
            for await events in backend.events { inbox.post(.input(events)) }
            inbox.post(.input([.closed]))
        }
        defer { input.cancel() }
        await withTaskCancellationHandler {
            await serve(with: runner)
        } onCancel: {
            inbox.post(.input([.closed]))
        }
    }

    /// What came before the terminal went is still carried out: the last character of a form is kept.
    private func serve(with runner: CommandRunner) async {
        var isOpen = true
        while isOpen {
            isOpen = await inbox.takeAll().allSatisfy(take)
            await carryOut(with: runner)
            if isOpen { await draw() }
        }
    }

    /// False when the terminal is gone.
    private func take(_ item: Inbound) -> Bool {
        switch item {
        case .message(let message): update(message)
        case .input(let events):
            for event in events {
                switch event {
                case .resize(let size):
                    self.size = size
                    frame = nil
                case .closed: return false
                case .report(.cellSize(let cell)):
                    self.cell = cell
                    frame = nil
                case .touch, .scroll, .key: handle(event, isByPerson: true)
                case .focus, .report: handle(event, isByPerson: false)
                }
            }
        }
        return true
    }

    /// What the terminal says by itself does not keep a visit awake.
    private func handle(_ event: InputEvent, isByPerson: Bool) {
        guard let frame = currentFrame() else { return }
        let response = interaction.handle(event, in: frame.tree)
        self.frame = nil
        for drawn in response.strokes { update(.drew(drawn)) }
        for action in response.actions { update(.act(action)) }
        if response.actions.isEmpty, isByPerson { update(.touched) }
    }

    private func update(_ message: Message) {
        let attention = model.attention
        commands += model.update(message)
        frame = nil
        if let wanted = model.attention, wanted != attention, let tree = currentFrame()?.tree {
            interaction.focus(wanted.node, in: tree)
            frame = nil
        }
    }

    /// The last visit's text must be gone from the terminal's memory too, before anything new is drawn.
    private func carryOut(with runner: CommandRunner) async {
        let due = commands
        commands = []
        for command in due {
            if command.work == .endVisit {
                interaction.reset()
                frame = nil
                await backend.wipe()
            }
            runner.run(command)
        }
    }

    private func currentFrame() -> Frame<Action>? {
        if let frame { return frame }
        guard let size else { return nil }
        frame = Frame(model.view(size: size, cell: cell), size: size, interaction: interaction)
        return frame
    }

    private func draw() async {
        guard let frame = currentFrame() else { return }
        await backend.present(frame.content, theme: .standard)
    }
}
