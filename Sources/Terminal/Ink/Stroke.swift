/// What a finger draws between coming down and being lifted.
package struct Stroke: Hashable, Sendable {
    /// Thousandths of the canvas: of its width from the left, of its height from the top, both 0…1000.
    package struct Point: Hashable, Sendable {
        package var x: Int
        package var y: Int

        package init(x: Int, y: Int) {
            self.x = min(1000, max(0, x))
            self.y = min(1000, max(0, y))
        }
    }

    package private(set) var points: [Point]

    /// A finger that rests draws no more: enough for the longest flourish.
    static let mostPoints = 2000

    package init(_ points: [Point]) {
        self.points = Array(points.prefix(Self.mostPoints))
    }

    mutating func append(_ point: Point) {
        if points.last != point, points.count < Self.mostPoints { points.append(point) }
    }
}
