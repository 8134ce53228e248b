/// What is wrong with a frame for the person in front of it. Tests ask that every screen has none.
package enum Finding: Hashable, Sendable, CustomStringConvertible {
    /// A target below 6 columns × 3 rows.
    case tooSmall(NodeID, Size)
    /// A target that a finger can hardly hit on this panel; whole millimetres.
    case tooSmallForFinger(NodeID, width: Int, height: Int)
    case offScreen(NodeID, Rect)
    case overlapping(NodeID, NodeID)
    /// A finger in the middle of the one can touch the other.
    case crowded(NodeID, NodeID)
    /// Side by side without a gap, and without a line or another ground between them.
    case runTogether(NodeID, NodeID)
    case disabledWithoutReason(NodeID)
    /// The reason is not to be read anywhere on the screen.
    case reasonNotShown(NodeID, reason: String)
    /// Text that did not fit and was not marked as shortenable.
    case truncated(NodeID, label: String)
    /// Two targets of the same name: touch and speech could not tell them apart.
    case duplicateID(NodeID)
    case unlabelled(NodeID, Role)

    package var description: String {
        switch self {
        case .tooSmall(let id, let size): "\(id.rawValue): target of \(size.width)×\(size.height) cells, 6×3 needed"
        case .tooSmallForFinger(let id, let width, let height):
            "\(id.rawValue): target of \(width)×\(height) mm"
        case .offScreen(let id, let rect): "\(id.rawValue): off the screen at \(rect.x),\(rect.y)"
        case .overlapping(let one, let other): "\(one.rawValue) overlaps \(other.rawValue)"
        case .crowded(let one, let other): "\(other.rawValue) under a finger in the middle of \(one.rawValue)"
        case .runTogether(let one, let other): "no edge between \(one.rawValue) and \(other.rawValue)"
        case .disabledWithoutReason(let id): "\(id.rawValue): disabled without a reason"
        case .reasonNotShown(let id, let reason): "\(id.rawValue): reason not on the screen: \(reason)"
        case .truncated(let id, let label): "\(id.rawValue): truncated: \(label)"
        case .duplicateID(let id): "\(id.rawValue): two targets of this name"
        case .unlabelled(let id, let role): "\(id.rawValue): \(role.rawValue) without a label"
        }
    }
}

extension SemanticTree {
    /// Columns × rows of the smallest target: 9.5 mm on the panels in use.
    package static var smallestTarget: Size { Size(width: 6, height: 3) }

    package func findings(in screen: Size) -> [Finding] {
        let nodes = nodes
        let targets = nodes.filter(\.isTarget)
        let shown = nodes.filter { !$0.isTarget || $0.state.isEnabled }.map(\.label)
        return targets.flatMap { findings(of: $0, in: Rect(screen), shown: shown) }
            + overlaps(of: targets) + duplicates(of: targets)
            + nodes.filter(\.isTruncated).map { .truncated($0.id, label: $0.label) }
    }

    /// Targets of which a finger needs more, on a panel of this size, and neighbours that it would meet.
    package func findings(in screen: Size, panel: Panel, minimum: TouchMinimum) -> [Finding] {
        let small: [Finding] = targets.compactMap { target in
            let (width, height) = panel.millimetres(of: target.rect.size, on: screen)
            guard width < minimum.width || height < minimum.height else { return nil }
            return .tooSmallForFinger(target.id, width: Int(width), height: Int(height))
        }
        return small + crowds(in: screen, panel: panel, finger: TouchMinimum.normal.height)
    }

    /// WCAG 2.2, 2.5.8 asks that a circle around the middle of a target meets no other; ours is as wide as a finger.
    /// Borders may touch: the distance between the middles is what counts.
    private func crowds(in screen: Size, panel: Panel, finger: Double) -> [Finding] {
        let shown = targets.filter { !$0.visibleRect.isEmpty }
        // What an edge cuts is touched when it has been scrolled up.
        return shown.filter { $0.visibleRect == $0.rect }.flatMap { target in
            shown.compactMap { other in
                guard other.id != target.id, !other.isNested(in: target), !target.isNested(in: other) else {
                    return nil
                }
                let middle = panel.middle(of: target.visibleRect, on: screen)
                let away = panel.distance(from: middle, to: other.visibleRect, on: screen)
                return away < finger / 2 - 0.01 ? .crowded(target.id, other.id) : nil
            }
        }
    }

    private func findings(of target: Node, in screen: Rect, shown: [String]) -> [Finding] {
        var findings: [Finding] = []
        let smallest = Self.smallestTarget
        if target.rect.width < smallest.width || target.rect.height < smallest.height {
            findings.append(.tooSmall(target.id, target.rect.size))
        }
        if target.scrollArea == nil, !screen.contains(target.rect) || target.visibleRect != target.rect {
            findings.append(.offScreen(target.id, target.rect))
        }
        if target.label.isEmpty { findings.append(.unlabelled(target.id, target.role)) }
        if let reason = target.state.availability.reason {
            if reason.isEmpty {
                findings.append(.disabledWithoutReason(target.id))
            } else if !shown.contains(where: { $0.contains(reason) }) {
                findings.append(.reasonNotShown(target.id, reason: reason))
            }
        }
        return findings
    }

    /// Targets that touch each other show where one ends: by a line, or by another ground.
    package func edges(on grid: Grid) -> [Finding] {
        let shown = targets.filter { !$0.visibleRect.isEmpty }
        return shown.enumerated().flatMap { index, target in
            shown[(index + 1)...].compactMap { other in
                guard !target.isNested(in: other), !other.isNested(in: target),
                    let seam = Seam(target.visibleRect, other.visibleRect), !seam.isSeen(on: grid)
                else { return nil }
                return .runTogether(target.id, other.id)
            }
        }
    }

    private func overlaps(of targets: [Node]) -> [Finding] {
        var findings: [Finding] = []
        for (index, target) in targets.enumerated() {
            for other in targets[(index + 1)...]
            where !target.visibleRect.intersection(other.visibleRect).isEmpty && !other.isNested(in: target) {
                findings.append(.overlapping(target.id, other.id))
            }
        }
        return findings
    }

    private func duplicates(of targets: [Node]) -> [Finding] {
        let counts = Dictionary(targets.map { ($0.id, 1) }, uniquingKeysWith: +)
        return targets.map(\.id).filter { counts[$0, default: 0] > 1 }.map { .duplicateID($0) }
    }
}

extension SemanticNode {
    /// A target inside another (the backdrop of an overlay) is meant to cover it.
    fileprivate func isNested(in other: SemanticNode) -> Bool {
        other.children.contains { $0.id == id || isNested(in: $0) }
    }
}
