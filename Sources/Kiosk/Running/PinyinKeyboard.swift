import Screens
import Terminal

/// The Chinese input of one visit, typed or written: begun at the first key, ended with the visit, so that nothing is
/// left of it.
actor PinyinKeyboard {
    private let data: PinyinData
    private let filter: CandidateFilter
    private var session: PinyinSession?
    private var handwriting: Handwriting?
    /// What was offered for the strokes; empty while letters are typed.
    private var written: [String] = []

    /// - Parameter filter: holds for what is typed and for what is written.
    init(_ data: PinyinData, filter: CandidateFilter = CandidateFilter()) {
        self.data = data
        self.filter = filter
    }

    /// Without its data the keyboard still types; it only offers no characters.
    func take(_ step: CompositionStep) async -> Composition {
        switch step {
        case .write(let strokes): return await write(strokes)
        case .choose(let index) where !written.isEmpty: return takeWritten(index)
        case .letter, .backspace, .choose, .more, .originalCharacters, .clear:
            written = []
            return await type(step)
        }
    }

    private func type(_ step: CompositionStep) async -> Composition {
        guard let session = open() else { return Composition() }
        let state =
            switch step {
            case .letter(let letter): await session.type(letter)
            case .backspace: await session.backspace()
            case .choose(let index): await session.select(index)
            case .more: await session.more()
            case .originalCharacters(let isOn): await session.keepOriginalCharacters(isOn)
            case .clear, .write: await session.clear()
            }
        return Composition(
            preedit: state.composition, candidates: state.candidates, hasMore: state.hasMore,
            committed: state.committed)
    }

    private func write(_ strokes: [Stroke]) async -> Composition {
        if handwriting == nil { handwriting = try? Handwriting(data: data, filter: filter) }
        written = await handwriting?.candidates(for: strokes) ?? []
        return Composition(candidates: written)
    }

    private func takeWritten(_ index: Int) -> Composition {
        defer { written = [] }
        return Composition(committed: written.indices.contains(index) ? written[index] : "")
    }

    func end() async {
        await session?.end()
        session = nil
        handwriting = nil
        written = []
    }

    private func open() -> PinyinSession? {
        if session == nil { session = try? PinyinSession(data: data, filter: filter) }
        return session
    }
}
