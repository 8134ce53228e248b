import Core
import Synchronization
import Terminal

/// Enterprise names by the initials of their pinyin, from the kiosk's copy of the store's register.
final class NameSearch: Sendable {
    private struct State {
        var enterprises: [Enterprise] = []
        var index: InitialsIndex<Enterprise>?
    }
    private let state = Mutex(State())

    /// At most this many fit on a screen beside the keyboard.
    private static let mostMatches = 8

    /// Takes up to a second for 200 000 names: never to be called where somebody waits. Searches go on meanwhile with
    /// what was loaded before.
    /// - Returns: whether there was anything new.
    @discardableResult
    func load(_ enterprises: [Enterprise]) -> Bool {
        guard state.withLock({ $0.index == nil || $0.enterprises != enterprises }) else { return false }
        let index = InitialsIndex(enterprises.map { (id: $0, name: $0.name) })
        state.withLock { $0 = State(enterprises: enterprises, index: index) }
        return true
    }

    func matches(for text: String) -> [Enterprise] {
        // The index is a value: it is searched outside the lock.
        state.withLock(\.index)?.matches(text, limit: Self.mostMatches).map(\.id) ?? []
    }
}
