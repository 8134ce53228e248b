/// How much of the parent's width or height a view takes.
package enum Length: Hashable, Sendable {
    /// As much as its content needs.
    case fit
    case fixed(Int)
    /// A share of what the others leave, by weight.
    case flex(Int = 1)
}

/// Where a narrower view lies in the space that it has.
package enum Alignment: Hashable, Sendable {
    case leading
    case center
    case trailing

    func offset(of length: Int, in space: Int) -> Int {
        switch self {
        case .leading: 0
        case .center: max(0, (space - length) / 2)
        case .trailing: max(0, space - length)
        }
    }
}

package enum Axis: Hashable, Sendable {
    case horizontal
    case vertical
}
