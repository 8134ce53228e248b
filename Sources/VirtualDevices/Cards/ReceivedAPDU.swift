/// A command as a card takes it apart, short or extended.
struct ReceivedAPDU {
    let cla: UInt8
    let ins: UInt8
    let p1: UInt8
    let p2: UInt8
    let data: [UInt8]
    /// Nil when no length is expected; 256 or 65,536 for "all".
    let expected: Int?

    /// Nil when the lengths contradict the number of bytes.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        (cla, ins, p1, p2) = (bytes[0], bytes[1], bytes[2], bytes[3])
        let body = bytes.dropFirst(4)
        switch body.count {
        case 0: (data, expected) = ([], nil)
        // One byte is the expected length; with T=0 and a command that has no answer, it is a zero.
        case 1: (data, expected) = ([], Self.length(body, all: 256))
        default:
            guard let parts = body.first == 0 ? Self.extended(body.dropFirst()) : Self.short(body) else { return nil }
            (data, expected) = parts
        }
    }

    private static func short(_ body: ArraySlice<UInt8>) -> (data: [UInt8], expected: Int?)? {
        let count = Int(body.first ?? 0)
        let data = body.dropFirst().prefix(count)
        let rest = body.dropFirst(1 + count)
        guard data.count == count, rest.count <= 1 else { return nil }
        return (Array(data), rest.isEmpty ? nil : length(rest, all: 256))
    }

    private static func extended(_ body: ArraySlice<UInt8>) -> (data: [UInt8], expected: Int?)? {
        if body.count == 2 { return ([], length(body, all: 65_536)) }
        let count = body.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        let data = body.dropFirst(2).prefix(count)
        let rest = body.dropFirst(2 + count)
        guard body.count >= 2, data.count == count, [0, 2].contains(rest.count) else { return nil }
        return (Array(data), rest.isEmpty ? nil : length(rest, all: 65_536))
    }

    private static func length(_ bytes: ArraySlice<UInt8>, all: Int) -> Int {
        let value = bytes.reduce(0) { $0 << 8 | Int($1) }
        return value == 0 ? all : value
    }
}
