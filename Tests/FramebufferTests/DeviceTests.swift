import CDisplay
import Testing

@testable import Framebuffer

/// Which devices are listened to.
struct DeviceTests {
    private static let axis = display_axis(exists: true, minimum: 0, maximum: 4095)

    private static func kind(_ change: (inout display_input) -> Void) -> TouchPanel.Kind? {
        var input = display_input()
        change(&input)
        return TouchPanel(input)?.kind
    }

    private static func absolute(_ input: inout display_input) {
        (input.x, input.y) = (axis, axis)
    }

    private static func slots(_ input: inout display_input) {
        absolute(&input)
        (input.touch_x, input.touch_y) = (axis, axis)
        input.has_slots = true
        input.has_touch = true
    }

    @Test func `panels and tablets are, by the best that they can tell`() {
        #expect(Self.kind(Self.slots) == .slots)
        #expect(
            Self.kind {
                Self.absolute(&$0)
                $0.has_touch = true
            } == .singleTouch)
        #expect(
            Self.kind {
                Self.absolute(&$0)
                $0.has_left_button = true
            } == .tablet)
    }

    @Test func `mice, pads, sticks and keyboards are not`() {
        #expect(Self.kind { $0.has_left_button = true } == nil, "a mouse has no places")
        #expect(
            Self.kind {
                Self.slots(&$0)
                $0.is_pointer = true
            } == nil, "a pad moves a pointer")
        #expect(Self.kind { Self.absolute(&$0) } == nil, "a stick has places and no touch")
        #expect(Self.kind { $0.has_keys = true } == nil)
    }

    @Test func `a tablet that says it moves a pointer is still one`() {
        #expect(
            Self.kind {
                Self.absolute(&$0)
                $0.has_left_button = true
                $0.is_pointer = true
            } == .tablet)
    }

    @Test func `a power button is left to those who wait for it`() {
        #expect(InputDevice(path: "/event0", descriptor: -1, description: display_input()) == nil)
    }
}
