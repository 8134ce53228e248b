@testable import Framebuffer

/// The kernel's events, as a device sends them.
enum Events {
    static let report = RawEvent(type: RawEvent.synchronization, code: RawEvent.report, value: 0)
    static let dropped = RawEvent(type: RawEvent.synchronization, code: RawEvent.dropped, value: 0)

    static func absolute(_ code: UInt16, _ value: Int32) -> RawEvent {
        RawEvent(type: RawEvent.absolute, code: code, value: value)
    }

    static func key(_ code: UInt16, _ value: Int32) -> RawEvent {
        RawEvent(type: RawEvent.key, code: code, value: value)
    }

    /// A finger comes down in a slot.
    static func down(_ id: Int32, slot: Int32 = 0, x: Int32, y: Int32) -> [RawEvent] {
        [
            absolute(RawEvent.slot, slot), absolute(RawEvent.trackingID, id), absolute(RawEvent.touchX, x),
            absolute(RawEvent.touchY, y), report,
        ]
    }

    static func move(slot: Int32 = 0, x: Int32, y: Int32) -> [RawEvent] {
        [absolute(RawEvent.slot, slot), absolute(RawEvent.touchX, x), absolute(RawEvent.touchY, y), report]
    }

    static func up(slot: Int32 = 0) -> [RawEvent] {
        [absolute(RawEvent.slot, slot), absolute(RawEvent.trackingID, -1), report]
    }

    /// `struct input_event`.
    static func bytes(_ events: [RawEvent]) -> [UInt8] {
        events.flatMap { event in
            Array(repeating: UInt8(7), count: 16) + little(event.type) + little(event.code) + little(event.value)
        }
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
