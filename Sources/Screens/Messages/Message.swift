package import Core
package import Foundation
package import Terminal

/// Everything that can happen to the screens. The program's loop collects messages, gives them to
/// `KioskModel.update(_:)` one by one, and draws once when none is left.
package enum Message: Hashable, Sendable {
    /// A target of the screen was touched.
    case act(Action)
    /// A finger has drawn on a canvas.
    case drew(DrawnStroke)
    /// A finger or a key that met no target: the person is still there.
    case touched
    /// The session clock, once a second; it only moves countdowns.
    case tick(Date)
    case card(CardEvent)
    /// The printer's present trouble; nil when it has none.
    case printer(PrinterFault?)
    /// Whether the store answers.
    case network(isReachable: Bool)
    /// A stick was put into its socket, or pulled.
    case stick(isIn: Bool)
    /// So many pages of the scan that runs.
    case scanned(pages: Int)
    /// From the store's change feed: any application that this kiosk has filed, whosever it is.
    case changed([ApplicationStatus])
    case print(PrintToken, PrintProgress)
    /// What became of a command. Answers that nobody waits for any more are dropped.
    case answer(CommandID, Answer)
}
