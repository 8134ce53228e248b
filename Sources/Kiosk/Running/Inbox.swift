import Synchronization

/// Where everything that happens meets: touches, cards, answers of the store. Any thread posts; the loop alone takes,
/// everything that waits at once, so that one frame is drawn for all of it.
final class Inbox<Element: Sendable>: Sendable {
    private struct State {
        var waiting: [Element] = []
        var taker: CheckedContinuation<[Element], Never>?

        /// Everything that waits, and who is to have it; nil as long as one of the two is missing.
        mutating func delivery() -> (taker: CheckedContinuation<[Element], Never>, elements: [Element])? {
            guard let taker, !waiting.isEmpty else { return nil }
            defer { self = State() }
            return (taker, waiting)
        }
    }
    private let state = Mutex(State())

    func post(_ element: Element) {
        deliver { $0.waiting.append(element) }
    }

    /// Waits until there is something, then takes all of it. One taker at a time.
    func takeAll() async -> [Element] {
        await withCheckedContinuation { taker in deliver { $0.taker = taker } }
    }

    private func deliver(after change: (inout State) -> Void) {
        let delivery = state.withLock { state in
            change(&state)
            return state.delivery()
        }
        delivery?.taker.resume(returning: delivery?.elements ?? [])
    }
}
