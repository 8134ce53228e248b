import Core

/// Turns what the readers show into what happened to the cards of each role.
///
/// A card that was there before pcscd or its reader went out of sight, and is there again, is announced as placed
/// without having been removed: nobody can tell whether it is the same one, so it must be read again.
struct CardEvents {
    private enum Card: Hashable {
        case none
        case placed(UInt16)
        case mute(UInt16)
    }

    private struct Memory {
        var isReaderHere = true
        var card = Card.none
        /// The card was out of sight since.
        var isStale = false
    }

    private let binding: ReaderBinding
    private var isServiceUp = true
    private var memory: [ReaderRole: Memory] = [:]

    init(binding: ReaderBinding) { self.binding = binding }

    /// Before the first snapshot everything counts as well and empty, so that only news worth telling comes out.
    mutating func observe(_ snapshot: ReaderSnapshot) -> [CardEvent] {
        guard snapshot.isServiceUp else {
            defer { isServiceUp = false }
            for role in ReaderRole.allCases { memory[role, default: Memory()].isStale = true }
            return isServiceUp ? [.serviceDown] : []
        }
        let back: [CardEvent] = isServiceUp ? [] : [.serviceUp]
        isServiceUp = true
        return back + ReaderRole.allCases.flatMap { observe(snapshot, as: $0) }
    }

    private mutating func observe(_ snapshot: ReaderSnapshot, as role: ReaderRole) -> [CardEvent] {
        var known = memory[role, default: Memory()]
        defer { memory[role] = known }
        let name = binding.reader(for: role, among: snapshot.readers.map(\.name))
        let slot = snapshot.readers.first { $0.name == name }?.slot ?? .unavailable
        guard slot != .unavailable else {
            defer { known.isReaderHere = false }
            known.isStale = true
            return known.isReaderHere ? [.readerGone(role)] : []
        }
        let back: [CardEvent] = known.isReaderHere ? [] : [.readerBack(role)]
        known.isReaderHere = true
        guard let card = Self.card(in: slot) else { return back }
        let wasStale = known.isStale
        let before = known.card
        (known.card, known.isStale) = (card, false)
        return back + Self.change(from: before, to: card, unseen: wasStale, role)
    }

    private static func change(
        from before: Card, to card: Card, unseen: Bool, _ role: ReaderRole
    ) -> [CardEvent] {
        guard before != card || unseen else { return [] }
        let removed: [CardEvent] = before != .none && (!unseen || card == .none) ? [.removed(role)] : []
        return switch card {
        case .none: removed
        case .placed: removed + [.placed(role)]
        case .mute: removed + [.mute(role)]
        }
    }

    /// Nil while nothing can be said.
    private static func card(in slot: ReaderSnapshot.Slot) -> Card? {
        switch slot {
        case .settling, .unavailable: nil
        case .empty: Card.none
        case .card(let count): .placed(count)
        case .mute(let count): .mute(count)
        }
    }
}
