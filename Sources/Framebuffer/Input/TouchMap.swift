import Synchronization
import Terminal

/// From places on the panel to cells of the screen; changed when the print size does, asked by the reader's thread.
final class TouchMap: Sendable {
    private let state: Mutex<State>

    private struct State {
        var geometry: GridGeometry
        /// Where the finger was told to be; nil while it is up.
        var last: Point?
    }

    private let rotation: Rotation

    init(_ geometry: GridGeometry, rotation: Rotation) {
        state = Mutex(State(geometry: geometry, last: nil))
        self.rotation = rotation
    }

    func use(_ geometry: GridGeometry) {
        state.withLock { $0.geometry = geometry }
    }

    /// Nil for a move within a cell.
    func event(_ report: PointerReport) -> InputEvent? {
        state.withLock { state in
            switch report {
            case .down(let place):
                let point = state.geometry.cell(at: rotation.onCanvas(place))
                state.last = point
                return .touch(Touch(.down, at: point))
            case .move(let place):
                let point = state.geometry.cell(at: rotation.onCanvas(place))
                guard point != state.last else { return nil }
                state.last = point
                return .touch(Touch(.move, at: point))
            case .up(let place):
                state.last = nil
                return .touch(Touch(.up, at: state.geometry.cell(at: rotation.onCanvas(place))))
            case .cancelled:
                state.last = nil
                // Lifts the finger without a release.
                return .focus(false)
            }
        }
    }
}
