/// One event of the kernel's (`struct input_event` of 64-bit machines: time, type, code, value).
struct RawEvent: Hashable, Sendable {
    let type: UInt16
    let code: UInt16
    let value: Int32

    static let length = 24

    init(type: UInt16, code: UInt16, value: Int32) {
        self.type = type
        self.code = code
        self.value = value
    }

    /// The kernel gives whole events only; what is left at the end is dropped.
    static func parse(_ bytes: [UInt8]) -> [RawEvent] {
        bytes.withUnsafeBytes { bytes in
            stride(from: 0, through: bytes.count - length, by: length).map { start in
                RawEvent(
                    type: bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self),
                    code: bytes.loadUnaligned(fromByteOffset: start + 18, as: UInt16.self),
                    value: bytes.loadUnaligned(fromByteOffset: start + 20, as: Int32.self))
            }
        }
    }

    // linux/input-event-codes.h
    static let synchronization: UInt16 = 0
    static let key: UInt16 = 1
    static let absolute: UInt16 = 3

    static let report: UInt16 = 0
    static let dropped: UInt16 = 3

    static let x: UInt16 = 0x00
    static let y: UInt16 = 0x01
    static let slot: UInt16 = 0x2F
    static let touchX: UInt16 = 0x35
    static let touchY: UInt16 = 0x36
    static let toolType: UInt16 = 0x37
    static let trackingID: UInt16 = 0x39

    static let leftButton: UInt16 = 0x110
    static let touchButton: UInt16 = 0x14A

    /// Values of `toolType`.
    static let palm: Int32 = 2
}
