package import Core
package import Foundation

/// Everything that the kiosk's screens know. `update` is the only way to change it; `view` the only way to see it.
package struct KioskModel: Hashable, Sendable {
    package let settings: KioskSettings
    package internal(set) var presentation: Presentation
    package internal(set) var now: Date
    package internal(set) var devices = Devices()
    package internal(set) var visit = Visit.none
    package internal(set) var screen = Screen.welcome {
        didSet { if screen.name != oldValue.name { isHelpOpen = false } }
    }
    /// The box of the help corner stands over the screen.
    package internal(set) var isHelpOpen = false
    /// What must be said on top of the present screen; the next touch takes it away.
    package internal(set) var notice: Notice?
    /// Where the program should put the focus, so that it scrolls into view.
    package internal(set) var attention: Attention?

    var lastTouch: Date
    var errands = Errands()
    var cardWatch = CardWatch.steady
    /// Cards of ended visits that are still on their readers.
    var forgottenCards: Set<ReaderRole> = []
    /// Sounds for them while nobody else is served.
    package internal(set) var cardAlarm: CardAlarm?
    var dice: Dice

    /// - Parameter seed: for the order of a shuffled PIN pad.
    package init(settings: KioskSettings, now: Date, seed: UInt64) {
        self.settings = settings
        presentation = settings.presentation
        self.now = now
        lastTouch = now
        dice = Dice(seed: seed)
    }

    /// Takes one message in; the commands go to the runner in this order.
    package mutating func update(_ message: Message) -> [Command] {
        switch message {
        case .act(let action):
            lastTouch = now
            return act(action)
        case .drew(let drawn):
            lastTouch = now
            return take(drawn)
        case .touched:
            lastTouch = now
            return []
        case .tick(let instant):
            now = instant
            return pass()
        case .card(let event):
            return take(event)
        case .printer(let fault):
            devices.printer = fault
            return []
        case .network(let isReachable):
            devices.isStoreReachable = isReachable
            return []
        case .stick(let isIn):
            noteStick(isIn)
            return []
        case .scanned(let pages):
            noteScanned(pages)
            return []
        case .changed(let applications):
            visit.note(applications)
            return catchUp()
        case .print(let token, let progress):
            return note(progress, of: token)
        case .answer(let id, let answer):
            return take(answer, to: id)
        }
    }

    package var language: Language { presentation.language }

    package var today: CivilDate { CivilDate(shanghai: now) }

    /// Something that the person waits for is being done.
    package var isBusy: Bool { errands.isBusy }
}
