/// How a text is set; measures in points.
struct TextStyle: Hashable, Sendable {
    enum Weight: String, CaseIterable, Sendable { case regular, bold }
    enum Alignment: String, CaseIterable, Sendable { case leading, centre, trailing }

    var size: Double
    var weight = Weight.regular
    var alignment = Alignment.leading
    /// Distance of baselines in units of the type size; nil leaves it to the font.
    var leading: Double?
    /// Points between characters.
    var tracking = 0.0
    /// First-line indent in points: a Chinese paragraph begins two characters in.
    var indent = 0.0
    var isJustified = false
    /// 0 black to 1 white.
    var grey = 0.0
}
