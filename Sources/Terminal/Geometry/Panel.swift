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

    /// The fewest columns that are so wide.
    package func columns(for millimetres: Double, on screen: Size) -> Int {
        Int((millimetres * Double(screen.width) / max(1, width)).rounded(.up))
    }
}
