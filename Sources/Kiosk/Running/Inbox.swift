import Foundation

/// Where everything that happens meets: touches, cards, answers of the store. Any thread posts; the loop alone takes,
/// everything that waits at once, so that one frame is drawn for all of it.
final class Inbox<Element: Sendable>: @unchecked Sendable {
    // Unchecked: both properties are guarded by `lock`.
    private let lock = NSLock()
    private var waiting: [Element] = []
    private var taker: CheckedContinuation<[Element], Never>?

    func post(_ element: Element) {
        let resumed = lock.withLock { () -> (CheckedContinuation<[Element], Never>, [Element])? in
            waiting.append(element)
            guard let taker else { return nil }
            defer {
                self.taker = nil
                waiting = []
            }
            return (taker, waiting)
        }
        resumed?.0.resume(returning: resumed?.1 ?? [])
    }

    /// Waits until there is something, then takes all of it. One taker only.
    func takeAll() async -> [Element] {
        await withCheckedContinuation { continuation in
            let ready = lock.withLock { () -> [Element]? in
                if waiting.isEmpty {
                    taker = continuation
                    return nil
                }
                defer { waiting = [] }
                return waiting
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }
}
