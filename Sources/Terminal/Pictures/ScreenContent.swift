/// All that a back end shows: the cells, and the pictures over them.
package struct ScreenContent: Hashable, Sendable {
    package var grid: Grid
    package var images: [PlacedImage]
    /// There is a canvas: where exactly in its cell a finger is, is worth telling.
    package var hasCanvas: Bool

    package init(_ grid: Grid, images: [PlacedImage] = [], hasCanvas: Bool = false) {
        self.grid = grid
        self.images = images
        self.hasCanvas = hasCanvas
    }
}
