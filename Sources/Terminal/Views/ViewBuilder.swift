/// Collects the children of a stack; `if`, `switch` and `for` work, an empty view takes neither cells nor gaps.
@resultBuilder
package enum ViewBuilder<Action: Hashable & Sendable> {
    package static func buildExpression(_ view: View<Action>) -> [View<Action>] { [view] }
    package static func buildExpression(_ views: [View<Action>]) -> [View<Action>] { views }
    package static func buildBlock(_ parts: [View<Action>]...) -> [View<Action>] { parts.flatMap { $0 } }
    package static func buildOptional(_ part: [View<Action>]?) -> [View<Action>] { part ?? [] }
    package static func buildEither(first part: [View<Action>]) -> [View<Action>] { part }
    package static func buildEither(second part: [View<Action>]) -> [View<Action>] { part }
    package static func buildArray(_ parts: [[View<Action>]]) -> [View<Action>] { parts.flatMap { $0 } }
}
