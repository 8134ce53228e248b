package import Terminal

extension KioskModel {
    /// The screens are also spoken.
    package var isVoiced: Bool { presentation.isVoiced }

    package var speechLabels: SpeechLabels {
        switch language {
        case .chinese: .chinese
        case .english: .english
        }
    }

    /// A blind person cannot find a button on a touch screen: at the welcome screen any of the five keys switches the
    /// voice on, as long as nobody moves the focus with them.
    package func voiceAction(for key: Key, hasFocus: Bool) -> Action? {
        guard case .welcome = screen, !isVoiced, !hasFocus else { return nil }
        return switch key {
        case .up, .down, .left, .right, .enter: .anywhere(.voice(true))
        case .character, .control, .function, .escape, .tab, .backTab, .backspace, .delete, .insert, .home, .end,
            .pageUp, .pageDown:
            nil
        }
    }
}
