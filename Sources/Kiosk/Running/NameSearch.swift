import Core
import Synchronization
import Terminal

/// Enterprise names by the initials of their pinyin, from the kiosk's copy of the store's register.
final class NameSearch: Sendable {
    private let index = Mutex<InitialsIndex<Enterprise>?>(nil)

    /// At most this many fit on a screen beside the keyboard.
    private static let mostMatches = 8

    func load(_ enterprises: [Enterprise]) {
        let built = InitialsIndex(enterprises.map { (id: $0, name: $0.name) })
        index.withLock { $0 = built }
    }

    func matches(for text: String) -> [Enterprise] {
        index.withLock { $0?.matches(text, limit: Self.mostMatches).map(\.id) ?? [] }
    }
}
