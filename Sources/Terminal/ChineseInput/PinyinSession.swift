import CChineseInput

/// What a pinyin keyboard shows after a key.
package struct PinyinState: Hashable, Sendable {
    /// The syllables typed; parts chosen already stand as characters. Empty when nothing is being typed.
    package var composition = ""
    package var candidates: [String] = []
    /// There are others; ``PinyinSession/more()`` offers them.
    package var hasMore = false
    /// Goes into the field: chosen in full by this key.
    package var committed = ""

    package init() {}
}

/// One person's pinyin: keys in, candidates out, nothing learnt.
///
/// Begin one for each person and ``end()`` it with them: then nothing is left of what was typed.
package actor PinyinSession {
    private let session: UInt
    private let filter: CandidateFilter
    private var candidates: PinyinCandidates
    private var isOpen = true

    private let queue = QueueExecutor(label: "Terminal.PinyinSession")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// What a key offers at once: each candidate costs time, and most people find theirs among the first.
    private static let shortList = 40
    /// Enough for the rarest character of a syllable: “yi” has some 400.
    private static let longList = 500
    private static let backspace: Int32 = 0xFF08

    package init(data: PinyinData, filter: CandidateFilter = CandidateFilter()) throws(ChineseInputFault) {
        try PinyinEngine.open(data)
        session = chinese_input_begin("kiosk")
        guard session != 0 else { throw .dataMissing(data.directory) }
        self.filter = filter
        candidates = PinyinCandidates([], filter: filter)
    }

    deinit {
        if isOpen { chinese_input_end(session) }
    }

    /// A letter a–z, or `'` between two syllables; anything else is ignored.
    package func type(_ letter: Character) -> PinyinState {
        if isOpen, let byte = letter.asciiValue, (0x61...0x7A).contains(byte) || byte == 0x27 {
            _ = chinese_input_key(session, Int32(byte))
        }
        return state()
    }

    /// The same with all candidates.
    package func more() -> PinyinState { state(limit: Self.longList) }

    package func backspace() -> PinyinState {
        if isOpen { _ = chinese_input_key(session, Self.backspace) }
        return state()
    }

    /// Takes one of the candidates of the last state.
    package func select(_ index: Int) -> PinyinState {
        if isOpen, let place = candidates.place(of: index) { _ = chinese_input_select(session, place) }
        return state()
    }

    package func clear() -> PinyinState {
        if isOpen { chinese_input_clear(session) }
        return state()
    }

    /// Whether candidates stay as the dictionary has them (昇), or are turned to simplified characters (升).
    package func keepOriginalCharacters(_ keeps: Bool) -> PinyinState {
        if isOpen { chinese_input_set_option(session, "zh_simp", keeps ? 0 : 1) }
        return state()
    }

    /// Forgets all that was typed. The session takes no more keys.
    package func end() {
        guard isOpen else { return }
        isOpen = false
        chinese_input_end(session)
        candidates = PinyinCandidates([], filter: filter)
    }

    private func state(limit: Int = PinyinSession.shortList) -> PinyinState {
        var state = PinyinState()
        guard isOpen else { return state }
        state.committed = Self.text(capacity: 4096) { chinese_input_take_commit(session, $0, $1) }
        state.composition = Self.text(capacity: 4096) { chinese_input_composition(session, $0, $1) }
        let offered = state.composition.isEmpty ? [] : offered(limit: limit)
        candidates = PinyinCandidates(offered, filter: filter)
        state.candidates = candidates.texts
        state.hasMore = offered.count == limit && limit < Self.longList
        return state
    }

    private func offered(limit: Int) -> [String] {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32_768) { buffer in
            guard var next = buffer.baseAddress else { return [] }
            let count = chinese_input_candidates(session, limit, next, buffer.count)
            return (0..<count).map { _ in
                let text = String(cString: next)
                next += text.utf8.count + 1
                return text
            }
        }
    }

    private static func text(capacity: Int, _ fill: (UnsafeMutablePointer<CChar>?, Int) -> Int) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            let length = fill(buffer.baseAddress, buffer.count)
            guard length > 0 else { return "" }
            return String(decoding: UnsafeRawBufferPointer(buffer)[..<length], as: UTF8.self)
        }
    }
}
