import Core
import Terminal

// What only 延续注册 asks for.
extension KioskModel {
    var renewalForm: RenewalForm? {
        if case .renewal(let form)? = draftForm { form } else { nil }
    }

    mutating func changeRenewal(_ body: (inout RenewalForm) -> Void) -> [Command] {
        guard var form = renewalForm else { return [] }
        body(&form)
        return changeForm { $0 = .renewal(form) }
    }

    mutating func editHours(_ page: FormPage) -> [Command] {
        guard let form = renewalForm else { return [] }
        screen = .educationHours(EducationHours(before: form.educationHours, page: page))
        return []
    }

    mutating func act(_ action: Action.EducationHours) -> [Command] {
        guard case .educationHours(let entry) = screen, let form = renewalForm else { return [] }
        switch action {
        case .key(let key):
            var digits = form.educationHours.map(String.init) ?? ""
            digits.take(key, limit: EducationHours.mostDigits)
            return changeRenewal { $0.educationHours = Int(digits) }
        case .done: return returnToForm(entry.page)
        case .cancel:
            let commands = changeRenewal { $0.educationHours = entry.before }
            return commands + returnToForm(entry.page)
        }
    }
}
