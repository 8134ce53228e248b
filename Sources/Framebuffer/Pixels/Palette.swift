/// The 256 colours of terminals as 0x00RRGGBB: xterm's defaults for the first 16, a 6×6×6 cube, 24 greys.
enum Palette {
    private static let named: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    private static let steps: [UInt32] = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]

    static func colour(_ index: UInt8) -> UInt32 {
        switch Int(index) {
        case ..<16: return named[Int(index)]
        case ..<232:
            let place = Int(index) - 16
            return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
        default: return (8 + 10 * (UInt32(index) - 232)) * 0x010101
        }
    }

    /// From the background (coverage 0) to the foreground (255).
    static func shades(foreground: UInt32, background: UInt32) -> [UInt32] {
        (0...255).map { mixed(foreground, background, coverage: $0) }
    }

    private static func mixed(_ ink: UInt32, _ ground: UInt32, coverage: UInt32) -> UInt32 {
        var colour: UInt32 = 0
        for shift: UInt32 in [16, 8, 0] {
            let sum = (ink >> shift & 0xFF) * coverage + (ground >> shift & 0xFF) * (255 - coverage)
            colour |= ((sum + 127) / 255) << shift
        }
        return colour
    }
}
