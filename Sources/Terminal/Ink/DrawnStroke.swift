/// A stroke that is finished, and the canvas that it was drawn on.
package struct DrawnStroke: Hashable, Sendable {
    package let canvas: NodeID
    package let stroke: Stroke

    package init(canvas: NodeID, stroke: Stroke) {
        self.canvas = canvas
        self.stroke = stroke
    }
}
