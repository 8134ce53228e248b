// Where five keys lead.
extension SemanticTree {
    /// What the keys go through, in reading order: every target but the ground beside a box, which does what a button
    /// of the box does.
    package var focusable: [Node] { targets.filter { $0.role != .group } }

    /// Where a person begins who cannot see the screen: what is to be entered or chosen first, else the action that
    /// goes on, else what must be ticked before that, else the last button, which is nearest to going on.
    package var focusStart: Node? {
        let all = focusable
        let usable = all.filter(\.state.isEnabled)
        return usable.first(where: \.role.isEntry) ?? usable.first(where: \.isPrimary)
            ?? usable.first { $0.role == .tick } ?? usable.last ?? all.last
    }

    /// The target that an arrow leads to: in the same scroll area first, scrolled away or not, then the nearest that is
    /// seen. To the left and right only what lies in the same rows counts; where nothing does the way goes on in
    /// reading order, so that one key alone leads through the whole screen.
    func neighbour(of current: Node, _ direction: Direction) -> Node? {
        let all = focusable
        let others = all.filter { $0.id != current.id && direction.mayReach($0.rect, from: current.rect) }
        if current.scrollArea != nil {
            let inside = others.filter { $0.scrollArea == current.scrollArea }
            if let node = direction.nearest(to: current.rect, among: inside) { return node }
        }
        let seen = others.filter { $0.scrollArea != current.scrollArea || $0.scrollArea == nil }
            .filter { !$0.visibleRect.isEmpty }
        if let node = direction.nearest(to: current.rect, among: seen) { return node }
        guard let step = direction.readingStep, let index = all.firstIndex(where: { $0.id == current.id }) else {
            return nil
        }
        let next = index + step
        return all.indices.contains(next) ? all[next] : nil
    }

    /// What stands nearest to where something stood that is gone.
    func nearestFocusable(to rect: Rect) -> Node? {
        focusable.min { $0.rect.distance(to: rect) < $1.rect.distance(to: rect) }
    }
}

extension Role {
    /// Something that a person fills in, picks or types on.
    fileprivate var isEntry: Bool {
        switch self {
        case .field, .key, .choice, .row: true
        case .alert, .button, .canvas, .group, .heading, .image, .list, .progress, .status, .step, .text, .tick: false
        }
    }
}

extension Direction {
    /// Steps through the reading order; nil for up and down.
    fileprivate var readingStep: Int? {
        switch self {
        case .up, .down: nil
        case .left: -1
        case .right: 1
        }
    }

    fileprivate func mayReach(_ rect: Rect, from current: Rect) -> Bool {
        readingStep == nil || (rect.y < current.maxY && current.y < rect.maxY)
    }

    fileprivate func nearest<Action>(
        to rect: Rect, among nodes: [SemanticNode<Action>]
    ) -> SemanticNode<Action>? {
        nodes.compactMap { node in distance(from: rect, to: node.rect).map { (node, $0) } }.min { $0.1 < $1.1 }?.0
    }
}

extension Rect {
    /// Between the corners, a row as much as two columns.
    fileprivate func distance(to other: Rect) -> Int { abs(x - other.x) + 2 * abs(y - other.y) }
}
