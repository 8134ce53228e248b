import Core
import Terminal

// What only 注销注册 asks for.
extension KioskModel {
    var cancellationForm: CancellationForm? {
        if case .cancellation(let form)? = draftForm { form } else { nil }
    }

    mutating func changeCancellation(_ body: (inout CancellationForm) -> Void) -> [Command] {
        guard var form = cancellationForm else { return [] }
        body(&form)
        return changeForm { $0 = .cancellation(form) }
    }

    mutating func editReason(_ page: FormPage) -> [Command] {
        guard let form = cancellationForm else { return [] }
        screen = .wordsEntry(
            WordsEntry(purpose: .cancellationReason(page, before: form.reasonText), text: form.reasonText))
        return []
    }
}
