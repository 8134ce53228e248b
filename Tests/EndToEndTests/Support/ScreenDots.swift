import Foundation
import TerminalEmulator

/// A terminal's screen as dots, each cell twice as high as wide: blocks as they are, letters as marks in their colour.
struct ScreenDots {
    private static let (width, height) = (8, 16)
    private let size: (width: Int, height: Int)
    private var dots: [UInt8]

    init(of screen: EmulatedScreen) {
        size = (screen.columns * Self.width, screen.rowCount * Self.height)
        dots = [UInt8](repeating: 255, count: size.width * size.height)
        for row in 0..<screen.rowCount {
            for column in 0..<screen.columns { draw(screen.cell(column: column, row: row), column, row) }
        }
    }

    /// netpbm's P5.
    var pgm: Data { Data("P5\n\(size.width) \(size.height)\n255\n".utf8) + Data(dots) }

    private mutating func draw(_ cell: EmulatedCell, _ column: Int, _ row: Int) {
        let ground = Self.grey(cell.style.background ?? 231)
        let ink = Self.grey(cell.style.foreground ?? 16)
        for y in 0..<Self.height {
            for x in 0..<Self.width {
                let isInk =
                    switch cell.text {
                    case "█": true
                    case "▀": y < Self.height / 2
                    case "▄": y >= Self.height / 2
                    case " ": false
                    default: (2..<6).contains(x) && (4..<12).contains(y)
                    }
                dots[(row * Self.height + y) * size.width + column * Self.width + x] = isInk ? ink : ground
            }
        }
    }

    /// Of a colour of the 256: sixteen named ones, a cube of six steps, and greys.
    private static func grey(_ colour: UInt8) -> UInt8 {
        switch colour {
        case 0..<16: return colour == 0 ? 0 : colour == 7 || colour == 15 ? 255 : 128
        case 16..<232:
            let steps = (Int(colour) - 16) / 36 + (Int(colour) - 16) / 6 % 6 + (Int(colour) - 16) % 6
            return UInt8(steps * 17)
        default: return UInt8(8 + (Int(colour) - 232) * 10)
        }
    }
}
