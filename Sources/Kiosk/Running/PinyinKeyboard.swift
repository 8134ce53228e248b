import Screens
import Terminal

/// The Chinese input of one visit: begun at the first key, ended with the visit, so that nothing is left of it.
actor PinyinKeyboard {
    private let data: PinyinData
    private var session: PinyinSession?

    init(_ data: PinyinData) { self.data = data }

    /// Without its data the keyboard still types; it only offers no characters.
    func take(_ step: CompositionStep) async -> Composition {
        guard let session = open() else { return Composition() }
        let state =
            switch step {
            case .letter(let letter): await session.type(letter)
            case .backspace: await session.backspace()
            case .choose(let index): await session.select(index)
            case .more: await session.more()
            case .originalCharacters(let isOn): await session.keepOriginalCharacters(isOn)
            case .clear: await session.clear()
            }
        return Composition(
            preedit: state.composition, candidates: state.candidates, hasMore: state.hasMore,
            committed: state.committed)
    }

    func end() async {
        await session?.end()
        session = nil
    }

    private func open() -> PinyinSession? {
        if session == nil { session = try? PinyinSession(data: data) }
        return session
    }
}
