import Core
import Terminal

// Words of the business in the person's language; the Chinese ones are Core's own.
extension KioskModel {
    func word(_ kind: RegistrationKind) -> String {
        switch (language, kind) {
        case (.chinese, _): kind.chinese
        case (.english, .initial): "Initial registration"
        case (.english, .renewal): "Renewal"
        case (.english, .cancellation): "Cancellation"
        }
    }

    func word(_ reason: CancellationForm.Reason) -> String {
        switch (language, reason) {
        case (.chinese, _): reason.chinese
        case (.english, .changesEmployer): "Change of employer"
        case (.english, .leftEmployer): "Left the employer"
        case (.english, .stopsPractice): "Stops practising"
        case (.english, .employerEnded): "Employer has closed"
        case (.english, .other): "Another"
        }
    }

    func word(_ state: RegistrationState) -> String {
        switch (language, state) {
        case (.chinese, _): state.chinese
        case (.english, .draft): "Being filled in"
        case (.english, .saved): "To be signed"
        case (.english, .personallySigned): "With the employer"
        case (.english, .returnedByEnterprise): "Returned by the employer"
        case (.english, .sealed): "Sealed"
        case (.english, .correctionRequired): "To be corrected"
        case (.english, .notAccepted): "Not accepted"
        case (.english, .accepted): "Accepted"
        case (.english, .inReview): "In review"
        case (.english, .approved): "Approved"
        case (.english, .refused): "Refused"
        case (.english, .collected): "Finished"
        case (.english, .withdrawn): "Withdrawn"
        case (.english, .cancelled): "Cancelled"
        }
    }

    func word(_ event: RegistrationEvent.Name) -> String {
        let phrase =
            switch event {
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
        return phrase.text(in: language)
    }

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
