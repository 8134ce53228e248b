extension View {
    /// A field to tap: its name at the left (above it where the width does not do), its problem under it.
    ///
    /// - Parameter trailing: stands at the right of the box, such as a button that verifies the value.
    package static func field(
        _ content: FieldContent, labelWidth: Int = 14, trailing: View = .empty, id: NodeID? = nil, action: Action
    ) -> View {
        let name = content.isRequired ? "\(content.label) *" : content.label
        let box = View.row(gap: 1) {
            View.fieldBox(content, id: id, action: action).width(.flex())
            trailing
        }
        let body = View.column {
            box
            if let problem = content.problem { View.text("✕ \(problem)", style: .error) }
            if let reason = content.availability.reason { View.text("✕ \(reason)", style: .warning) }
        }
        let wide = View.row(gap: 1) {
            View.column {
                View.space(1)
                View.text(name, style: .strong)
            }.width(.fixed(labelWidth))
            body.width(.flex())
        }
        let narrow = View.column {
            View.text(name, style: .strong)
            body
        }
        return adaptive(minimumWidth: labelWidth + 24, wide: wide, narrow: narrow)
    }

    private static func fieldBox(_ content: FieldContent, id: NodeID?, action: Action) -> View {
        var meaning = Meaning(
            id: id ?? NodeID(content.label), role: .field, label: content.label, value: content.value)
        meaning.availability = content.availability
        meaning.isSelected = content.isEditing
        meaning.problem = content.problem
        meaning.action = AnyAction(action)
        let kind: BorderKind = content.availability != .enabled ? .dashed : content.isEditing ? .double : .single
        return fieldText(content)
            .padding(horizontal: 1)
            .background(.field)
            .border(kind, style: content.problem == nil ? .border : .error)
            .wrapped { .semantic(meaning, $0) }
    }

    /// While editing the end of a long value is shown, where the caret is; else its beginning.
    private static func fieldText(_ content: FieldContent) -> View {
        if content.isEditing { return View(.tail(content.value + "▏", .field)) }
        if content.value.isEmpty { return line(content.placeholder, style: .placeholder, mayBeShortened: true) }
        return line(content.value, style: .field, mayBeShortened: true)
    }

    /// A secret as it is typed: how many digits, never which. `length` is nil when the secret may have any length.
    package static func secretField(
        _ label: String, count: Int, length: Int?, problem: String? = nil, id: NodeID? = nil
    ) -> View {
        let filled = Array(repeating: "●", count: count)
        let open = Array(repeating: "○", count: max(0, (length ?? count + 1) - count))
        let dots = View.text((filled + open).joined(separator: " "), style: .field, alignment: .center)
            .background(.field)
            .border(.single, style: problem == nil ? .border : .error)
            .meaning(.field, label, value: "•••", id: id).secret(.entry(count: count))
        return column {
            View.text(label, style: .strong)
            dots
            if let problem { View.text("✕ \(problem)", style: .error) }
        }
    }

    /// A code of so many digits, one box each; the caret stands in the next.
    package static func codeField(
        _ label: String, digits: String, length: Int, problem: String? = nil, id: NodeID? = nil
    ) -> View {
        let entered = Array(digits)
        let boxes = View.row(gap: 1) {
            for index in 0..<length {
                View.line(
                    index < entered.count ? String(entered[index]) : index == entered.count ? "▏" : " ", style: .field,
                    alignment: .center
                )
                .background(.field)
                .border(index == entered.count ? .double : .single, style: problem == nil ? .border : .error)
                .width(.fixed(6))
            }
        }
        .meaning(.field, label, value: "\(entered.count)/\(length)", id: id).secret(.entry(count: entered.count))
        return column {
            View.text(label, style: .strong)
            boxes
            if let problem { View.text("✕ \(problem)", style: .error) }
        }
    }
}
