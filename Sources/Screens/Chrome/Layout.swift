import Terminal

typealias ScreenView = View<Action>

/// What fits: from 40×22 (large print on a small panel) to anything wider and taller.
struct Layout {
    static let smallest = Size(width: 40, height: 22)

    let size: Size
    var printSize = PrintSize.normal
    var cell = CellSize.usual

    /// Pads without gaps, no steps, notices as a box over the screen.
    var isCompact: Bool { size.width < 54 || size.height < (isWide ? 28 : 32) }
    /// Two columns side by side.
    var isWide: Bool { size.width >= 76 }
    var padding: Int { isCompact ? 1 : 2 }

    /// Rows of a digit's key: what title, notice, field and footer leave, by four.
    var padKeyHeight: Int {
        guard !isCompact else { return 3 }
        return min(6, max(3, (size.height - (isWide ? 14 : 25)) / 4))
    }
}

/// A target of the row at the bottom: back at the left, what goes on at the right.
struct FooterButton {
    var label: String
    var action: Action
    var availability = Availability.enabled
    var isPrimary = false
    var shortcut: Key?

    init(_ label: String, _ action: Action, isPrimary: Bool = false, shortcut: Key? = nil, unless reason: String? = nil)
    {
        self.label = label
        self.action = action
        self.isPrimary = isPrimary
        self.shortcut = shortcut
        if let reason { availability = .disabled(reason: reason) }
    }
}

/// One task: its title, the way it belongs to, its content, its ways out.
struct Page {
    var title: String
    var hint: String?
    var steps: [Step] = []
    var content: ScreenView
    /// Content that may be higher than the screen; pads and keyboards may not.
    var scrolls = true
    /// A keyboard needs every column.
    var usesFullWidth = false
    /// Stays in sight under a content that scrolls.
    var pinned = ScreenView.empty
    var left: [FooterButton] = []
    var right: [FooterButton] = []
}
