/// The looks of all meanings. Colours are given explicitly, so that the contrast does not depend on the terminal.
package struct Theme: Hashable, Sendable {
    package let name: String
    private let looks: [Attributes]

    package init(name: String, looks: (Style) -> Attributes) {
        self.name = name
        self.looks = Style.meanings.map(looks)
    }

    package func attributes(of style: Style) -> Attributes {
        if let greys = style.greys {
            return Attributes(foreground: Self.grey(greys.foreground), background: Self.grey(greys.background))
        }
        return looks[min(Int(style.rawValue), looks.count - 1)]
    }

    /// 16 steps over the 24 greys of the palette, with true black and white at the ends.
    private static func grey(_ step: UInt8) -> UInt8 {
        switch step {
        case 0: 16
        case 15...: 231
        default: UInt8(232 + Int(step) * 23 / 15)
        }
    }
}

extension Theme {
    /// The same colours in heavier letters, for large print in a terminal that owns its font.
    package var bold: Theme {
        Theme(name: "\(name), bold") { style in
            var look = attributes(of: style)
            look.isBold = true
            return look
        }
    }

    /// Dark on light; every pair has at least 4.5:1 (WCAG 2.1, 1.4.3).
    package static let standard = Theme(name: "standard") { style in
        switch style {
        case .dim: Attributes(foreground: 240, background: 231)
        case .title: Attributes(foreground: 18, background: 231, isBold: true)
        case .strong: Attributes(foreground: 16, background: 231, isBold: true)
        case .error: Attributes(foreground: 124, background: 231, isBold: true)
        case .success: Attributes(foreground: 22, background: 231, isBold: true)
        case .warning: Attributes(foreground: 94, background: 231, isBold: true)
        case .bar: Attributes(foreground: 231, background: 18)
        case .border: Attributes(foreground: 240, background: 231)
        case .primary: Attributes(foreground: 231, background: 18, isBold: true)
        case .disabled: Attributes(foreground: 242, background: 231)
        case .field: Attributes(foreground: 16, background: 255)
        case .placeholder: Attributes(foreground: 240, background: 255)
        case .pressed: Attributes(foreground: 231, background: 16, isBold: true)
        case .focused: Attributes(foreground: 16, background: 222, isBold: true)
        case .selected: Attributes(foreground: 18, background: 189, isBold: true)
        case .key: Attributes(foreground: 16, background: 254)
        case .backdrop: Attributes(foreground: 242, background: 255)
        default: Attributes(foreground: 16, background: 231)
        }
    }

    /// White and yellow on black; every pair has at least 7:1 (WCAG 2.1, 1.4.6).
    package static let highContrast = Theme(name: "high contrast") { style in
        switch style {
        case .title, .primary: Attributes(foreground: 226, background: 16, isBold: true)
        case .strong: Attributes(foreground: 231, background: 16, isBold: true)
        case .error: Attributes(foreground: 16, background: 226, isBold: true)
        case .bar: Attributes(foreground: 16, background: 231, isBold: true)
        case .disabled, .placeholder, .backdrop, .dim: Attributes(foreground: 252, background: 16)
        case .pressed: Attributes(foreground: 16, background: 231, isBold: true)
        case .focused: Attributes(foreground: 16, background: 226, isBold: true)
        case .selected: Attributes(foreground: 16, background: 51, isBold: true)
        case .paper: Attributes(foreground: 16, background: 231)
        default: Attributes(foreground: 231, background: 16)
        }
    }
}
