/// Collects the children of a stack; `if`, `switch` and `for` work, an empty view takes neither cells nor gaps.
@resultBuilder
package enum ViewBuilder<Action: Hashable & Sendable> {
    package typealias Views = [View<Action>]

    package static func buildExpression(_ view: View<Action>) -> View<Action> { view }
    package static func buildExpression(_ views: Views) -> Views { views }
    package static func buildBlock() -> Views { [] }
    package static func buildPartialBlock(first: View<Action>) -> Views { [first] }
    package static func buildPartialBlock(first: Views) -> Views { first }

    package static func buildPartialBlock(accumulated: consuming Views, next: View<Action>) -> Views {
        accumulated.append(next)
        return accumulated
    }

    package static func buildPartialBlock(accumulated: consuming Views, next: Views) -> Views {
        accumulated += next
        return accumulated
    }

    package static func buildOptional(_ part: Views?) -> Views { part ?? [] }
    package static func buildEither(first part: Views) -> Views { part }
    package static func buildEither(second part: Views) -> Views { part }
    package static func buildArray(_ parts: [Views]) -> Views { parts.flatMap { $0 } }
}
