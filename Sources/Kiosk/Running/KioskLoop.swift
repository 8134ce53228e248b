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
    /// What the back end was last told.
    private var printSize = PrintSize.normal
    /// Nil where nothing is spoken.
    private var speaker: Speaker?
    /// The tree of the frame that was shown last; nil at the beginning of a visit.
    private var shown: SemanticTree<Action>?
    /// What the keys and touches since then came to.
    private var response = Interaction<Action>.Response()

    init(model: KioskModel, backend: any Backend, speaker: Speaker? = nil) {
        self.model = model
        self.backend = backend
        self.speaker = speaker
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
        if let action = switchingOn(event) { return update(.act(action)) }
        let next = interaction.handle(event, in: frame.tree)
        response.add(next)
        self.frame = nil
        for drawn in next.strokes { update(.drew(drawn)) }
        let typed = next.unhandled.compactMap { model.action(for: $0) }
        for action in next.actions + typed { update(.act(action)) }
        if next.actions.isEmpty, typed.isEmpty, isByPerson { update(.touched) }
    }

    private func switchingOn(_ event: InputEvent) -> Action? {
        guard speaker != nil, case .key(let key) = event else { return nil }
        return model.voiceAction(for: key, hasFocus: interaction.focused != nil)
    }

    private func update(_ message: Message) {
        let (attention, wasVoiced) = (model.attention, model.isVoiced)
        commands += model.update(message)
        // Who has just switched the voice on begins where the screen does.
        if model.isVoiced, !wasVoiced { shown = nil }
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
        if due.contains(where: { $0.work == .endVisit }) {
            interaction.reset()
            (frame, shown) = (nil, nil)
            speaker?.forget()
            await backend.wipe()
        }
        if due.contains(where: \.work.isReminder) { await backend.ring() }
        Self.hand(due, to: runner)
    }

    /// Nothing waits here: a command with somebody's name must not get into a frame that outlives it.
    private static func hand(_ commands: [Command], to runner: CommandRunner) {
        for command in commands { runner.run(command) }
    }

    private func currentFrame() -> Frame<Action>? {
        if let frame { return frame }
        guard let size else { return nil }
        frame = Frame(model.view(size: size, cell: cell), size: size, interaction: interaction)
        return frame
    }

    private func draw() async {
        if printSize != model.presentation.printSize {
            printSize = model.presentation.printSize
            await backend.setPrintSize(printSize)
        }
        guard var frame = currentFrame() else { return }
        if interaction.follow(frame.tree, since: shown, startsFocus: model.isVoiced) {
            self.frame = nil
            frame = currentFrame() ?? frame
        }
        await backend.present(frame.content, theme: model.presentation.theme)
        shown = frame.tree
        speaker?.attend(frame.tree, of: model, after: response)
        response = Interaction.Response()
    }
}

extension Work {
    fileprivate var isReminder: Bool {
        if case .remindOfCard = self { true } else { false }
    }
}
