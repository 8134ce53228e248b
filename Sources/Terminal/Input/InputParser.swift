/// Turns the bytes of a tty into events, one byte at a time: keys (CSI and SS3), SGR mouse (1006), UTF-8, reports.
///
/// Sequences may be split anywhere. What is not known is swallowed as a whole and never becomes keys; a bracketed
/// paste is ignored. After ``flushEscape()`` the parser is always back at the ground.
package struct InputParser: Sendable {
    private enum State: Equatable {
        case ground
        case escape
        case csi
        case ss3
        /// OSC, DCS and the like: swallowed until ST or BEL.
        case string(sawEscape: Bool)
        /// Bytes of the old mouse protocol, which we never ask for.
        case skip(Int)
    }

    private var state = State.ground
    private var sequence: [UInt8] = []
    private var decoder = ScalarDecoder()
    private var isPasting = false
    /// Where touches are told in pixels (1016): the terminal has said so, in its place among them.
    private var tellsPixels = false
    private var cell: CellSize?

    /// Longer ones are of no meaning to us.
    private static let longestSequence = 64

    package init() {}

    /// The pixels of a cell, learnt in another way than by a report.
    package mutating func learn(_ cell: CellSize) { self.cell = cell }

    /// A sequence has begun and not ended: the caller waits 25 ms for more, then calls ``flushEscape()``.
    package var isWaiting: Bool { state != .ground }

    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes {
            if let event = feed(byte), !isPasting { events.append(event) }
        }
        return events
    }

    /// Nothing more has come: a lone ESC was the key, an unfinished sequence is dropped.
    package mutating func flushEscape() -> [InputEvent] {
        let wasEscape = state == .escape && !isPasting
        state = .ground
        sequence = []
        isPasting = false
        return wasEscape ? [.key(.escape)] : []
    }

    private mutating func feed(_ byte: UInt8) -> InputEvent? {
        switch state {
        case .ground: return ground(byte)
        case .escape: return escape(byte)
        case .csi: return csi(byte)
        case .ss3: return ss3(byte)
        case .string(let sawEscape):
            let isEnd = byte == 0x07 || byte == 0x18 || byte == 0x1A || (sawEscape && byte == 0x5C)
            state = isEnd ? .ground : .string(sawEscape: byte == 0x1B)
            return nil
        case .skip(let count):
            state = count > 1 ? .skip(count - 1) : .ground
            return nil
        }
    }

    private mutating func ground(_ byte: UInt8) -> InputEvent? {
        guard byte >= 0x20, byte != 0x7F else {
            decoder = ScalarDecoder()
            return control(byte)
        }
        guard let scalar = decoder.feed(byte), !(0x80..<0xA0).contains(scalar.value) else { return nil }
        return .key(.character(Character(scalar)))
    }

    private mutating func control(_ byte: UInt8) -> InputEvent? {
        switch byte {
        case 0x1B:
            state = .escape
            return nil
        case 0x0D, 0x0A: return .key(.enter)
        case 0x09: return .key(.tab)
        case 0x08, 0x7F: return .key(.backspace)
        case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(byte + 0x60))))
        default: return nil
        }
    }

    private mutating func escape(_ byte: UInt8) -> InputEvent? {
        switch byte {
        case 0x1B: return .key(.escape)
        case UInt8(ascii: "["):
            state = .csi
            sequence = []
        case UInt8(ascii: "O"): state = .ss3
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .string(sawEscape: false)
        // A key with Alt, or something unknown: no key of ours.
        default: state = .ground
        }
        return nil
    }

    private mutating func ss3(_ byte: UInt8) -> InputEvent? {
        state = byte == 0x1B ? .escape : .ground
        return Key(final: byte).map { .key($0) }
    }

    private mutating func csi(_ byte: UInt8) -> InputEvent? {
        switch byte {
        case 0x1B: state = .escape
        case 0x18, 0x1A: state = .ground
        case 0x40...0x7E:
            state = .ground
            return finish(byte)
        case 0x20..<0x40:
            if sequence.count < Self.longestSequence { sequence.append(byte) }
        default: state = .ground
        }
        return nil
    }

    private mutating func finish(_ final: UInt8) -> InputEvent? {
        if final == UInt8(ascii: "M"), sequence.isEmpty {
            state = .skip(3)
            return nil
        }
        let control = InputSequence(sequence, final: final)
        if final == UInt8(ascii: "~"), control.prefix == 0 {
            if control.first == 200 { isPasting = true }
            if control.first == 201 {
                isPasting = false
                return nil
            }
        }
        return learn(from: control.event(inPixelsOf: tellsPixels ? cell : nil))
    }

    private mutating func learn(from event: InputEvent?) -> InputEvent? {
        switch event {
        case .report(.mode(1016, let setting)): tellsPixels = setting == 1
        case .report(.cellSize(let size)): cell = size
        default: break
        }
        return event
    }
}

/// One complete CSI sequence of the input.
private struct InputSequence {
    var prefix: UInt8 = 0
    var parameters: [Int] = []
    var intermediates: [UInt8] = []
    let final: UInt8

    init(_ bytes: [UInt8], final: UInt8) {
        self.final = final
        var number = 0
        var hasParameters = false
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                number = min(99_999, number * 10 + Int(byte - 0x30))
                hasParameters = true
            case 0x3A, 0x3B:
                parameters.append(number)
                number = 0
                hasParameters = true
            case 0x3C...0x3F: prefix = byte
            default: intermediates.append(byte)
            }
        }
        if hasParameters { parameters.append(number) }
    }

    var first: Int { parameters.first ?? 0 }

    /// - Parameter cell: set where touches are told in pixels.
    func event(inPixelsOf cell: CellSize?) -> InputEvent? {
        switch (prefix, UnicodeScalar(final)) {
        case (UInt8(ascii: "<"), "M"): mouse(isRelease: false, inPixelsOf: cell)
        case (UInt8(ascii: "<"), "m"): mouse(isRelease: true, inPixelsOf: cell)
        case (UInt8(ascii: "?"), "y") where intermediates == [UInt8(ascii: "$")] && parameters.count == 2:
            .report(.mode(parameters[0], setting: parameters[1]))
        case (UInt8(ascii: "?"), "c"): .report(.deviceAttributes(parameters))
        case (0, "R") where parameters.count == 2 && intermediates.isEmpty:
            .report(.cursor(Point(x: max(0, parameters[1] - 1), y: max(0, parameters[0] - 1))))
        case (0, "t") where parameters.count == 3 && first == 6 && intermediates.isEmpty:
            CellSize(width: parameters[2], height: parameters[1]).map { .report(.cellSize($0)) }
        case (0, "I"): .focus(true)
        case (0, "O"): .focus(false)
        case (0, "~"): Key(number: first).map { .key($0) }
        case (0, _) where intermediates.isEmpty: Key(final: final).map { .key($0) }
        default: nil
        }
    }

    /// SGR mouse (1006): button, column, row, from 1. Only the left button and the vertical wheel are ours.
    /// With SGR-Pixels (1016) the same in pixels; whether the first is 0 or 1 no finger feels.
    private func mouse(isRelease: Bool, inPixelsOf cell: CellSize?) -> InputEvent? {
        guard parameters.count == 3, intermediates.isEmpty else { return nil }
        let button = parameters[0]
        var point = Point(x: max(0, parameters[1] - 1), y: max(0, parameters[2] - 1))
        var offset = Touch.Offset.middle
        if let cell {
            offset = Touch.Offset(
                x: point.x % cell.width * 1000 / cell.width, y: point.y % cell.height * 1000 / cell.height)
            point = Point(x: point.x / cell.width, y: point.y / cell.height)
        }
        // The bits 4, 8 and 16 are the modifier keys.
        switch button & ~0b1_1100 {
        case 64 where !isRelease: return .scroll(rows: -1, at: point)
        case 65 where !isRelease: return .scroll(rows: 1, at: point)
        case 0: return .touch(Touch(isRelease ? .up : .down, at: point, offset: offset))
        case 32: return .touch(Touch(isRelease ? .up : .move, at: point, offset: offset))
        default: return nil
        }
    }
}

extension Key {
    /// The letter that ends `CSI …` or follows `SS3`.
    fileprivate init?(final: UInt8) {
        switch UnicodeScalar(final) {
        case "A": self = .up
        case "B": self = .down
        case "C": self = .right
        case "D": self = .left
        case "H": self = .home
        case "F": self = .end
        case "Z": self = .backTab
        case "M": self = .enter
        case "P": self = .function(1)
        case "Q": self = .function(2)
        case "R": self = .function(3)
        case "S": self = .function(4)
        default: return nil
        }
    }

    /// The number before `~`.
    fileprivate init?(number: Int) {
        switch number {
        case 1, 7: self = .home
        case 2: self = .insert
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        case 11...15: self = .function(number - 10)
        case 17...21: self = .function(number - 11)
        case 23, 24: self = .function(number - 12)
        default: return nil
        }
    }
}
