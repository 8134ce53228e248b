import Foundation
import Synchronization

/// A program that runs, for whoever has to stop it from outside.
final class Running: Sendable {
    private struct State {
        var pid: pid_t?
        var isStopped = false
    }
    private let state = Mutex(State())

    func began(_ pid: pid_t) {
        state.withLock { state in
            state.pid = pid
            if state.isStopped { kill(pid, SIGTERM) }
        }
    }

    /// From here on its number may be another's.
    func ended() { state.withLock { $0.pid = nil } }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            if let pid = state.pid { kill(pid, SIGTERM) }
        }
    }
}
