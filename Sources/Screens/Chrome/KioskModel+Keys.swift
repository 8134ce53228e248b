package import Terminal

extension KioskModel {
    /// What a key of a hardware keyboard does that no target on the screen has as its shortcut.
    package func action(for key: Key) -> Action? {
        guard warningSeconds == nil else { return .anywhere(.stay) }
        if isHelpOpen, key == .escape { return .anywhere(.showHelp(false)) }
        switch key {
        case .escape: return wayBack
        case .character(let character): return typing(character)
        case .enter: return enter
        case .control, .function, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown:
            return nil
        }
    }

    /// A scanner's last key comes before the screen that its first has opened is drawn: no target there can have it.
    private var enter: Action? {
        switch screen {
        case .staff(.scan), .staff(.number): .staff(.find)
        default: nil
        }
    }

    /// The way out at the left of the bottom row; never the end of a visit.
    private var wayBack: Action? {
        if case .enterpriseName = screen { return .enterpriseName(.cancel) }
        if case .wordsEntry = screen { return .words(.cancel) }
        let first = page(Layout(size: Layout.smallest)).left.first
        guard let first, first.availability == .enabled, first.action != .anywhere(.leave) else { return nil }
        return first.action
    }

    /// Letters of the half of the alphabet that a small screen does not show; digits choose a candidate.
    private func typing(_ character: Character) -> Action? {
        if case .enterpriseName(let entry) = screen {
            return key(of: character, on: entry).map { .enterpriseName(.key($0)) }
        }
        if case .wordsEntry(let entry) = screen { return key(of: character, on: entry).map { .words(.key($0)) } }
        if case .staff = screen, character.isASCII { return .staff(.scanned(character)) }
        return nil
    }

    private func key(of character: Character, on page: some KeyboardPage) -> KeyboardKey? {
        guard character.isASCII else { return nil }
        if character.isLetter { return .character(Character(character.lowercased())) }
        guard page.mode == .pinyin, let digit = character.wholeNumberValue, digit > 0 else { return nil }
        return .candidate(digit - 1)
    }
}
