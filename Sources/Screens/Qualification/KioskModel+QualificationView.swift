import Core
import Terminal

private typealias Words = QualificationText

extension KioskModel {
    /// The fields of a certificate that the store does not know.
    func qualificationFields(_ form: InitialForm, _ typed: TypedQualification, _ page: FormPage) -> ScreenView {
        .column {
            ScreenView.text(t(Words.section), style: .title)
            ScreenView.field(
                FieldContent(
                    t(Words.place), value: typed.province.map(word) ?? "", placeholder: t(Words.placeEmpty),
                    isRequired: true),
                labelWidth: 12, id: "form.province", action: .form(.editProvince))
            ScreenView.field(
                FieldContent(
                    t(Words.number), value: typed.number, placeholder: t(Words.numberEmpty), isRequired: true),
                labelWidth: 12, id: "form.qualificationNumber", action: .form(.editQualificationNumber))
            ScreenView.field(
                FieldContent(
                    t(Words.date), value: Self.spelt(typed.issued), placeholder: t(Words.dateEmpty), isRequired: true,
                    problem: problem(of: [.qualification], page)),
                labelWidth: 12, id: "form.qualification", action: .form(.editQualificationDate))
            fileField(.qualificationScan, form.qualificationScan, page)
        }
    }

    /// Hours and proof, where the registration is overdue.
    func overdueFields(_ form: InitialForm, _ page: FormPage) -> ScreenView {
        .column {
            ScreenView.note(t(Words.overdueNote), tone: .warning)
            hoursField(form.educationHours, page)
            fileField(.educationProof, form.educationProof, page)
        }
    }

    /// A file of the form: what is there, or a touch to add it.
    func fileField(_ kind: AttachmentKind, _ file: FileReference?, _ page: FormPage) -> ScreenView {
        let value = file.map { file in
            let pages = file.pages.map { t(SourceText.pages, "\($0)") + " · " } ?? ""
            return "✓ \(pages)\(t(SourceText.size, "\((file.byteCount + 1023) / 1024)"))"
        }
        return .field(
            FieldContent(
                t(label(of: kind)), value: value ?? "", placeholder: t(SourceText.absent), isRequired: true,
                problem: problem(of: [kind.field], page)),
            labelWidth: 12, id: NodeID("form.\(kind.rawValue)"), action: .form(.attach(kind)))
    }

    private func label(of kind: AttachmentKind) -> Words {
        switch kind {
        case .photo: .photo
        case .qualificationScan: .scan
        case .educationProof: .proof
        }
    }

    /// `20240315` as people read it, however much of it is there.
    private static func spelt(_ digits: String) -> String {
        let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)].filter { !$0.isEmpty }
        return parts.joined(separator: "-")
    }

    private func word(_ province: Province) -> String {
        language == .chinese ? province.chinese : province.english
    }

    func provincePage(_ layout: Layout) -> Page {
        let chosen = initialForm?.typed?.province
        return Page(
            title: t(Words.placeTitle), task: .form, hint: t(Words.placeHint), steps: applicationSteps(1),
            content: .flow(gap: layout.isLarge ? 1 : 0) {
                for province in Province.allCases {
                    ScreenView.choice(
                        word(province), isSelected: province == chosen, width: .fixed(provinceWidth(layout)),
                        id: NodeID("province.\(province.rawValue)"), action: .province(.choose(province)))
                }
            },
            left: [FooterButton(t(CommonText.back), .province(.back))])
    }

    private func provinceWidth(_ layout: Layout) -> Int {
        max(layout.targetWidth, language == .chinese ? 14 : 22)
    }

    func qualificationDatePage(_ entry: QualificationDate, _ layout: Layout) -> Page {
        let digits = DateDigits(typed: initialForm?.typed?.issued ?? "")
        return Page(
            title: t(Words.dateTitle), task: .form, hint: t(Words.dateHint), steps: applicationSteps(1),
            content: padPage(layout, pad: digitPad(layout) { .qualificationDate(.key($0)) }) {
                dateField(t(Words.date), digits, within: daysOfQualification, layout)
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.cancel), .qualificationDate(.cancel))],
            right: [
                FooterButton(
                    t(CommonText.done), .qualificationDate(.done), isPrimary: true, shortcut: .enter,
                    unless: dateBar(digits, within: daysOfQualification))
            ])
    }
}
