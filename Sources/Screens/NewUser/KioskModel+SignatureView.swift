import Core
import Terminal

private typealias Words = PictureText

extension KioskModel {
    func signaturePage(_ pad: SignaturePad, _ layout: Layout) -> Page {
        Page(
            title: t(Words.signatureTitle), hint: t(Words.signatureHint), steps: newUserSteps(2),
            content: .column {
                ScreenView.canvas(
                    SignaturePad.canvas, label: t(Words.signatureCanvas), strokes: pad.strokes,
                    proportions: Size(width: SignatureImage.proportion, height: 1), cell: layout.cell
                ).flexible()
                signatureTools(pad, layout)
                if let problem = signatureProblem(pad) {
                    ScreenView.note(problem, tone: .error)
                } else {
                    ScreenView.note(
                        t(isBusy ? Words.signatureKeeping : pad.isBrought ? .signatureBrought : .signatureUse),
                        tone: isBusy ? .active : .plain)
                }
            },
            scrolls: false,
            left: [
                FooterButton(t(Words.signatureUnable), .signature(.unable), unless: signatureBar),
                FooterButton(t(Words.signatureBring), .signature(.bring), unless: signatureBar),
            ],
            right: [
                FooterButton(
                    t(Words.signatureDone), .signature(.done), isPrimary: true,
                    unless: signatureBar ?? (pad.strokes.isEmpty ? t(Words.signatureEmpty) : nil))
            ])
    }

    /// What mends the signature, and who helps with it.
    private func signatureTools(_ pad: SignaturePad, _ layout: Layout) -> ScreenView {
        let bar = signatureBar ?? (pad.strokes.isEmpty ? t(Words.signatureEmpty) : nil)
        let availability = Availability.unless(bar)
        func tool(_ label: String, _ action: Action, _ availability: Availability = .enabled) -> ScreenView {
            .button(label, availability: availability, reason: .elsewhere, width: .flex(), action: action)
        }
        return .row(gap: 1) {
            tool(t(Words.signatureUndo), .signature(.undo), availability)
            tool(t(Words.signatureAgain), .signature(.again), availability)
            tool(t(layout.isCompact ? CommonText.callStaffShort : .callStaff), .anywhere(.callStaff))
        }
    }

    private var signatureBar: String? { isBusy ? t(Words.signatureKeeping) : nil }

    private func signatureProblem(_ pad: SignaturePad) -> String? {
        switch pad.problem {
        case .tooSmall: t(Words.signatureSmall)
        case .tooLong: t(Words.signatureLong)
        case .empty, .outside: t(Words.signatureEmpty)
        case nil: nil
        }
    }
}
