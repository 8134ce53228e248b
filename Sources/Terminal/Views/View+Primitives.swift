extension View {
    package static var empty: View { View(.empty) }

    /// Takes what the others leave, and paints nothing: the ground under it stays.
    package static var spacer: View {
        View(.padding(Insets(), Element(.empty))).width(.flex()).height(.flex())
    }

    /// Blank rows in a column, blank columns in a row.
    package static func space(_ cells: Int = 1) -> View {
        View(.fill(.normal, Element(.empty))).width(.fixed(cells)).height(.fixed(cells))
    }

    /// Text in as many rows as it needs.
    package static func text(_ string: String, style: Style = .normal, alignment: Alignment = .leading) -> View {
        View(.text(Text(string: string, style: style, alignment: alignment, isWrapped: true, mayBeShortened: false)))
    }

    /// Text in one row. It is a finding when it does not fit, unless it may be shortened to end in `…`.
    package static func line(
        _ string: String, style: Style = .normal, alignment: Alignment = .leading, mayBeShortened: Bool = false
    ) -> View {
        View(
            .text(
                Text(
                    string: string, style: style, alignment: alignment, isWrapped: false,
                    mayBeShortened: mayBeShortened)))
    }

    /// One row of which the end is shown when it is too long: where somebody is writing.
    package static func endOfLine(_ string: String, style: Style = .normal) -> View { View(.tail(string, style)) }

    /// A line across.
    package static func rule(_ scalar: Unicode.Scalar = "─", style: Style = .border) -> View {
        View(.rule(scalar, style)).height(.fixed(1))
    }

    /// Cells drawn beforehand, such as a ``Bitmap``'s half blocks; `label` says what is seen.
    package static func picture(_ cells: Grid, label: String, id: NodeID? = nil) -> View {
        View(.picture(cells)).meaning(.image, label, id: id)
    }

    /// A picture, as large as its cells allow in its proportions: as wide as it may be, unless its height is given.
    ///
    /// - Parameter cell: the proportions of the screen's cells.
    package static func image(
        _ image: Image, label: String, cell: CellSize = .usual, id: NodeID? = nil
    ) -> View {
        View(.image(image, cell)).meaning(.image, label, id: id)
    }

    /// A surface to draw on with a finger, as large as its cells allow in its proportions. What is drawn comes out of
    /// ``Interaction`` as a ``DrawnStroke``; the screen keeps it and shows it again here.
    ///
    /// - Parameter proportions: width to height.
    package static func canvas(
        _ id: NodeID, label: String, strokes: [Stroke], proportions: Size = Size(width: 1, height: 1),
        cell: CellSize = .usual
    ) -> View {
        View(.canvas(Canvas(id: id, label: label, strokes: strokes, proportions: proportions, cell: cell)))
    }

    /// Children below each other, each as wide as the column.
    package static func column(gap: Int = 0, @ViewBuilder<Action> _ children: () -> Views<Action>) -> View {
        View(.stack(Stack(axis: .vertical, gap: gap, children: children().elements.list)))
    }

    /// Children beside each other; shorter ones lie at the top (`leading`), in the middle or at the bottom.
    package static func row(
        gap: Int = 0, alignment: Alignment = .leading, @ViewBuilder<Action> _ children: () -> Views<Action>
    ) -> View {
        View(.stack(Stack(axis: .horizontal, gap: gap, alignment: alignment, children: children().elements.list)))
    }

    /// Children beside each other, in as many lines as the width makes of them.
    package static func flow(gap: Int = 0, @ViewBuilder<Action> _ children: () -> Views<Action>) -> View {
        View(.flow(gap: gap, children().elements.list))
    }

    /// Content of any height of which a part is shown: wheel, drag and swipe scroll it, and two buttons where wanted.
    /// Where it stands is kept by the ``Interaction`` under its id, as long as `subject` stays the same.
    package static func scroll(
        _ id: NodeID, subject: String = "", buttons: ScrollButtonLabels? = .pages, step: Int? = nil, _ content: View
    ) -> View {
        View(.scroll(ScrollArea(id: id, subject: subject, buttons: buttons, step: step, content: content.element)))
            .width(.flex()).height(.flex())
    }

    /// The first when the width suffices, else the second.
    package static func adaptive(minimumWidth: Int, wide: View, narrow: View) -> View {
        View(.adaptive(minimumWidth: minimumWidth, wide: wide.element, narrow: narrow.element))
    }
}

extension View {
    package func width(_ width: Length) -> View {
        var view = self
        view.width = width
        return view
    }

    package func height(_ height: Length) -> View {
        var view = self
        view.height = height
        return view
    }

    package func flexible() -> View { width(.flex()).height(.flex()) }

    package func padding(_ insets: Insets) -> View { wrapped { .padding(insets, $0) } }

    package func padding(horizontal: Int = 0, vertical: Int = 0) -> View {
        padding(Insets(horizontal: horizontal, vertical: vertical))
    }

    package func border(_ kind: BorderKind = .single, style: Style = .border) -> View {
        wrapped { .border(kind, style, $0) }
    }

    /// Paints the ground under the view.
    package func background(_ style: Style) -> View { wrapped { .fill(style, $0) } }

    /// Takes the whole width that there is and lies in it, in its natural width, as told.
    package func aligned(_ alignment: Alignment) -> View {
        View(.aligned(alignment, element))
    }

    /// Gives the view a node in the semantic tree that the nodes of its content belong to.
    package func meaning(_ role: Role, _ label: String, value: String? = nil, id: NodeID? = nil) -> View {
        wrapped { .semantic(Meaning(id: id ?? NodeID(label), role: role, label: label, value: value), $0) }
    }

    /// Makes the view a target.
    package func onTap(
        _ action: Action, role: Role = .button, label: String, value: String? = nil, id: NodeID? = nil,
        availability: Availability = .enabled, isSelected: Bool? = nil, shortcut: Key? = nil
    ) -> View {
        var meaning = Meaning(id: id ?? NodeID(label), role: role, label: label, value: value)
        meaning.availability = availability
        meaning.isSelected = isSelected
        meaning.action = AnyAction(action)
        meaning.shortcut = shortcut
        return wrapped { .semantic(meaning, $0) }
    }

    /// Says of the node that this view makes that it is the action that goes on.
    package func primary(_ isPrimary: Bool = true) -> View { changingMeaning { $0.isPrimary = isPrimary } }

    /// Says of the node that this view makes that it belongs to a secret.
    package func secret(_ secrecy: Secrecy?) -> View { changingMeaning { $0.secrecy = secrecy } }

    private func changingMeaning(_ change: (inout Meaning) -> Void) -> View {
        guard case .semantic(var meaning, let inner) = content else { return self }
        change(&meaning)
        var view = self
        view.content = .semantic(meaning, inner)
        return view
    }

    /// Lays a box of the given size over the middle of this view. What lies under it can neither be touched nor
    /// focused; a touch beside the box does `backdropAction`.
    package func overlay(
        _ top: View, size: Size, backdropAction: Action? = nil, backdropLabel: String = ""
    ) -> View {
        View(
            .overlay(
                Overlay(
                    base: element, top: top.element, size: size, backdropAction: backdropAction.map { AnyAction($0) },
                    backdropLabel: backdropLabel)))
    }

    /// The new view takes a share where this one did, else as much as its content needs.
    func wrapped(_ make: (Element) -> Content) -> View {
        var outer = View(make(element))
        if case .flex = width { outer.width = width }
        if case .flex = height { outer.height = height }
        return outer
    }
}
