import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func name(of kind: AttachmentKind) -> String {
        language == .chinese ? kind.field.chinese : kind.field.english
    }

    func sourcePage(_ choice: SourceChoice, _ layout: Layout) -> Page {
        Page(
            title: t(Words.sourceTitle, name(of: choice.kind)), task: .form,
            hint: t(choice.kind == .photo ? Words.photoHint : .sourceHint), steps: applicationSteps(1),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                for way in FileWay.allCases {
                    wayButton(way, t(detail(of: way)), .source(.take(way)), layout)
                }
                if isBusy { ScreenView.note(t(Words.scanning), tone: .active) }
            },
            left: [FooterButton(t(CommonText.back), .source(.back))], right: otherChoice(choice))
    }

    /// - Parameter isPrimary: where it is open.
    func wayButton(
        _ way: FileWay, _ detail: String, _ action: Action, isPrimary: Bool = true, _ layout: Layout
    ) -> ScreenView {
        let reason = barrier(to: way).map { t($0) } ?? busyReason
        let button = ScreenView.button(
            t(label(of: way)), availability: .unless(reason), isPrimary: isPrimary && reason == nil,
            reason: .elsewhere, width: layout.isCompact ? .flex() : .fixed(24), height: choiceHeight(layout),
            id: NodeID("source.\(way.rawValue)"), action: action)
        return choiceRow(
            button, reason.map { "✕ \($0)" } ?? detail, reason == nil ? .normal : .warning, layout)
    }

    private func label(of way: FileWay) -> Words {
        switch way {
        case .stick: .stick
        case .phone: .phone
        case .scanner: .scanner
        }
    }

    private func detail(of way: FileWay) -> Words {
        switch way {
        case .stick: .stickDetail
        case .phone: .phoneDetail
        case .scanner: .scannerDetail
        }
    }

    /// Out of what there is already.
    private func otherChoice(_ choice: SourceChoice) -> [FooterButton] {
        guard case .applicant(let visit) = visit else { return [] }
        let present = draftForm?.attachments.first { $0.kind == choice.kind }?.file
        if choice.kind == .photo, let recorded = visit.photo {
            return present == recorded ? [] : [FooterButton(t(Words.useRecord), .source(.useRecord))]
        }
        return present == nil ? [] : [FooterButton(t(Words.remove), .source(.remove))]
    }

    // MARK: The stick

    func stickPage(_ page: StickPage, _ layout: Layout) -> Page {
        Page(
            title: page.path.names.last.map { SourceEntry(name: $0, content: .folder).label } ?? t(Words.stickTitle),
            task: .form, hint: t(page.choice.kind == .photo ? Words.stickHintPhoto : .stickHint),
            content: .column {
                if let folder = page.folder {
                    entries(of: folder, page.choice.kind, layout)
                } else {
                    ScreenView.note(t(Words.reading), tone: .active)
                }
            },
            left: [FooterButton(t(page.path == .root ? CommonText.back : .back), .stick(.up))])
    }

    private func entries(of folder: SourceFolder, _ kind: AttachmentKind, _ layout: Layout) -> ScreenView {
        .column {
            if folder.entries.isEmpty { ScreenView.note(t(Words.emptyFolder), tone: .warning) }
            if folder.isCutOff { ScreenView.note(t(Words.cutOff), tone: .warning) }
            for (index, entry) in folder.entries.enumerated() { self.entry(entry, index, kind) }
        }
    }

    private func entry(_ entry: SourceEntry, _ index: Int, _ kind: AttachmentKind) -> ScreenView {
        let reason = barrier(to: entry, for: kind).map { t($0) }
        let id = NodeID("stick.\(index)")
        switch entry.content {
        case .folder:
            return .entry(
                entry.label, status: t(Words.folder), tone: .plain, availability: .unless(busyReason), id: id,
                action: .stick(.open(index)))
        case .file(_, let byteCount):
            let box = ScreenView.entry(
                entry.label, status: t(Words.size, "\((byteCount + 1023) / 1024)"),
                tone: reason == nil ? .success : .plain, details: reason == nil ? [t(Words.fits)] : [],
                availability: .unless(reason ?? busyReason), id: id, action: .stick(.open(index)))
            guard let reason else { return box }
            return .row(gap: 1, alignment: .center) {
                box.width(.flex())
                ScreenView.text("✕ \(reason)", style: .warning).width(.fixed(12))
            }
        }
    }
}
