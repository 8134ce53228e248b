import CPCSC
import Foundation
import Synchronization

/// Watches pcscd's readers on a thread and a context of its own, and says what is there at every change.
///
/// It outlives the daemon: when pcscd goes, it says so once and tries again until it is back.
package final class ReaderMonitor: Sendable {
    private let board = Board()

    package init() {
        let board = board
        let thread = Thread { Self.run(board) }
        thread.name = "reader-monitor"
        thread.start()
    }

    deinit { board.stop() }

    /// The present situation as soon as it is known, then one snapshot for every change. Ends with the monitor.
    package func snapshots() -> AsyncStream<ReaderSnapshot> { board.subscribe() }

    // Waits are bounded because pcscd 1.9 misses a reader that comes between the listing and the wait.
    private static let longestWait: Duration = .seconds(1)
    // pcscd looks for a card every 400 ms, and after a restart needs a while to power it.
    private static let settlingTime: Duration = .milliseconds(1_500)

    private static func run(_ board: Board) {
        var pause: useconds_t = 50_000
        while !board.isStopped {
            do throws(PCSCCode) {
                let context = try PCSCContext()
                pause = 50_000
                board.context(is: context.handle)
                defer {
                    board.context(is: nil)
                    withExtendedLifetime(context) {}  // Not released while it can still be cancelled.
                }
                try watch(context, board)
            } catch {
                board.publish(ReaderSnapshot(isServiceUp: false))
                usleep(pause)
                pause = min(pause * 2, 2_000_000)
            }
        }
    }

    private static func watch(_ context: PCSCContext, _ board: Board) throws(PCSCCode) {
        var watch = ReaderWatch()
        while !board.isStopped {
            watch.keep(readers: try context.readers(), now: .now)
            board.publish(watch.snapshot(now: .now, settlingTime: settlingTime))
            let wait = watch.isSettling(now: .now, settlingTime: settlingTime) ? .milliseconds(100) : longestWait
            let milliseconds = UInt(wait / .milliseconds(1))
            do throws(PCSCCode) {
                if let states = try context.awaitChange(of: watch.states, milliseconds: milliseconds) {
                    watch.update(states)
                }
            } catch {
                // A reader that went between the listing and the wait fails the whole call; cancelled: we are ending.
                guard error.isReaderMissing || error == PCSCCode(SCARD_E_CANCELLED) else { throw error }
            }
        }
    }
}

/// The states that the next wait compares with, and since when each reader is known.
struct ReaderWatch {
    private var readers: [(state: ReaderState, since: ContinuousClock.Instant)] = []
    private var plugAndPlay = ReaderState(unseen: ReaderState.plugAndPlay)

    /// Never empty: a wait for nothing returns at once and would spin.
    var states: [ReaderState] { readers.map(\.state) + [plugAndPlay] }

    /// Takes over the listing: known readers keep their states. pcscd accepts 16 entries, one is plug and play's.
    mutating func keep(readers names: [String], now: ContinuousClock.Instant) {
        readers = names.prefix(15).map { name in
            readers.first { $0.state.reader == name } ?? (ReaderState(unseen: name), now)
        }
    }

    mutating func update(_ states: [ReaderState]) {
        for state in states {
            if state.reader == ReaderState.plugAndPlay {
                plugAndPlay = state
            } else if let index = readers.firstIndex(where: { $0.state.reader == state.reader }) {
                readers[index].state = state
            }
        }
    }

    func snapshot(now: ContinuousClock.Instant, settlingTime: Duration) -> ReaderSnapshot {
        let slots = readers.map { reader in
            ReaderSnapshot.Reader(
                name: reader.state.reader, slot: reader.state.slot(isSettled: now - reader.since >= settlingTime))
        }
        return ReaderSnapshot(isServiceUp: true, readers: slots)
    }

    func isSettling(now: ContinuousClock.Instant, settlingTime: Duration) -> Bool {
        readers.contains { $0.state.slot(isSettled: now - $0.since >= settlingTime) == .settling }
    }
}

extension ReaderState {
    func slot(isSettled: Bool) -> ReaderSnapshot.Slot {
        if isMute { return .mute(count: eventCount) }
        if isPresent { return .card(count: eventCount) }
        if !isSettled { return .settling }
        return isUnavailable ? .unavailable : .empty
    }
}

extension ReaderMonitor {
    /// Where the thread leaves what it sees.
    private final class Board: Sendable {
        private struct State {
            var latest: ReaderSnapshot?
            var listeners: [UUID: AsyncStream<ReaderSnapshot>.Continuation] = [:]
            var context: SCARDCONTEXT?
            var isStopped = false
        }
        private let state = Mutex(State())

        var isStopped: Bool { state.withLock(\.isStopped) }

        func context(is handle: SCARDCONTEXT?) { state.withLock { $0.context = handle } }

        func publish(_ snapshot: ReaderSnapshot) {
            state.withLock { state in
                guard state.latest != snapshot else { return }
                state.latest = snapshot
                for listener in state.listeners.values { listener.yield(snapshot) }
            }
        }

        func subscribe() -> AsyncStream<ReaderSnapshot> {
            let (stream, continuation) = AsyncStream.makeStream(of: ReaderSnapshot.self)
            let key = UUID()
            state.withLock { state in
                guard !state.isStopped else { return continuation.finish() }
                state.listeners[key] = continuation
                if let latest = state.latest { continuation.yield(latest) }
            }
            continuation.onTermination = { [weak self] _ in
                _ = self?.state.withLock { $0.listeners.removeValue(forKey: key) }
            }
            return stream
        }

        /// The cancellation may find nobody waiting and is lost then; the thread ends after its bounded wait.
        func stop() {
            let listeners = state.withLock { state in
                state.isStopped = true
                if let context = state.context { SCardCancel(context) }
                defer { state.listeners = [:] }
                return state.listeners.values.map { $0 }
            }
            for listener in listeners { listener.finish() }
        }
    }
}
