import Terminal

typealias ScreenView = View<Action>

/// What fits: from 40×22 (large print on a small panel) to anything wider and taller.
struct Layout {
    static let smallest = Size(width: 40, height: 22)

    let size: Size
    var printSize = PrintSize.normal
    var panel = Panel.standard
    var cell = CellSize.usual

    /// Fewer things at once, more room, larger targets; the letters are the back end's.
    var isLarge: Bool { printSize == .large }
    /// Pads without gaps, no steps, notices as a box over the screen.
    var isCompact: Bool { size.width < 54 || size.height < (isWide ? 28 : isLarge ? 34 : 32) }
    /// Two columns side by side.
    var isWide: Bool { size.width >= 76 }
    var padding: Int { isCompact ? 1 : 2 }

    /// A tall screen in large print says its task in big letters.
    var hasRoomForTask: Bool { isLarge && size.height >= 45 }
    var gap: Int { isCompact ? 0 : 1 }
    /// Between rows of fields and facts.
    var fieldGap: Int { isLarge && !isCompact ? 1 : 0 }
    var contentWidth: Int { size.width - 2 * padding }

    func width(of button: FooterButton) -> Int { max(isLarge ? 22 : 16, TextWidth.of(button.label) + 6) }

    /// Columns that a target must have.
    var targetWidth: Int {
        max(SemanticTree<Action>.smallestTarget.width, panel.columns(for: TouchMinimum.of(printSize).width, on: size))
    }

    /// Rows of a digit's key: what title, notice, field and footer leave, by four.
    var padKeyHeight: Int {
        guard !isCompact else { return 3 }
        let others = isWide ? 14 : hasRoomForTask ? 35 : 25
        return min(6, max(3, (size.height - others) / 4))
    }

    /// Rows of a letter's key where half the alphabet is shown, in three rows.
    var letterKeyHeight: Int {
        guard isLarge, !isCompact else { return 3 }
        return min(7, max(3, (size.height - (hasRoomForTask ? 27 : 17)) / 3))
    }

    /// Columns of a digit's key; three beside each other, four on a small screen.
    var padKeyWidth: Int {
        if isCompact { return 9 }
        guard isLarge else { return 12 }
        return isWide ? 14 : 16
    }

    var padWidth: Int { padKeyWidth * (isCompact ? 4 : 3) }
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
        availability = .unless(reason)
    }
}

/// One task: its title, the way it belongs to, its content, its ways out.
struct Page {
    var title: String
    /// The same in a word or two, for big letters.
    var task: TaskText?
    /// The word stands large in normal print too: something is done, or there is one thing to do.
    var isTaskLarge = false
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
