import Core
import Terminal

// Words of the business in the person's language; the Chinese ones are Core's own.
extension KioskModel {
    func word(_ kind: RegistrationKind) -> String { kind.phrase.text(in: language) }

    func word(_ reason: CancellationForm.Reason) -> String { reason.phrase.text(in: language) }

    func word(_ state: RegistrationState) -> String { state.phrase.text(in: language) }

    func word(_ event: RegistrationEvent.Name) -> String { event.phrase.text(in: language) }

    func tone(_ state: RegistrationState) -> Tone {
        switch state {
        case .draft, .saved, .personallySigned, .sealed, .inReview: .active
        case .accepted, .approved, .collected, .cancelled: .success
        case .returnedByEnterprise, .correctionRequired: .warning
        case .notAccepted, .refused: .error
        case .withdrawn: .plain
        }
    }
}

extension RegistrationKind {
    var phrase: Phrase {
        let english =
            switch self {
            case .initial: "Initial registration"
            case .renewal: "Renewal"
            case .cancellation: "Cancellation"
            }
        return Phrase(chinese, english)
    }
}

extension CancellationForm.Reason {
    var phrase: Phrase {
        let english =
            switch self {
            case .changesEmployer: "Change of employer"
            case .leftEmployer: "Left the employer"
            case .stopsPractice: "Stops practising"
            case .employerEnded: "Employer has closed"
            case .other: "Another"
            }
        return Phrase(chinese, english)
    }
}

extension RegistrationState {
    var phrase: Phrase {
        let english =
            switch self {
            case .draft: "Being filled in"
            case .saved: "To be signed"
            case .personallySigned: "With the employer"
            case .returnedByEnterprise: "Returned by the employer"
            case .sealed: "Sealed"
            case .correctionRequired: "To be corrected"
            case .notAccepted: "Not accepted"
            case .accepted: "Accepted"
            case .inReview: "In review"
            case .approved: "Approved"
            case .refused: "Refused"
            case .collected: "Finished"
            case .withdrawn: "Withdrawn"
            case .cancelled: "Cancelled"
            }
        return Phrase(chinese, english)
    }
}

extension RegistrationEvent.Name {
    var phrase: Phrase {
        switch self {
        case .edit: Phrase("修改申请表", "Form changed")
        case .save: Phrase("保存申请表", "Form saved")
        case .signPersonally: Phrase("个人签名", "Signed by the applicant")
        case .returnToApplicant: Phrase("企业退回", "Returned by the employer")
        case .seal: Phrase("企业签章", "Sealed by the employer")
        case .accept: Phrase("受理", "Accepted")
        case .requireCorrection: Phrase("通知补正", "Correction required")
        case .declineAcceptance: Phrase("不予受理", "Not accepted")
        case .beginReview: Phrase("开始审批", "Review begun")
        case .approve: Phrase("审批通过", "Approved")
        case .refuse: Phrase("不予许可", "Refused")
        case .collect: Phrase("领取证书", "Certificate collected")
        case .withdraw: Phrase("撤回申请", "Withdrawn")
        }
    }
}
