package import Terminal

extension KioskModel {
    /// What a key of a hardware keyboard does that no target on the screen has as its shortcut.
    package func action(for key: Key) -> Action? {
        guard warningSeconds == nil else { return .anywhere(.stay) }
        if isHelpOpen, key == .escape { return .anywhere(.showHelp(false)) }
        switch key {
        case .escape: return wayBack
        case .character(let character): return typing(character)
        case .control, .function, .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
            .home,
            .end, .pageUp, .pageDown:
            return nil
        }
    }

    /// The way out at the left of the bottom row; never the end of a visit.
    private var wayBack: Action? {
        if case .enterpriseName = screen { return .enterpriseName(.cancel) }
        let first = page(Layout(size: Layout.smallest)).left.first
        guard let first, first.availability == .enabled, first.action != .anywhere(.leave) else { return nil }
        return first.action
    }

    /// Letters of the half of the alphabet that a small screen does not show; digits choose a candidate.
    private func typing(_ character: Character) -> Action? {
        guard case .enterpriseName(let entry) = screen, character.isASCII else { return nil }
        if character.isLetter { return .enterpriseName(.key(.character(Character(character.lowercased())))) }
        guard entry.mode == .pinyin, let digit = character.wholeNumberValue, digit > 0 else { return nil }
        return .enterpriseName(.key(.candidate(digit - 1)))
    }
}
