import Appliance
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
    private var stage = Stage<Action>()
    private var doubleTaps = DoubleTapFilter()
    private let now: () -> ContinuousClock.Instant
    /// Somebody is there, and has moved nothing in the model.
    private var isTouched = false
    private var commands: [Command] = []
    /// Nil where no service manager waits for signs of life.
    private var pulse: Pulse?
    /// There is something to see: the loop lives.
    private var hasDrawn = false
    /// What the back end was last told.
    private var printSize = PrintSize.normal
    /// Nil where nothing is spoken.
    private var speaker: Speaker?
    /// The tree of the frame that was shown last; nil at the beginning of a visit.
    private var shown: SemanticTree<Action>?
    /// What the keys and touches since then came to.
    private var response = Interaction<Action>.Response()

    /// - Parameter now: tells a double tap from two taps.
    init(
        model: KioskModel, backend: any Backend, speaker: Speaker? = nil, pulse: Pulse? = nil,
        now: @escaping () -> ContinuousClock.Instant = { .now }
    ) {
        self.model = model
        self.backend = backend
        self.speaker = speaker
        self.pulse = pulse
        self.now = now
    }

    /// Hands the loop something that has happened, from any thread.
    var post: @Sendable (Message) -> Void {
        let inbox = inbox
        return { inbox.post(.message($0)) }
    }

    /// Runs until the terminal is gone, or the task is cancelled.
    func run(_ runner: CommandRunner) async {
        let (inbox, events) = (inbox, backend.events)
        await withTaskExecutorPreference(backend.executor) {
            async let _: Void = Self.forward(events, to: inbox)
            await withTaskCancellationHandler {
                await serve(with: runner)
            } onCancel: {
                inbox.post(.input([.closed]))
            }
        }
    }

    private nonisolated static func forward(_ events: AsyncStream<[InputEvent]>, to inbox: Inbox<Inbound>) async {
        for await batch in events { inbox.post(.input(batch)) }
        inbox.post(.input([.closed]))
    }

    /// What came before the terminal went is still carried out: the last character of a form is kept.
    private func serve(with runner: CommandRunner) async {
        var isOpen = true
        while isOpen {
            isOpen = await inbox.takeAll().allSatisfy(take)
            noteTouch()
            await carryOut(with: runner)
            if isOpen { await draw() }
            beat()
        }
    }

    private func beat() {
        if hasDrawn { pulse?.beat(at: now()) }
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
                    stage.clear()
                case .closed: return false
                case .report(.cellSize(let cell)):
                    self.cell = cell
                    stage.clear()
                case .touch, .scroll, .key: handle(event, isByPerson: true)
                case .focus, .report: handle(event, isByPerson: false)
                }
                // A storm of keys is long to take in on a slow machine, and no hang.
                beat()
            }
        }
        return true
    }

    /// What the terminal says by itself does not keep a visit awake.
    private func handle(_ event: InputEvent, isByPerson: Bool) {
        guard let tree = currentTree(), doubleTaps.admits(event, on: tree.screen, at: now()) else { return }
        if let action = switchingOn(event) { return update(.act(action)) }
        let before = interaction
        let next = interaction.handle(event, in: tree)
        response.add(next)
        stage.follow(interaction, since: before)
        for drawn in next.strokes { update(.drew(drawn)) }
        let typed = next.unhandled.compactMap { model.action(for: $0) }
        for action in next.actions + typed { update(.act(action)) }
        if next.actions.isEmpty, typed.isEmpty, isByPerson { isTouched = true }
    }

    /// Once for all that came: the model changes, and with it the screen.
    private func noteTouch() {
        guard isTouched else { return }
        isTouched = false
        update(.touched)
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
        stage.clear()
        if let wanted = model.attention, wanted != attention, let tree = currentTree() {
            interaction.focus(wanted.node, in: tree)
            stage.clear()
        }
    }

    /// The last visit's text must be gone from the terminal's memory too, before anything new is drawn.
    private func carryOut(with runner: CommandRunner) async {
        let due = commands
        commands = []
        if due.contains(where: { $0.work == .endVisit }) {
            interaction.reset()
            stage.clear()
            shown = nil
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

    private func currentTree() -> SemanticTree<Action>? {
        size.map { size in stage.tree(size, interaction) { model.view(size: size, cell: cell) } }
    }

    private func currentFrame() -> Frame<Action>? {
        size.map { size in stage.draw(size, interaction) { model.view(size: size, cell: cell) } }
    }

    private func draw() async {
        if printSize != model.presentation.printSize {
            printSize = model.presentation.printSize
            await backend.setPrintSize(printSize)
        }
        guard var frame = currentFrame() else { return }
        if interaction.follow(frame.tree, since: shown, startsFocus: model.isVoiced) {
            stage.clear()
            frame = currentFrame() ?? frame
        }
        await backend.present(frame.content, theme: model.presentation.theme)
        shown = frame.tree
        hasDrawn = true
        doubleTaps.note(shown: frame.tree.screen, at: now())
        speaker?.attend(frame.tree, of: model, after: response)
        response = Interaction.Response()
    }
}

extension Work {
    fileprivate var isReminder: Bool {
        if case .remindOfCard = self { true } else { false }
    }
}
