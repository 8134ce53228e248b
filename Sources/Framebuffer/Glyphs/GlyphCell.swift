/// A cell in pixels.
package struct GlyphCell: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Half as wide as high, as terminals are; at least 8×16, below which double lines have no room.
    package init(height: Int) {
        self.height = max(16, height)
        width = max(8, height / 2)
    }
}
