/// Waits until a terminal has settled on a size: foot sends two or three within 10 ms for one turn of the screen.
///
/// Times are milliseconds of any clock.
struct ResizeDebounce: Sendable {
    /// The size is told when no other came for so long …
    static let quiet = 40
    /// … or, in a storm, this long after the first.
    static let longest = 250

    private var first: Int?
    private var last = 0

    mutating func signal(at now: Int) {
        first = first ?? now
        last = now
    }

    /// When the size is to be told; nil when nothing is awaited.
    var deadline: Int? {
        first.map { min(last + Self.quiet, $0 + Self.longest) }
    }

    /// Whether it is to be told now; then it begins anew.
    mutating func isDue(at now: Int) -> Bool {
        guard let deadline, now >= deadline else { return false }
        first = nil
        return true
    }
}
