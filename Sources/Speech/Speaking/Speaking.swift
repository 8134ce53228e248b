import Foundation
import Synchronization

/// One utterance on its way to the ear, and the programs that carry it.
final class Speaking: Sendable {
    private struct State {
        var isOver = false
        var children: [ChildProcess] = []
    }

    private let state = Mutex(State())

    var isOver: Bool { state.withLock { $0.isOver } }

    /// Nil when nothing of it is to be heard any more.
    func start(_ arguments: [String], answers: Bool) throws(POSIXError) -> ChildProcess? {
        guard !isOver else { return nil }
        let child = try ChildProcess.start(arguments, answers: answers)
        let isOver = state.withLock { state in
            state.children.append(child)
            return state.isOver
        }
        if isOver { child.kill() }
        return child
    }

    func end(_ child: ChildProcess) -> Bool {
        let isWell = child.wait()
        state.withLock { state in state.children.removeAll { $0 === child } }
        return isWell
    }

    func stop() {
        let children = state.withLock { state in
            state.isOver = true
            return state.children
        }
        for child in children { child.kill() }
    }
}
