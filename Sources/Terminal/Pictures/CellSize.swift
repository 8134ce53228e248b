/// The pixels of one cell: what a picture's proportions on the screen hang on.
package struct CellSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Nil when a terminal says that it has none.
    package init?(width: Int, height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.init(checked: width, height)
    }

    private init(checked width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }

    /// Twice as high as wide, as nearly all fonts of terminals have it: where the terminal does not tell.
    package static let usual = CellSize(checked: 9, 18)

    /// The most cells within `space` that show the proportions of `picture` (width to height in any unit).
    package func cells(for picture: Size, within space: Size) -> Size {
        guard picture.width > 0, picture.height > 0, space.width > 0, space.height > 0 else { return .zero }
        let rows = rows(for: picture, columns: space.width)
        if rows <= space.height { return Size(width: space.width, height: max(1, rows)) }
        let columns = Self.rounded(space.height * height * picture.width, picture.height * width)
        return Size(width: min(space.width, max(1, columns)), height: space.height)
    }

    /// The rows that show the proportions of `picture` in so many columns.
    package func rows(for picture: Size, columns: Int) -> Int {
        Self.rounded(columns * width * picture.height, picture.width * height)
    }

    private static func rounded(_ dividend: Int, _ divisor: Int) -> Int { (dividend + divisor / 2) / divisor }
}
