/// A view laid out for a screen: its cells, and the one tree that touch, focus, speech and tests work from.
package struct Frame<Action: Hashable & Sendable>: Equatable, Sendable {
    package let grid: Grid
    /// Pictures over the cells, from the lowest up.
    package let images: [PlacedImage]
    private let hasCanvas: Bool
    package let tree: SemanticTree<Action>

    /// A pure function: the same view, size and interaction give the same cells.
    package init(_ view: View<Action>, size: Size, interaction: Interaction<Action> = Interaction()) {
        var painter = Painter(size: size, interaction: interaction.look)
        painter.paint(view.element)
        grid = painter.grid
        images = painter.images
        hasCanvas = painter.hasCanvas
        tree = SemanticTree(erased: painter.finish())
    }

    package var size: Size { grid.size }

    /// What a back end shows of it.
    package var content: ScreenContent { ScreenContent(grid, images: images, hasCanvas: hasCanvas) }

    /// What a test asks of every screen, in every size and language: nothing is found.
    package var findings: [Finding] { tree.findings(in: size) + tree.edges(on: grid) }
}
