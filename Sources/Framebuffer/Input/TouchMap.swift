import Synchronization
import Terminal

/// From places on the panel to cells of the screen; changed when the print size does, asked by the reader's thread.
final class TouchMap: Sendable {
    private let state: Mutex<State>
    private let rotation: Rotation

    init(_ geometry: GridGeometry, rotation: Rotation) {
        state = Mutex(State(geometry: geometry))
        self.rotation = rotation
    }

    func use(_ geometry: GridGeometry) {
        state.withLock { $0.geometry = geometry }
    }

    /// Whether a move within a cell is worth telling: there is a canvas.
    func tellsOffsets(_ wanted: Bool) {
        state.withLock { $0.tellsOffsets = wanted }
    }

    /// Nil for a move that says nothing new.
    func event(_ report: PointerReport) -> InputEvent? {
        state.withLock { state in
            switch report {
            case .down(let place): return state.tell(.down, at: rotation.onCanvas(place))
            case .move(let place): return state.tell(.move, at: rotation.onCanvas(place))
            case .up(let place): return state.tell(.up, at: rotation.onCanvas(place))
            case .cancelled:
                // Lifts the finger without a release.
                return .focus(false)
            }
        }
    }

    private struct State {
        var geometry: GridGeometry
        var tellsOffsets = false
        /// The finger as it was told last.
        private var last: Touch?

        init(geometry: GridGeometry) {
            self.geometry = geometry
        }

        mutating func tell(_ phase: Touch.Phase, at place: PanelPosition) -> InputEvent? {
            let touch = Touch(phase, at: geometry.cell(at: place), offset: geometry.offset(at: place))
            let isNews = touch.point != last?.point || tellsOffsets && touch.offset != last?.offset
            guard phase != .move || isNews else { return nil }
            last = touch
            return .touch(touch)
        }
    }
}
