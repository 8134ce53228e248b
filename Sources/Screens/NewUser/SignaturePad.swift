package import Core
package import Terminal

/// 登记签名: the hand that will stand on this person's forms.
package struct SignaturePad: Hashable, Sendable {
    package var strokes: [Stroke] = []
    package var problem: SignatureProblem?
    /// What stood here before a picture or a phone has brought the present hand; nil when it was drawn here.
    package private(set) var before: [Stroke]?

    static var canvas: NodeID { "signature" }

    package init(strokes: [Stroke] = [], problem: SignatureProblem? = nil) {
        self.strokes = strokes
        self.problem = problem
    }

    var isBrought: Bool { before != nil }

    func bringing(_ image: SignatureImage) -> SignaturePad {
        var pad = SignaturePad(
            strokes: image.strokes.map { Stroke($0.map { Stroke.Point(x: $0.x, y: $0.y) }) })
        pad.before = strokes
        return pad
    }

    /// The last stroke goes, or all that was brought at once.
    mutating func undo() {
        if let before {
            self = SignaturePad(strokes: before)
        } else if !strokes.isEmpty {
            strokes.removeLast()
        }
        problem = nil
    }
}
