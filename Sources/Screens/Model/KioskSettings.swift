package import Terminal

/// What differs between halls and panels. Seconds throughout.
package struct KioskSettings: Hashable, Sendable {
    package var hall: String
    /// Number of this machine, shown in the status row.
    package var machine: String
    package var idle = 60
    package var idleOnForms = 120
    /// Who reads large print, or listens, takes longer.
    package var idleInLargePrint = 90
    /// The countdown after that, over the screen.
    package var warning = 30
    /// How long an empty reader is waited for.
    package var cardWait = 30
    /// How long the last words of a visit stand.
    package var farewell = 10
    /// A card left on its reader sounds after this, and every so often …
    package var cardAlarm = 5
    /// … and after this staff are called to it.
    package var cardCall = 30
    /// A reader that went away mid-visit must be back with the card within this.
    package var readerGrace = 15
    /// The list asks the store again after this, for what other channels have changed.
    package var refresh = 15
    /// Defeats blind people and helps against shoulder-surfing: off unless a hall wants it.
    package var shufflesPIN = false
    package var refusesExpiredCards = true
    /// The glass in front of the person: fingers need millimetres.
    package var panel = Panel.standard
    /// Whether this machine has a voice: one without does not offer it.
    package var canSpeak = true
    /// Where files may come from at this machine.
    package var fileWays: Set<FileWay> = []
    /// What every visit begins with.
    package var presentation = Presentation()

    package init(hall: String, machine: String) {
        self.hall = hall
        self.machine = machine
    }
}
