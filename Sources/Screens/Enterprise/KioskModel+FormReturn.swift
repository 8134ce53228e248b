import Core

// 退回修改: the enterprise cannot change a form, so it sends it back with a reason.
extension KioskModel {
    mutating func act(_ action: Action.FormReturn) -> [Command] {
        guard case .formReturn(var formReturn) = screen, case .enterprise(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .choose(let reason):
            formReturn.reason = reason
            screen = .formReturn(formReturn)
            return []
        case .editWords:
            screen = .wordsEntry(WordsEntry(purpose: .returnReason(formReturn), text: formReturn.words))
            return []
        case .send:
            guard let reason = formReturn.text else { return [] }
            screen = .filing(Filing(purpose: .returning(formReturn), since: now))
            return begin(
                .returnToApplicant(
                    formReturn.registration.id, by: visit.session.enterprise.code, reason: reason))
        case .back:
            screen = .review(formReturn.review)
            return []
        }
    }
}
