/// What a keyboard on the screen shows.
package struct Keyboard: Hashable, Sendable {
    package var mode: KeyboardMode
    /// The pinyin typed so far, in syllables.
    package var composition: String
    package var candidates: [String]
    package var hasMoreCandidates: Bool
    /// Whole values from a register that match what is typed. Nil where there is no register; none keep their place,
    /// as no key may move while somebody types.
    package var suggestions: [String]?
    package var keepsOriginalCharacters: Bool
    /// What is written, where characters are written with a finger.
    package var strokes: [Stroke] = []
    /// The proportions of the screen's cells.
    package var cell = CellSize.usual
    /// Other modes to switch to.
    package var modes: [KeyboardMode]
    package var confirm: Availability
    package var labels: KeyboardLabels

    package init(
        mode: KeyboardMode, composition: String = "", candidates: [String] = [],
        hasMoreCandidates: Bool = false, suggestions: [String]? = nil,
        keepsOriginalCharacters: Bool = false, modes: [KeyboardMode] = KeyboardMode.allCases,
        confirm: Availability = .enabled, labels: KeyboardLabels = .chinese
    ) {
        self.mode = mode
        self.composition = composition
        self.candidates = candidates
        self.hasMoreCandidates = hasMoreCandidates
        self.suggestions = suggestions
        self.keepsOriginalCharacters = keepsOriginalCharacters
        self.modes = modes
        self.confirm = confirm
        self.labels = labels
    }
}
