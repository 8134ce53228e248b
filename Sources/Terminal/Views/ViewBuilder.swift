/// Collects the children of a stack; `if`, `switch` and `for` work, an empty view takes neither cells nor gaps.
@resultBuilder
package enum ViewBuilder<Action: Hashable & Sendable> {
    package static func buildExpression(_ view: View<Action>) -> Elements { Elements([view.element]) }
    package static func buildExpression(_ views: [View<Action>]) -> Elements { Views(views).elements }
    package static func buildExpression(_ views: Views<Action>) -> Elements { views.elements }
    package static func buildBlock() -> Elements { Elements([]) }
    package static func buildPartialBlock(first: Elements) -> Elements { first }

    package static func buildPartialBlock(accumulated: consuming Elements, next: Elements) -> Elements {
        accumulated.list += next.list
        return accumulated
    }

    package static func buildOptional(_ part: Elements?) -> Elements { part ?? Elements([]) }
    package static func buildEither(first part: Elements) -> Elements { part }
    package static func buildEither(second part: Elements) -> Elements { part }
    package static func buildArray(_ parts: [Elements]) -> Elements { Elements(parts.flatMap(\.list)) }

    package static func buildFinalResult(_ all: Elements) -> Views<Action> { Views(all) }
    package static func buildFinalResult(_ all: Elements) -> [View<Action>] { all.list.map { View(element: $0) } }
}

/// What a builder has collected so far; like ``Element`` it does not know the actions' type.
package struct Elements {
    var list: [Element]

    init(_ list: [Element]) {
        self.list = list
    }
}

/// The children of a stack.
package struct Views<Action: Hashable & Sendable> {
    let elements: Elements

    init(_ elements: Elements) {
        self.elements = elements
    }

    package init(_ views: [View<Action>]) {
        var list: [Element] = []
        list.reserveCapacity(views.count)
        for view in views { list.append(view.element) }
        elements = Elements(list)
    }
}
