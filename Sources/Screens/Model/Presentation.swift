package import Terminal

/// How the screens are shown to the person in front of them. Each person may change it; the next finds the hall's own.
package struct Presentation: Hashable, Sendable {
    package var language: Language
    package var printSize: PrintSize
    package var contrast: Contrast
    /// The screens are also spoken.
    package var isVoiced: Bool

    package init(
        language: Language = .chinese, printSize: PrintSize = .normal, contrast: Contrast = .standard,
        isVoiced: Bool = false
    ) {
        self.language = language
        self.printSize = printSize
        self.contrast = contrast
        self.isVoiced = isVoiced
    }

    package var theme: Theme {
        let theme: Theme =
            switch contrast {
            case .standard: .standard
            case .high: .highContrast
            }
        return printSize == .large ? theme.bold : theme
    }
}
