import Synchronization

/// Where everything that happens meets: touches, cards, answers of the store. Any thread posts; the loop alone takes,
/// everything that waits at once, so that one frame is drawn for all of it.
///
/// A stream wakes the taker. A continuation kept beside what waits does the same in fewer lines, but with optimisation
/// on Swift 6.3.1 retains garbage there once a message is as large as ours.
final class Inbox<Element: Sendable>: Sendable {
    private let waiting = Mutex<[Element]>([])
    private let news: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init() {
        (news, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func post(_ element: Element) {
        waiting.withLock { $0.append(element) }
        wake.yield()
    }

    /// Waits until there is something, then takes all of it. One taker at a time; nothing once its task is cancelled
    /// and nothing waits.
    func takeAll() async -> [Element] {
        var news = news.makeAsyncIterator()
        while true {
            let elements = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            if !elements.isEmpty { return elements }
            guard await news.next() != nil else { return [] }
        }
    }
}
