/// What SGR sequences have made of a cell. Colours are indices of the 256 colour palette; nil is the terminal's own.
package struct EmulatedStyle: Hashable, Sendable {
    package var foreground: UInt8?
    package var background: UInt8?
    package var isBold = false
    package var isUnderlined = false
    package var isInverse = false

    package init() {}

    /// The sequence that sets exactly this look, whatever was set before.
    package var sequence: String {
        var codes = ["0"]
        if isBold { codes.append("1") }
        if isUnderlined { codes.append("4") }
        if isInverse { codes.append("7") }
        if let foreground { codes.append("38;5;\(foreground)") }
        if let background { codes.append("48;5;\(background)") }
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }

    /// Applies the parameters of one SGR sequence (ECMA-48 8.3.117, ISO 8613-6 colours by index).
    mutating func apply(_ parameters: [Int]) {
        var rest = ArraySlice(parameters.isEmpty ? [0] : parameters)
        while let code = rest.popFirst() {
            switch code {
            case 0: self = EmulatedStyle()
            case 1: isBold = true
            case 22: isBold = false
            case 4: isUnderlined = true
            case 24: isUnderlined = false
            case 7: isInverse = true
            case 27: isInverse = false
            case 30...37: foreground = UInt8(code - 30)
            case 90...97: foreground = UInt8(code - 90 + 8)
            case 39: foreground = nil
            case 40...47: background = UInt8(code - 40)
            case 100...107: background = UInt8(code - 100 + 8)
            case 49: background = nil
            case 38: foreground = Self.colour(&rest) ?? foreground
            case 48: background = Self.colour(&rest) ?? background
            default: break
            }
        }
    }

    /// `5;n`; a direct colour (`2;r;g;b`) is taken to the nearest of the palette's 6×6×6 cube.
    private static func colour(_ rest: inout ArraySlice<Int>) -> UInt8? {
        switch rest.popFirst() {
        case 5: return rest.popFirst().flatMap { UInt8(exactly: $0) }
        case 2:
            let levels = (0..<3).map { _ in min(5, max(0, ((rest.popFirst() ?? 0) * 5 + 127) / 255)) }
            return UInt8(16 + levels[0] * 36 + levels[1] * 6 + levels[2])
        default: return nil
        }
    }
}
