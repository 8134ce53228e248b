/// When a registration may be renewed. Two rules disagree (注册建筑师条例 17: within 30 days before the end; 细则: at
/// least 30 days before it), therefore both bounds are settings.
package struct RenewalWindow: Hashable, Sendable, Codable {
    /// Opens this many days before the last day of the term.
    package var opensDays: Int
    /// Warns from this many days before the last day on.
    package var warnsDays: Int

    package init(opensDays: Int = 90, warnsDays: Int = 30) {
        self.opensDays = opensDays
        self.warnsDays = warnsDays
    }

    package enum Position: Hashable, Sendable {
        case notYetOpen(opens: CivilDate)
        case open
        /// Open, but late by the stricter of the two rules.
        case closing
        case closed
    }

    /// The last day of the term still counts as inside.
    package func position(of day: CivilDate, expiry: CivilDate) -> Position {
        switch expiry.days(since: day) {
        case ..<0: .closed
        case ...warnsDays: .closing
        case ...opensDays: .open
        default: .notYetOpen(opens: expiry.adding(days: -opensDays))
        }
    }
}
