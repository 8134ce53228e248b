import Foundation
import Synchronization
import TerminalEmulator

/// The kiosk's program on a terminal of its own, started again whenever it ends, as the appliance's init would do.
final class KioskTerminal: Sendable {
    /// How to start the program.
    struct Program: Sendable {
        var executable: String
        var arguments: [String]
        var environment: [String: String]
    }

    private struct State {
        var screen: EmulatedScreen
        var terminal: PseudoTerminal?
        var isClosed = false
        var starts = 0
        var traffic = Traffic()
    }

    /// What the program has written so far.
    struct Traffic: Sendable {
        var bytes = 0
        /// When the newest of it was read.
        var lastAt = ContinuousClock.now
    }

    private let program: Program
    private let state: Mutex<State>
    private let changed: @Sendable () -> Void

    /// - Parameter changed: called on any thread after the screen has changed.
    init(_ program: Program, columns: Int, rows: Int, changed: @escaping @Sendable () -> Void) throws {
        self.program = program
        self.changed = changed
        state = Mutex(State(screen: EmulatedScreen(columns: columns, rows: rows)))
        try start()
    }

    /// What a person in front of the kiosk sees now.
    var screen: EmulatedScreen { state.withLock { $0.screen } }
    var pid: pid_t? { state.withLock { $0.terminal?.pid } }
    /// How often the program was started.
    var starts: Int { state.withLock { $0.starts } }
    var traffic: Traffic { state.withLock { $0.traffic } }

    func send(_ bytes: [UInt8]) { state.withLock { $0.terminal }?.write(bytes) }

    /// A finger on a cell (from 0), down and up, as SGR mouse reports.
    func touch(column: Int, row: Int) {
        send(Array("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m".utf8))
    }

    /// A finger that comes down on the first cell, goes over the others and is lifted from the last.
    func draw(_ way: [(column: Int, row: Int)]) {
        guard let first = way.first, let last = way.last else { return }
        let moves = way.dropFirst().map { "\u{1B}[<32;\($0.column + 1);\($0.row + 1)M" }.joined()
        let down = "\u{1B}[<0;\(first.column + 1);\(first.row + 1)M"
        send(Array((down + moves + "\u{1B}[<0;\(last.column + 1);\(last.row + 1)m").utf8))
    }

    func resize(columns: Int, rows: Int) {
        let terminal = state.withLock { state in
            state.screen.resize(columns: columns, rows: rows)
            return state.terminal
        }
        terminal?.resize(columns: columns, rows: rows)
    }

    /// `kill -9`; the program is started again at once.
    func kill() { state.withLock { $0.terminal }?.signal(SIGKILL) }

    /// Ends the program for good and waits until it is gone.
    func close() async {
        let terminal = state.withLock { state in
            state.isClosed = true
            return state.terminal
        }
        terminal?.signal(SIGTERM)
        for _ in 0..<300 where terminal?.isRunning == true { try? await Task.sleep(for: .milliseconds(10)) }
        terminal?.signal(SIGKILL)
    }

    private func start() throws {
        let (columns, rows) = state.withLock { state in
            state.screen = EmulatedScreen(columns: state.screen.columns, rows: state.screen.rowCount)
            state.starts += 1
            return (state.screen.columns, state.screen.rowCount)
        }
        let terminal = try PseudoTerminal(
            program.executable, arguments: program.arguments, environment: program.environment,
            size: (columns, rows)
        ) { [weak self] bytes in self?.received(bytes) }
        state.withLock { $0.terminal = terminal }
    }

    private func received(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            if !state.withLock({ $0.isClosed }) { try? start() }
        } else {
            let now = ContinuousClock.now
            let (replies, terminal) = state.withLock { state in
                state.screen.feed(bytes)
                state.traffic = Traffic(bytes: state.traffic.bytes + bytes.count, lastAt: now)
                return (state.screen.takeReplies(), state.terminal)
            }
            if !replies.isEmpty { terminal?.write(replies) }
        }
        changed()
    }
}
