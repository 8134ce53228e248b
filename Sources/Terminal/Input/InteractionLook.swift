/// What of an ``Interaction`` a frame shows.
struct InteractionLook {
    let pressed: NodeID?
    let focused: NodeID?
    let scrollPositions: [NodeID: ScrollPosition]
    /// The stroke that is being drawn.
    let drawing: Drawing?

    struct Drawing: Hashable, Sendable {
        let canvas: NodeID
        var stroke: Stroke

        func stroke(on canvas: NodeID) -> Stroke? { self.canvas == canvas ? stroke : nil }
    }

    struct ScrollPosition: Hashable, Sendable {
        var subject: String
        var offset: Int
    }

    /// First row that a scroll area shows of a subject.
    func scrollOffset(of area: NodeID, subject: String) -> Int {
        guard let position = scrollPositions[area], position.subject == subject else { return 0 }
        return position.offset
    }
}
