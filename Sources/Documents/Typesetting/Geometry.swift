/// Points of 1/72 inch; the origin is the upper left corner of the sheet and y grows downwards, as cairo draws.
struct Point: Hashable {
    var x: Double
    var y: Double
}

package struct Size: Hashable, Sendable, Codable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

struct Rectangle: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    init(origin: Point, size: Size) {
        self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
    }

    var origin: Point { Point(x: x, y: y) }
    var right: Double { x + width }
    var bottom: Double { y + height }
}

extension Rectangle {
    /// The largest area of `proportion` (width to height) within `limit`, in the middle of this one.
    func inscribed(_ limit: Size, proportion: Double) -> Rectangle {
        let width = min(limit.width, limit.height * proportion)
        let height = width / proportion
        return Rectangle(
            x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }
}
