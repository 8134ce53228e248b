import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func fileReviewPage(_ review: FileReview, _ layout: Layout) -> Page {
        let isPhoto = review.found.kind == .photo
        let reason = review.found.isCropped && !review.isAgreed ? t(Words.mustAgree) : busyReason
        return Page(
            title: t(isPhoto ? Words.photoReviewTitle : .reviewTitle), task: .check,
            hint: t(review.found.isCropped ? Words.croppedHint : .reviewHint), steps: steps(of: review.choice),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                fileFacts(review.found)
                pictures(of: review.found, layout)
            },
            pinned: .column {
                if review.found.isCropped {
                    ScreenView.tick(
                        t(Words.agree), isOn: review.isAgreed, id: "file.agree",
                        action: .file(.agree(!review.isAgreed)))
                }
                if review.found.scan != nil { scanButtons(review.found) }
            },
            left: [FooterButton(t(Words.another), .file(.another))],
            right: [FooterButton(t(Words.useThis), .file(.use), isPrimary: true, unless: reason)])
    }

    private func fileFacts(_ found: FoundFile) -> ScreenView {
        let pages = found.file.pages.map { t(Words.pages, "\($0)") }
        let size = t(Words.size, "\((found.file.byteCount + 1023) / 1024)")
        return .column {
            ScreenView.text(
                ([name(of: found.kind)] + [pages, size].compactMap { $0 }).joined(separator: " · "), style: .strong)
            if let resolution = found.scan?.reducedTo {
                ScreenView.note(t(Words.scanReduced, "\(resolution)"), tone: .warning)
            }
        }
    }

    /// What the scanner has brought may be scanned anew; a document may have more pages.
    private func scanButtons(_ found: FoundFile) -> ScreenView {
        func button(_ label: Words, _ action: Action.FileReview) -> ScreenView {
            .button(
                t(label), availability: .unless(busyReason), reason: .elsewhere, width: .flex(), action: .file(action))
        }
        return .row(gap: 1) {
            button(.rescan, .rescan)
            if found.kind != .photo { button(.addPages, .addPages) }
        }
    }

    private func pictures(of found: FoundFile, _ layout: Layout) -> ScreenView {
        guard let picture = found.picture else { return .note(t(Words.noPicture), tone: .warning) }
        guard let original = found.original else {
            return image(picture, t(Words.after), found.kind == .photo ? 20 : layout.isCompact ? 30 : 48, layout)
        }
        return .row(gap: 2) {
            ScreenView.column {
                ScreenView.text(t(Words.before), style: .dim)
                image(original, t(Words.before), layout.isCompact ? 14 : 20, layout)
            }
            ScreenView.column {
                ScreenView.text(t(Words.after), style: .strong).width(.fixed(layout.isCompact ? 18 : 28))
                image(picture, t(Words.after), layout.isCompact ? 14 : 20, layout)
            }
        }
    }

    private func image(_ picture: Image, _ label: String, _ width: Int, _ layout: Layout) -> ScreenView {
        ScreenView.image(picture, label: label, cell: layout.cell, id: NodeID("picture.\(label)")).width(.fixed(width))
    }
}
