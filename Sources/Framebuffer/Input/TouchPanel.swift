import CDisplay

/// What touches can be told from a device, and by which of its events.
struct TouchPanel: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Several fingers, each in a slot (Documentation/input/multi-touch-protocol.rst, protocol B).
        case slots
        /// One finger, by BTN_TOUCH.
        case singleTouch
        /// A tablet that gives places and has a left button, as virtual machines do.
        case tablet
    }

    let kind: Kind
    let x: AxisRange
    let y: AxisRange

    init(_ kind: Kind, x: AxisRange, y: AxisRange) {
        self.kind = kind
        self.x = x
        self.y = y
    }

    /// Nil for keyboards, mice and pads.
    init?(_ input: display_input) {
        func range(_ axis: display_axis) -> AxisRange? {
            axis.exists ? AxisRange(minimum: axis.minimum, maximum: axis.maximum) : nil
        }
        guard !input.is_pointer || !input.has_touch else { return nil }
        if input.has_slots, let x = range(input.touch_x), let y = range(input.touch_y) {
            self.init(.slots, x: x, y: y)
        } else if let x = range(input.x), let y = range(input.y), input.has_touch || input.has_left_button {
            self.init(input.has_touch ? .singleTouch : .tablet, x: x, y: y)
        } else {
            return nil
        }
    }
}
