import TerminalEmulator

/// The kiosk as a person in front of it has it: a screen to look at and to touch.
protocol KioskFront: Sendable {
    var screen: EmulatedScreen { get }
    /// Switched off: it does not come up again by itself.
    var isGone: Bool { get }

    /// A finger on a cell (from 0), down and up.
    func touch(column: Int, row: Int)
    /// A finger that comes down on the first cell, goes over the others and is lifted from the last.
    func draw(_ way: [(column: Int, row: Int)])
    /// Keys of a keyboard or a hand scanner.
    func send(_ bytes: [UInt8])
    /// `kill -9`, or the machine's reset button; it comes up again by itself.
    func kill()
}

extension KioskTerminal: KioskFront {
    var isGone: Bool { false }
}
