import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func name(of kind: AttachmentKind) -> String {
        language == .chinese ? kind.field.chinese : kind.field.english
    }

    func name(of purpose: FilePurpose) -> String {
        switch purpose {
        case .attachment(let kind): name(of: kind)
        case .signature: t(Words.signatureName)
        }
    }

    func sourcePage(_ choice: SourceChoice, _ layout: Layout) -> Page {
        Page(
            title: t(Words.sourceTitle, name(of: choice.purpose)), task: .form,
            hint: t(sourceHint(choice)), steps: steps(of: choice),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                for way in FileWay.allCases {
                    wayButton(way, t(detail(of: way, choice)), .source(.take(way)), layout)
                }
            },
            left: [FooterButton(t(CommonText.back), .source(.back))], right: otherChoice(choice))
    }

    private func sourceHint(_ choice: SourceChoice) -> Words {
        switch choice.purpose {
        case .attachment(.photo): .photoHint
        case .attachment: .sourceHint
        case .signature: .signatureHint
        }
    }

    /// Of the way that the file belongs to.
    func steps(of choice: SourceChoice) -> [Step] {
        switch choice.wanted {
        case .form: applicationSteps(1)
        case .certificatePhoto: []
        case .signature: newUserSteps(2)
        }
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

    private func detail(of way: FileWay, _ choice: SourceChoice) -> Words {
        switch way {
        case .stick: .stickDetail
        case .phone: choice.purpose == .signature ? .phoneSignatureDetail : .phoneDetail
        case .scanner: .scannerDetail
        }
    }

    /// Out of what there is already.
    private func otherChoice(_ choice: SourceChoice) -> [FooterButton] {
        guard case .applicant(let visit) = visit else { return [] }
        let useRecord = FooterButton(t(Words.useRecord), .source(.useRecord))
        switch choice.wanted {
        case .form(let kind, _):
            let present = draftForm?.attachments.first { $0.kind == kind }?.file
            if kind == .photo, let recorded = visit.photo { return present == recorded ? [] : [useRecord] }
            return present == nil ? [] : [FooterButton(t(Words.remove), .source(.remove))]
        case .certificatePhoto(let desk):
            return desk.broughtPhoto == nil || visit.certificatePhoto == nil ? [] : [useRecord]
        case .signature: return []
        }
    }

    // MARK: The stick

    func stickPage(_ page: StickPage, _ layout: Layout) -> Page {
        Page(
            title: page.path.names.last.map { SourceEntry(name: $0, content: .folder).label } ?? t(Words.stickTitle),
            task: .form, hint: t(page.choice.purpose.format == .jpeg ? Words.stickHintPhoto : .stickHint),
            content: .column {
                if let folder = page.folder {
                    entries(of: folder, page.choice.purpose, layout)
                } else {
                    ScreenView.note(t(Words.reading), tone: .active)
                }
            },
            left: [FooterButton(t(page.path == .root ? CommonText.back : .back), .stick(.up))])
    }

    private func entries(of folder: SourceFolder, _ purpose: FilePurpose, _ layout: Layout) -> ScreenView {
        .column {
            if folder.entries.isEmpty { ScreenView.note(t(Words.emptyFolder), tone: .warning) }
            if folder.isCutOff { ScreenView.note(t(Words.cutOff), tone: .warning) }
            for (index, entry) in folder.entries.enumerated() { self.entry(entry, index, purpose) }
        }
    }

    private func entry(_ entry: SourceEntry, _ index: Int, _ purpose: FilePurpose) -> ScreenView {
        let reason = barrier(to: entry, for: purpose).map { t($0) }
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
