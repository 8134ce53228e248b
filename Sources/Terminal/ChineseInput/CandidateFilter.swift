/// Which candidates may be shown on a public screen.
package struct CandidateFilter: Sendable {
    private let denied: Set<Substring>
    private let deniedLengths: Set<Int>
    private let canShow: @Sendable (String) -> Bool

    /// - Parameters:
    ///   - denied: words that no candidate may contain.
    ///   - canShow: whether the font has all glyphs of a text; those of uncertain width are kept out in any case.
    package init(
        denied: [String] = DeniedWords.all, canShow: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.denied = Set(denied.map { $0[...] })
        deniedLengths = Set(denied.map(\.count))
        self.canShow = canShow
    }

    package func allows(_ candidate: String) -> Bool {
        candidate.unicodeScalars.allSatisfy { TextWidth.certain($0) != nil }
            && !containsDenied(candidate) && canShow(candidate)
    }

    private func containsDenied(_ candidate: String) -> Bool {
        let count = candidate.count
        return deniedLengths.contains { length in
            guard length <= count else { return false }
            return (0...count - length).contains { denied.contains(candidate.dropFirst($0).prefix(length)) }
        }
    }
}

/// Candidates in the engine's order, as far as they may be shown, and where each stands in the engine's list.
package struct PinyinCandidates: Hashable, Sendable {
    package let texts: [String]
    private let places: [Int]

    init(_ all: [String], filter: CandidateFilter) {
        let allowed = all.enumerated().filter { filter.allows($0.element) }
        texts = allowed.map(\.element)
        places = allowed.map(\.offset)
    }

    /// The engine's index of the candidate at an index of ``texts``; nil when there is none.
    func place(of index: Int) -> Int? {
        places.indices.contains(index) ? places[index] : nil
    }
}
