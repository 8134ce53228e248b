/// Turns touches and keys into the screen's actions with the tree of the last frame, and keeps what belongs to no
/// screen: the finger, the focus and where scroll areas stand.
///
/// A tap is a press and a release on the same target. A finger that moves by more than one row inside a scroll area
/// scrolls it, whether the terminal tells of the way (drag), only of its ends (swipe), or makes it a wheel.
package struct Interaction<Action: Hashable & Sendable>: Hashable, Sendable {
    package typealias Node = SemanticNode<Action>
    package typealias Tree = SemanticTree<Action>

    /// The target that is drawn pressed.
    package private(set) var pressed: NodeID?
    package private(set) var focused: NodeID?
    /// Where the focus stood on the screen before, for coming back to it.
    private var left: LeftScreen?
    private var scrollPositions: [NodeID: InteractionLook.ScrollPosition] = [:]
    private var finger: Finger?
    private var drawing: InteractionLook.Drawing?

    private struct LeftScreen: Hashable, Sendable {
        let screen: NodeID
        let focus: NodeID
    }

    private struct Finger: Hashable, Sendable {
        let start: Point
        var last: Point
        /// What was under the finger when it came down; both must still be so when it is lifted.
        let target: NodeID?
        let activation: Activation<Action>?
        let scrollArea: NodeID?
        var isScrolling = false
    }

    /// What an event led to.
    package struct Response: Equatable, Sendable {
        package var actions: [Action] = []
        /// Drawn on canvases.
        package var strokes: [DrawnStroke] = []
        /// Why a disabled target did nothing.
        package var refusal: String?
        /// Keys that no target has as its shortcut.
        package var unhandled: [Key] = []
        /// An arrow that led nowhere: who cannot see asks for the screen once more.
        package var isAtEnd = false

        package init() {}

        /// What a later event of the same batch led to.
        package mutating func add(_ next: Response) {
            actions += next.actions
            strokes += next.strokes
            refusal = next.refusal ?? refusal
            unhandled += next.unhandled
            isAtEnd = next.isAtEnd
        }
    }

    /// Rows that one notch of the wheel scrolls.
    private static var wheelRows: Int { 3 }

    package init() {}

    package mutating func handle(_ event: InputEvent, in tree: Tree) -> Response {
        switch event {
        case .touch(let touch): handle(touch, in: tree)
        case .scroll(let rows, let point): wheel(rows, at: point, in: tree)
        case .key(let key): handle(key, in: tree)
        case .focus(false), .closed: lift()
        case .resize, .focus, .report: Response()
        }
    }

    /// First row that a scroll area shows of a subject.
    package func scrollOffset(of area: NodeID, subject: String) -> Int {
        look.scrollOffset(of: area, subject: subject)
    }

    /// Whether a scroll area stands elsewhere.
    func hasScrolled(since before: Interaction) -> Bool { scrollPositions != before.scrollPositions }

    /// What of it is drawn.
    var look: InteractionLook {
        InteractionLook(pressed: pressed, focused: focused, scrollPositions: scrollPositions, drawing: drawing)
    }

    /// A batch as one; the tree must not be older than the events' screen.
    package mutating func handle(_ events: [InputEvent], in tree: Tree) -> Response {
        events.reduce(into: Response()) { response, event in response.add(handle(event, in: tree)) }
    }

    /// Puts the focus on a node and brings it into view, as a banner's jump to the first problem does.
    package mutating func focus(_ id: NodeID?, in tree: Tree) {
        focused = id
        if let node = id.flatMap({ tree.node($0) }) { reveal(node, in: tree) }
    }

    /// Follows the person to the next frame: the focus never stays on something that is gone. A screen that is come
    /// back to has it where it was; a new one where it starts, if there was one before or `startsFocus` asks for it.
    ///
    /// - Parameter old: what was shown last.
    /// - Returns: whether the focus stands elsewhere now.
    package mutating func follow(_ tree: Tree, since old: Tree?, startsFocus: Bool) -> Bool {
        let before = focused
        if before == nil, !startsFocus { return false }
        let last = old?.focused
        let isKept = focused.map { id in tree.focusable.contains { $0.id == id } } ?? false
        if tree.screen != old?.screen {
            let back = left.flatMap { $0.screen == tree.screen ? tree.node($0.focus) : nil }
            left = last.flatMap { last in old?.screen.map { LeftScreen(screen: $0, focus: last.id) } }
            let wasPut = isKept && focused != last?.id
            if !wasPut, focused != nil || startsFocus { focus((back ?? tree.focusStart)?.id, in: tree) }
        } else if focused != nil, !isKept {
            let next = last.flatMap { tree.nearestFocusable(to: $0.rect) } ?? tree.focusStart
            focus(next?.id, in: tree)
        }
        return focused != before
    }

    /// Forgets finger, focus and scroll positions: another screen, or another person.
    package mutating func reset() {
        self = Interaction()
    }

    private mutating func lift() -> Response {
        finger = nil
        drawing = nil
        pressed = nil
        return Response()
    }
}

// MARK: Touch

extension Interaction {
    private mutating func handle(_ touch: Touch, in tree: Tree) -> Response {
        if let response = draw(touch, in: tree) { return response }
        switch touch.phase {
        case .down:
            press(at: touch.point, in: tree)
            return Response()
        case .move:
            drag(to: touch.point, in: tree)
            return Response()
        case .up:
            drag(to: touch.point, in: tree)
            return release(at: touch.point, in: tree)
        }
    }

    private mutating func press(at point: Point, in tree: Tree) {
        let target = tree.target(at: point)
        let area = tree.scrollArea(at: point)?.id
        finger = Finger(
            start: point, last: point, target: target?.id, activation: target?.activation, scrollArea: area)
        focused = nil
        pressed = target?.id
    }

    private mutating func drag(to point: Point, in tree: Tree) {
        guard var finger else { return }
        if finger.scrollArea != nil, abs(point.y - finger.start.y) > 1 { finger.isScrolling = true }
        if finger.isScrolling, let area = finger.scrollArea {
            scroll(area, by: finger.last.y - point.y, in: tree)
            finger.last = point
        }
        self.finger = finger
        let isInside = tree.target(at: point)?.id == finger.target
        pressed = isInside && !finger.isScrolling ? finger.target : nil
    }

    private mutating func release(at point: Point, in tree: Tree) -> Response {
        defer { _ = lift() }
        guard let finger, !finger.isScrolling, let target = tree.target(at: point) else { return Response() }
        guard target.id == finger.target, target.activation == finger.activation else { return Response() }
        return activate(target, in: tree)
    }

    private mutating func wheel(_ rows: Int, at point: Point, in tree: Tree) -> Response {
        _ = lift()
        if let area = tree.scrollArea(at: point) { scroll(area.id, by: rows * Self.wheelRows, in: tree) }
        return Response()
    }

    private mutating func scroll(_ area: NodeID, by rows: Int, in tree: Tree) {
        guard let extent = tree.node(area)?.scroll else { return }
        let offset = scrollOffset(of: area, subject: extent.subject) + rows
        scrollPositions[area] = .init(subject: extent.subject, offset: min(max(0, offset), extent.limit))
    }

    private mutating func activate(_ node: Node, in tree: Tree) -> Response {
        var response = Response()
        if let reason = node.state.availability.reason {
            response.refusal = reason
            return response
        }
        switch node.activation {
        case .perform(let action): response.actions.append(action)
        case .scroll(let area, let rows): scroll(area, by: rows, in: tree)
        case nil: break
        }
        return response
    }
}

// MARK: Drawing

extension Interaction {
    /// Nil where no canvas is meant. A stroke that leaves its canvas goes along the edge; one whose canvas is gone is
    /// dropped.
    private mutating func draw(_ touch: Touch, in tree: Tree) -> Response? {
        if touch.phase == .down {
            _ = lift()
            guard let canvas = tree.canvas(at: touch.point) else { return nil }
            focused = nil
            drawing = InteractionLook.Drawing(canvas: canvas.id, stroke: Stroke([Self.place(touch, on: canvas.rect)]))
            return Response()
        }
        guard var drawing else { return nil }
        guard let canvas = tree.node(drawing.canvas), canvas.role == .canvas else { return lift() }
        drawing.stroke.append(Self.place(touch, on: canvas.rect))
        self.drawing = drawing
        guard touch.phase == .up else { return Response() }
        var response = lift()
        response.strokes = [DrawnStroke(canvas: drawing.canvas, stroke: drawing.stroke)]
        return response
    }

    private static func place(_ touch: Touch, on canvas: Rect) -> Stroke.Point {
        let x = 1000 * (touch.point.x - canvas.x) + touch.offset.x
        let y = 1000 * (touch.point.y - canvas.y) + touch.offset.y
        return Stroke.Point(x: x / max(1, canvas.width), y: y / max(1, canvas.height))
    }
}

// MARK: Keys

extension Interaction {
    private mutating func handle(_ key: Key, in tree: Tree) -> Response {
        if let direction = Direction(key) { return moveFocus(direction, in: tree) }
        if key == .tab || key == .backTab {
            step(key == .tab ? 1 : -1, among: tree.focusable, in: tree)
            return Response()
        }
        let targets = tree.focusable
        if key == .enter, let node = targets.first(where: { $0.id == focused }) {
            return activate(node, in: tree)
        }
        if let node = targets.first(where: { $0.shortcut == key }) {
            // Who types on a keyboard expects its enter key to go on, not to press the last key again.
            if case .character = key { focused = nil }
            return activate(node, in: tree)
        }
        var response = Response()
        response.unhandled = [key]
        return response
    }

    private mutating func moveFocus(_ direction: Direction, in tree: Tree) -> Response {
        var response = Response()
        let current = tree.focusable.first { $0.id == focused }
        let next = current.map { tree.neighbour(of: $0, direction) } ?? tree.focusStart
        if let next { focus(next.id, in: tree) } else { response.isAtEnd = true }
        return response
    }

    private mutating func step(_ step: Int, among targets: [Node], in tree: Tree) {
        guard !targets.isEmpty else { return }
        let current = targets.firstIndex { $0.id == focused }
        let next = current.map { ($0 + step + targets.count) % targets.count } ?? (step > 0 ? 0 : targets.count - 1)
        focus(targets[next].id, in: tree)
    }

    private mutating func reveal(_ node: Node, in tree: Tree) {
        guard let id = node.scrollArea, let area = tree.node(id), area.scroll != nil else { return }
        if node.rect.y < area.rect.y {
            scroll(id, by: node.rect.y - area.rect.y, in: tree)
        } else if node.rect.maxY > area.rect.maxY {
            scroll(id, by: min(node.rect.maxY - area.rect.maxY, node.rect.y - area.rect.y), in: tree)
        }
    }
}
