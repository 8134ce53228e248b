import Foundation
import Testing

@testable import Terminal

@Suite struct ThemeTests {
    @Test(arguments: [(Theme.standard, 4.5), (Theme.highContrast, 7.0)])
    func `every meaning can be read`(theme: Theme, contrast: Double) throws {
        for style in Style.meanings {
            let look = theme.attributes(of: style)
            let ratio = try Self.contrast(#require(look.foreground), #require(look.background))
            #expect(ratio >= contrast, "style \(style.rawValue) of \(theme.name): \(ratio)")
        }
    }

    @Test(arguments: [Theme.standard, Theme.highContrast])
    func `what is pressed or focused differs from what is not`(theme: Theme) {
        for style in [Style.normal, .key, .field, .disabled, .selected, .primary] {
            #expect(theme.attributes(of: .pressed) != theme.attributes(of: style))
            #expect(theme.attributes(of: .focused) != theme.attributes(of: style))
        }
        #expect(theme.attributes(of: .pressed) != theme.attributes(of: .focused))
    }

    /// WCAG 2.1, contrast ratio of two colours of xterm's 256 colour palette.
    private static func contrast(_ one: UInt8, _ other: UInt8) -> Double {
        let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)
    }

    private static func luminance(_ index: UInt8) -> Double {
        let levels = [0.0, 95, 135, 175, 215, 255]
        let channels: [Double]
        if index >= 232 {
            channels = Array(repeating: Double(8 + 10 * (Int(index) - 232)), count: 3)
        } else {
            let cube = Int(index) - 16
            channels = [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
        }
        let linear = channels.map { $0 / 255 }.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
