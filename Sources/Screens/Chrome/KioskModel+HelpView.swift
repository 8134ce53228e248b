import Terminal

// The help corner: on every screen at the top right; its box changes how the screens are shown.
extension KioskModel {
    func helpCorner(_ layout: Layout) -> ScreenView {
        let label = t(layout.isWide ? CommonText.helpWide : .help)
        return ScreenView.button(
            label, width: .fixed(max(TextWidth.of(label) + 4, layout.targetWidth)), shortcut: .function(1), id: "help",
            action: .anywhere(.showHelp(true))
        ).height(.flex())
    }

    func helped(_ root: ScreenView, _ layout: Layout) -> ScreenView {
        let box = ScreenView.column(gap: layout.isCompact ? 0 : 1) {
            ScreenView.heading(t(CommonText.helpTitle), alignment: .center)
            rows(of: helpTargets(layout))
        }
        return root.overlay(
            box.padding(horizontal: layout.isCompact ? 0 : 1),
            size: boxSize(layout, height: layout.isCompact ? 19 : 22),
            backdropAction: .anywhere(.showHelp(false)), backdropLabel: t(CommonText.helpTitle))
    }

    /// Two a row, all of the same size.
    private func rows(of targets: [ScreenView]) -> [ScreenView] {
        stride(from: 0, to: targets.count, by: 2).map { start in
            ScreenView.row(gap: 1) { Array(targets[start..<min(start + 2, targets.count)]) }.height(.flex())
        }
    }

    private func helpTargets(_ layout: Layout) -> [ScreenView] {
        presentationTargets.map { $0.flexible() } + [
            ScreenView.button(t(CommonText.callStaff), width: .flex(), id: "help.staff", action: .anywhere(.callStaff))
                .height(.flex()),
            ScreenView.button(
                t(layout.isCompact ? CommonText.helpCloseShort : .helpClose), isPrimary: true, width: .flex(),
                id: "help.close", action: .anywhere(.showHelp(false))
            ).height(.flex()),
        ]
    }

    /// Large print, voice, contrast, language: what each is now, and one touch to change it.
    var presentationTargets: [ScreenView] {
        let isLarge = presentation.printSize == .large
        let isHigh = presentation.contrast == .high
        let voice = setting(.voice, isOn: presentation.isVoiced, id: "help.voice", .voice(!presentation.isVoiced))
        return [setting(.largePrint, isOn: isLarge, id: "help.print", .printSize(isLarge ? .normal : .large))]
            + (settings.canSpeak ? [voice] : []) + [
                setting(.highContrast, isOn: isHigh, id: "help.contrast", .contrast(isHigh ? .standard : .high)),
                ScreenView.button(
                    t(CommonText.otherLanguage), detail: t(CommonText.languageNow), width: .flex(), id: "help.language",
                    action: inOtherLanguage),
            ]
    }

    var inOtherLanguage: Action { .anywhere(.speak(language == .chinese ? .english : .chinese)) }

    private func setting(
        _ label: CommonText, isOn: Bool, id: NodeID, _ action: Action.Anywhere
    ) -> ScreenView {
        .setting(
            t(label), state: t(isOn ? CommonText.isOn : .isOff), isOn: isOn, width: .flex(), id: id,
            action: .anywhere(action))
    }
}
