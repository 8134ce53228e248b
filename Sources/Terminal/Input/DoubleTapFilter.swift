/// Keeps the second tap of a double tap from the screen that the first one has brought.
///
/// Many people tap twice, as they double-click at home, or because nothing seems to happen. The second tap was meant
/// for what they saw; on the next screen it would agree to something that nobody has read. An enter key that is held
/// down does the same, and so does whoever taps once more after a long wait just when the screen has come.
package struct DoubleTapFilter: Sendable {
    private struct Tap {
        let point: Point
        let screen: NodeID?
        var time: ContinuousClock.Instant
    }

    private var shown: (screen: NodeID?, since: ContinuousClock.Instant)?
    private var touch: Tap?
    private var enter: Tap?
    private var isSwallowing = false

    /// Longer than most double taps, shorter than reading a button takes.
    package static let limit = Duration.milliseconds(400)
    /// A finger hits the same place only about.
    private static let spread = Size(width: 4, height: 1)

    package init() {}

    /// The screen stands there from now on, if it did not before.
    package mutating func note(shown screen: NodeID?, at now: ContinuousClock.Instant) {
        if shown?.screen != screen { shown = (screen, now) }
    }

    /// Whether the event is meant for the screen that is there now.
    package mutating func admits(_ event: InputEvent, on screen: NodeID?, at now: ContinuousClock.Instant) -> Bool {
        switch event {
        case .touch(let touch) where touch.phase == .down:
            isSwallowing = Self.isRepeat(
                touch.point, on: screen, at: now, of: &self.touch, isNew: isNew(screen, at: now))
            return !isSwallowing
        case .touch:
            touch?.time = now
            return !isSwallowing
        case .key(.enter):
            return !Self.isRepeat(Point(x: 0, y: 0), on: screen, at: now, of: &enter, isNew: isNew(screen, at: now))
        case .key, .scroll, .resize, .focus, .report, .closed: return true
        }
    }

    /// Nobody has read it yet.
    private func isNew(_ screen: NodeID?, at now: ContinuousClock.Instant) -> Bool {
        guard let shown else { return false }
        return shown.screen != screen || now - shown.since < Self.limit
    }

    /// A repeat keeps the screen of the first, so that a third tap is known for one too.
    private static func isRepeat(
        _ point: Point, on screen: NodeID?, at now: ContinuousClock.Instant, of last: inout Tap?, isNew: Bool
    ) -> Bool {
        if let tap = last, tap.screen != screen, isNew || now - tap.time < limit, isNear(point, tap.point) {
            last?.time = now
            return true
        }
        last = Tap(point: point, screen: screen, time: now)
        return false
    }

    private static func isNear(_ one: Point, _ other: Point) -> Bool {
        abs(one.x - other.x) <= spread.width && abs(one.y - other.y) <= spread.height
    }
}
