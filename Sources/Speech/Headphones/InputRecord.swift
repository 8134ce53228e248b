/// `struct input_event` of Linux on 64 bits (linux/input.h): two times of 8 bytes, then type, code and value in the
/// machine's order, which is little endian on every machine of ours.
package struct InputRecord: Hashable, Sendable {
    package static let length = 24

    package var type: UInt16
    package var code: UInt16
    package var value: Int32

    /// Nil when there are not enough bytes.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= Self.length else { return nil }
        let fields = bytes.dropFirst(16).prefix(8).map { UInt32($0) }
        type = UInt16(fields[0] | fields[1] << 8)
        code = UInt16(fields[2] | fields[3] << 8)
        value = Int32(bitPattern: fields[4] | fields[5] << 8 | fields[6] << 16 | fields[7] << 24)
    }

    /// EV_SW with SW_HEADPHONE_INSERT: whether they are in now; nil for anything else.
    package var headphones: Bool? {
        type == 5 && code == 2 ? value != 0 : nil
    }

    /// Whole records; what is left over belongs to the next read.
    package static func records(in bytes: [UInt8]) -> (records: [InputRecord], rest: [UInt8]) {
        let count = bytes.count / length
        let records = (0..<count).compactMap { InputRecord(bytes[($0 * length)...]) }
        return (records, Array(bytes[(count * length)...]))
    }
}
