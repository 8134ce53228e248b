package import Core
package import Terminal

/// 登记签名: the hand that will stand on this person's forms.
package struct SignaturePad: Hashable, Sendable {
    package var strokes: [Stroke] = []
    package var problem: SignatureProblem?

    static var canvas: NodeID { "signature" }
}
