import Core
import Terminal

private typealias Words = IdentificationText

// The first screen: two ways in, and how one wants to be served.
extension KioskModel {
    func welcomePage(_ layout: Layout) -> Page {
        Page(
            title: t(Words.welcomeTitle), hint: t(Words.welcomeHint),
            content: .column(gap: layout.gap) {
                bigWelcome(layout)
                gates(layout)
                if !layout.isCompact { ScreenView.note(t(Words.takeCard)) }
            },
            scrolls: false, pinned: layout.isCompact ? .empty : openHelp(layout),
            left: layout.isCompact ? [FooterButton(t(CommonText.callStaff), .anywhere(.callStaff))] : [],
            right: layout.isCompact ? [FooterButton(t(CommonText.otherLanguage), inOtherLanguage)] : [])
    }

    /// As many big letters as there is room for.
    private func bigWelcome(_ layout: Layout) -> ScreenView {
        guard !layout.isCompact, layout.isWide || layout.size.height >= 45, devices.areReadersFine else {
            return .empty
        }
        return .adaptive(
            minimumWidth: 92, wide: .bigTitle(t(TaskText.registration)),
            narrow: .adaptive(
                minimumWidth: 64, wide: .bigTitle(t(TaskText.welcome)), narrow: .bigTitle(t(TaskText.welcomeShort))))
    }

    private func gates(_ layout: Layout) -> ScreenView {
        let personal = gate(.personal, .personalDetail, .welcome(.personal), reader: .identity)
        let enterprise = gate(.enterprise, .enterpriseDetail, .welcome(.enterprise), reader: .enterprise)
        return layout.isWide
            ? ScreenView.row(gap: 4) {
                personal
                enterprise
            }.height(.flex())
            : ScreenView.column(gap: layout.isCompact ? 0 : 1) {
                personal
                enterprise
            }.height(.flex())
    }

    /// A way in; closed, with the reason, while its reader cannot be used.
    private func gate(_ label: Words, _ detail: Words, _ action: Action, reader: ReaderRole) -> ScreenView {
        let fault = devices.fault(of: reader)
        return ScreenView.button(
            t(label), detail: fault == nil ? t(detail) : nil,
            availability: fault.map { .disabled(reason: words(for: $0.advice)) } ?? .enabled, isPrimary: true,
            reason: .below, width: .flex(), height: .flex(), action: action
        ).height(.flex())
    }

    /// What the box of the help corner holds, in the open.
    private func openHelp(_ layout: Layout) -> ScreenView {
        let settings = presentationTargets.map { $0.flexible() }
        let staff = ScreenView.button(t(CommonText.callStaff), width: .flex(), action: .anywhere(.callStaff))
        return layout.isWide
            ? .row(gap: 1) {
                settings
                staff.width(.fixed(18)).height(.flex())
            }
            : .column {
                ScreenView.row(gap: 1) { settings }
                staff
            }
    }
}
