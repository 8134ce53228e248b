/// One of the four keys that move the focus.
enum Direction {
    case up, down, left, right

    init?(_ key: Key) {
        switch key {
        case .up: self = .up
        case .down: self = .down
        case .left: self = .left
        case .right: self = .right
        default: return nil
        }
    }

    /// How far the other lies in this direction; nil when it does not. Being off to the side counts double, a row as
    /// much as two columns, which is what they measure on the screen.
    func distance(from: Rect, to: Rect) -> Int? {
        let ahead: Int
        let aside: Int
        switch self {
        case .up: (ahead, aside) = (2 * (from.y - to.maxY), gap(from.x, from.maxX, to.x, to.maxX))
        case .down: (ahead, aside) = (2 * (to.y - from.maxY), gap(from.x, from.maxX, to.x, to.maxX))
        case .left: (ahead, aside) = (from.x - to.maxX, 2 * gap(from.y, from.maxY, to.y, to.maxY))
        case .right: (ahead, aside) = (to.x - from.maxX, 2 * gap(from.y, from.maxY, to.y, to.maxY))
        }
        return ahead < 0 ? nil : ahead + 2 * aside
    }

    /// Cells between two spans, 0 when they overlap.
    private func gap(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) -> Int {
        max(0, otherStart - end + 1, start - otherEnd + 1)
    }
}
