/// The glass that the cells fill, in millimetres.
package struct Panel: Hashable, Sendable {
    package var width: Double
    package var height: Double

    /// 21.5 inches, 16:9, lying: what most halls have.
    package static let standard = Panel(width: 476, height: 268)

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// How wide and high a block of cells is, on a screen of so many.
    package func millimetres(of block: Size, on screen: Size) -> (width: Double, height: Double) {
        (
            width * Double(block.width) / Double(max(1, screen.width)),
            height * Double(block.height) / Double(max(1, screen.height))
        )
    }

    /// Millimetres from the left and from the top.
    func middle(of block: Rect, on screen: Size) -> (x: Double, y: Double) {
        let (cellWidth, cellHeight) = millimetres(of: Size(width: 1, height: 1), on: screen)
        return (
            (Double(block.x) + Double(block.width) / 2) * cellWidth,
            (Double(block.y) + Double(block.height) / 2) * cellHeight
        )
    }

    /// Millimetres to the nearest point of a block of cells; 0 inside.
    func distance(from point: (x: Double, y: Double), to block: Rect, on screen: Size) -> Double {
        let (cellWidth, cellHeight) = millimetres(of: Size(width: 1, height: 1), on: screen)
        let (left, right) = (Double(block.x) * cellWidth, Double(block.x + block.width) * cellWidth)
        let (top, bottom) = (Double(block.y) * cellHeight, Double(block.y + block.height) * cellHeight)
        let aside = max(0, left - point.x, point.x - right)
        let below = max(0, top - point.y, point.y - bottom)
        return (aside * aside + below * below).squareRoot()
    }

    /// The fewest columns that are so wide.
    package func columns(for millimetres: Double, on screen: Size) -> Int {
        Int((millimetres * Double(screen.width) / max(1, width)).rounded(.up))
    }
}
