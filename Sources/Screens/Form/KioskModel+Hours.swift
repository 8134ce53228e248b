import Core
import Terminal

// 继续教育学时: of a renewal, and of an initial registration that is overdue.
extension KioskModel {
    mutating func editHours(_ page: FormPage) -> [Command] {
        guard let form = draftForm, form.kind != .cancellation else { return [] }
        screen = .educationHours(EducationHours(before: form.educationHours, page: page))
        return []
    }

    mutating func act(_ action: Action.EducationHours) -> [Command] {
        guard case .educationHours(let entry) = screen, let form = draftForm else { return [] }
        switch action {
        case .key(let key):
            var digits = form.educationHours.map(String.init) ?? ""
            digits.take(key, limit: EducationHours.mostDigits)
            return changeForm { $0.educationHours = Int(digits) }
        case .done: return returnToForm(entry.page)
        case .cancel:
            let commands = changeForm { $0.educationHours = entry.before }
            return commands + returnToForm(entry.page)
        }
    }
}
