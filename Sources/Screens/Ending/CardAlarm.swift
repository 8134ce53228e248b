import Foundation

/// A card that its owner has left on the reader: words at once, then a sound again and again, then staff.
package struct CardAlarm: Hashable, Sendable {
    /// When the visit ended.
    let since: Date
    var ringsAt: Date
    package var hasCalledStaff = false

    /// - Parameter pause: seconds from one sound to the next.
    init(since: Date, pause: Int) {
        self.since = since
        ringsAt = since.addingTimeInterval(TimeInterval(pause))
    }
}
