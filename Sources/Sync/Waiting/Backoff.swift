/// How long to wait after so many failures in a row: doubling from `first` up to `longest`, shortened by up to half so
/// that the kiosks of a hall do not come back all at once.
package struct Backoff: Hashable, Sendable {
    package let first: Duration
    package let longest: Duration

    package init(first: Duration = .seconds(1), longest: Duration = .seconds(60)) {
        self.first = first
        self.longest = longest
    }

    /// - Parameters:
    ///   - failures: 1 after the first.
    ///   - jitter: 0 to 1, by chance.
    package func delay(afterFailures failures: Int, jitter: Double) -> Duration {
        let doubled = first * Double(1 << min(max(failures - 1, 0), 30))
        return min(doubled, longest) * (0.5 + min(max(jitter, 0), 1) / 2)
    }
}
