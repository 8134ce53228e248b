extension View {
    /// A box to tap: double when it is the one that goes on, dashed while disabled.
    ///
    /// - Parameters:
    ///   - detail: smaller words under the label.
    ///   - width: of the box; `.fit` takes the label and two blanks.
    ///   - shortcut: the key of a hardware keyboard that does the same.
    package static func button(
        _ label: String, detail: String? = nil, availability: Availability = .enabled, isPrimary: Bool = false,
        reason: ReasonPlacement = .beside, width: Length = .fit, height: Length = .fit, shortcut: Key? = nil,
        id: NodeID? = nil, action: Action
    ) -> View {
        let isEnabled = availability == .enabled
        let kind: BorderKind = !isEnabled ? .dashed : isPrimary ? .double : .single
        let style: Style = isPrimary && isEnabled ? .primary : .normal
        let box = View.centered {
            View.text(label, style: style == .primary ? style : .strong, alignment: .center)
            if let detail { View.text(detail, style: style == .primary ? style : .dim, alignment: .center) }
        }
        .padding(horizontal: 1)
        .background(style)
        .border(kind, style: style == .primary ? style : .border)
        .onTap(action, label: label, value: detail, id: id, availability: availability, shortcut: shortcut)
        .primary(isPrimary)
        .width(width).height(height)
        return box.withReason(availability.reason, placement: reason)
    }

    /// A choice with a mark: `(●)` of several one, `[✓]` yes or no.
    package static func choice(
        _ label: String, isSelected: Bool, availability: Availability = .enabled, reason: ReasonPlacement = .beside,
        width: Length = .fit, id: NodeID? = nil, action: Action
    ) -> View {
        markedBox(
            isSelected ? "(●) \(label)" : "( ) \(label)", label: label, role: .choice, isSelected: isSelected,
            availability: availability, width: width, id: id, action: action
        ).withReason(availability.reason, placement: reason)
    }

    /// A declaration to agree to, or a setting to switch.
    package static func tick(
        _ label: String, isOn: Bool, problem: String? = nil, availability: Availability = .enabled,
        reason: ReasonPlacement = .beside, width: Length = .flex(), id: NodeID? = nil, action: Action
    ) -> View {
        let box = markedBox(
            isOn ? "[✓] \(label)" : "[ ] \(label)", label: label, role: .tick, isSelected: isOn, problem: problem,
            availability: availability, width: width, id: id, action: action)
        return box.withReason(availability.reason, placement: reason).withProblem(problem)
    }

    /// A setting to switch by one touch, with its present state in words under its name.
    package static func setting(
        _ label: String, state: String, isOn: Bool, width: Length = .fit, id: NodeID? = nil, action: Action
    ) -> View {
        View.centered {
            View.text(label, style: isOn ? .selected : .strong, alignment: .center)
            View.text(state, style: isOn ? .selected : .dim, alignment: .center)
        }
        .padding(horizontal: 1)
        .background(isOn ? .selected : .normal)
        .border(isOn ? .double : .single, style: isOn ? .selected : .border)
        .onTap(action, role: .tick, label: label, value: state, id: id, isSelected: isOn)
        .width(width)
    }

    private static func markedBox(
        _ text: String, label: String, role: Role, isSelected: Bool, problem: String? = nil,
        availability: Availability, width: Length, id: NodeID?, action: Action
    ) -> View {
        let kind: BorderKind = availability != .enabled ? .dashed : isSelected ? .double : .single
        var meaning = Meaning(id: id ?? NodeID(label), role: role, label: label)
        meaning.isSelected = isSelected
        meaning.availability = availability
        meaning.problem = problem
        meaning.action = AnyAction(action)
        let style: Style = isSelected ? .selected : .normal
        return View.centered { View.text(text, style: style, alignment: .center) }
            .padding(horizontal: 1)
            .background(style)
            .border(kind, style: problem == nil ? .border : .error)
            .wrapped { .semantic(meaning, $0) }
            .width(width)
    }

    /// A column whose content lies in the middle of its height.
    static func centered(@ViewBuilder<Action> _ children: () -> Views<Action>) -> View {
        let inner = children()
        return column {
            View.spacer
            inner
            View.spacer
        }.height(.fit)
    }

    func withReason(_ reason: String?, placement: ReasonPlacement) -> View {
        guard let reason, !reason.isEmpty else { return self }
        switch placement {
        case .elsewhere: return self
        case .below:
            return View.column {
                self
                View.text("✕ \(reason)", style: .warning)
            }.width(width == .fit ? .fit : width)
        case .beside:
            return View.row(gap: 2, alignment: .center) {
                self
                View.text("✕ \(reason)", style: .warning).width(.flex())
            }
        }
    }

    /// The problem's words stand under the view, so that no colour is needed to find it.
    func withProblem(_ problem: String?) -> View {
        guard let problem else { return self }
        return View.column {
            self
            View.text("✕ \(problem)", style: .error)
        }.width(width)
    }
}
