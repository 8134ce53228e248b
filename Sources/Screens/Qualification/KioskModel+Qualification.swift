import Core
import Terminal

// A qualification from another province: place, number and date, each on a page of its own.
extension KioskModel {
    mutating func editProvince(_ page: FormPage) -> [Command] {
        guard initialForm?.typed != nil else { return [] }
        screen = .province(page)
        return []
    }

    mutating func editQualificationNumber(_ page: FormPage) -> [Command] {
        guard let typed = initialForm?.typed else { return [] }
        screen = .wordsEntry(
            WordsEntry(
                purpose: .qualificationNumber(page, before: typed.number), text: typed.number, mode: .letters))
        return []
    }

    mutating func editQualificationDate(_ page: FormPage) -> [Command] {
        guard let typed = initialForm?.typed else { return [] }
        screen = .qualificationDate(QualificationDate(before: typed.issued, page: page))
        return []
    }

    /// What is typed goes into the form at once; the certificate follows when all of it is there.
    mutating func changeTyped(_ body: (inout TypedQualification) -> Void) -> [Command] {
        guard var typed = initialForm?.typed else { return [] }
        body(&typed)
        return change {
            $0.typed = typed
            $0.qualification = typed.certificate
        }
    }

    mutating func act(_ action: Action.Province) -> [Command] {
        guard case .province(let page) = screen else { return [] }
        switch action {
        case .choose(let province):
            let commands = changeTyped { $0.province = province }
            return commands + returnToForm(page)
        case .back: return returnToForm(page)
        }
    }

    /// The first examination for second-class architects was in 1996; nothing is older.
    var daysOfQualification: ClosedRange<CivilDate> {
        let first = CivilDate(year: 1996, month: 1, day: 1) ?? today
        return min(first, today)...today
    }

    mutating func act(_ action: Action.QualificationDate) -> [Command] {
        guard case .qualificationDate(let entry) = screen, let typed = initialForm?.typed else { return [] }
        switch action {
        case .key(let key):
            var digits = DateDigits(typed: typed.issued)
            digits.take(key)
            return changeTyped { $0.issued = digits.digits }
        case .done:
            guard dateBar(DateDigits(typed: typed.issued), within: daysOfQualification) == nil else { return [] }
            return returnToForm(entry.page)
        case .cancel:
            let commands = changeTyped { $0.issued = entry.before }
            return commands + returnToForm(entry.page)
        }
    }
}
