/// Splits a program's output into printable scalars and control functions (after Paul Williams' DEC parser).
struct ControlParser {
    enum Function: Equatable {
        case print(Unicode.Scalar)
        case control(UInt8)
        /// ESC, intermediates, final.
        case escape(intermediates: [UInt8], final: UInt8)
        case csi(Sequence)
        /// What stands between DCS and ST.
        case device([UInt8])
    }

    struct Sequence: Equatable {
        /// `<`, `=`, `>`, `?` or 0.
        var prefix: UInt8 = 0
        var parameters: [Int] = []
        var intermediates: [UInt8] = []
        var final: UInt8 = 0

        /// The nth parameter; absent and 0 mean the default.
        func parameter(_ index: Int, default value: Int = 1) -> Int {
            index < parameters.count && parameters[index] > 0 ? parameters[index] : value
        }
    }

    private enum State {
        case ground
        case escape([UInt8])
        case csi(Sequence, hasDigits: Bool)
        /// OSC, DCS, SOS, PM, APC: until ST or BEL. Only a DCS is kept.
        case string(sawEscape: Bool, isDevice: Bool)
    }

    /// Bytes of a DCS that are kept: more than any picture of a screen.
    private static let longestString = 8 << 20

    private var state = State.ground
    private var scalar: UInt32 = 0
    private var missing = 0
    private var string: [UInt8] = []

    mutating func feed(_ byte: UInt8, _ emit: (Function) -> Void) {
        if case .string(let sawEscape, let isDevice) = state {
            return inString(byte, sawEscape: sawEscape, isDevice: isDevice, emit)
        }
        switch byte {
        case 0x18, 0x1A: state = .ground
        case 0x1B:
            missing = 0
            state = .escape([])
        case 0..<0x20: emit(.control(byte))
        default:
            switch state {
            case .ground: ground(byte, emit)
            case .escape(let intermediates): escape(byte, intermediates, emit)
            case .csi(let sequence, let hasDigits): csi(byte, sequence, hasDigits, emit)
            case .string: break
            }
        }
    }

    private mutating func inString(
        _ byte: UInt8, sawEscape: Bool, isDevice: Bool, _ emit: (Function) -> Void
    ) {
        switch (byte, sawEscape) {
        case (0x18, _), (0x1A, _): state = .ground
        case (0x07, _), (0x5C, true):
            state = .ground
            if isDevice { emit(.device(string)) }
        case (_, _):
            state = .string(sawEscape: byte == 0x1B, isDevice: isDevice)
            if isDevice, byte != 0x1B, string.count < Self.longestString { string.append(byte) }
        }
    }

    private mutating func ground(_ byte: UInt8, _ emit: (Function) -> Void) {
        switch byte {
        case 0x7F: break
        case 0..<0x80:
            missing = 0
            emit(.print(Unicode.Scalar(byte)))
        case 0x80..<0xC0:
            guard missing > 0 else { return emit(.print("\u{FFFD}")) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
            missing -= 1
            if missing == 0 { emit(.print(Unicode.Scalar(scalar) ?? "\u{FFFD}")) }
        case 0xC0..<0xE0: (scalar, missing) = (UInt32(byte & 0x1F), 1)
        case 0xE0..<0xF0: (scalar, missing) = (UInt32(byte & 0x0F), 2)
        default: (scalar, missing) = (UInt32(byte & 0x07), 3)
        }
    }

    private mutating func escape(_ byte: UInt8, _ intermediates: [UInt8], _ emit: (Function) -> Void) {
        switch byte {
        case 0x20..<0x30: state = .escape(intermediates + [byte])
        case UInt8(ascii: "[") where intermediates.isEmpty: state = .csi(Sequence(), hasDigits: false)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            string = []
            state = .string(sawEscape: false, isDevice: byte == UInt8(ascii: "P"))
        default:
            state = .ground
            emit(.escape(intermediates: intermediates, final: byte))
        }
    }

    private mutating func csi(_ byte: UInt8, _ sequence: Sequence, _ hasDigits: Bool, _ emit: (Function) -> Void) {
        var sequence = sequence
        var hasDigits = hasDigits
        switch byte {
        case 0x30...0x39:
            if !hasDigits, sequence.parameters.isEmpty { sequence.parameters = [0] }
            let last = sequence.parameters.count - 1
            sequence.parameters[last] = min(65535, sequence.parameters[last] * 10 + Int(byte - 0x30))
            hasDigits = true
        case UInt8(ascii: ";"), UInt8(ascii: ":"):
            if sequence.parameters.isEmpty { sequence.parameters = [0] }
            if sequence.parameters.count < 32 { sequence.parameters.append(0) }
        case 0x3C...0x3F: sequence.prefix = byte
        case 0x20..<0x30: sequence.intermediates.append(byte)
        default:
            sequence.final = byte
            state = .ground
            return emit(.csi(sequence))
        }
        state = .csi(sequence, hasDigits: hasDigits)
    }
}
