import Core

/// What a reviewer does to an application.
enum ReviewAct: Hashable, Sendable {
    /// 受理, under the store's next number.
    case accept
    /// 补正: everything at once (行政许可法 32).
    case requireCorrection(items: [String])
    /// 不予受理
    case decline(reason: String)
    case beginReview
    /// 准予: the certificate comes into being.
    case approve
    /// 不予许可
    case refuse(reason: String)

    enum Name: String, CaseIterable, Sendable {
        case accept, requireCorrection, decline, beginReview, approve, refuse
    }

    var name: Name {
        switch self {
        case .accept: .accept
        case .requireCorrection: .requireCorrection
        case .decline: .decline
        case .beginReview: .beginReview
        case .approve: .approve
        case .refuse: .refuse
        }
    }
}

extension ReviewAct.Name {
    var event: RegistrationEvent.Name {
        switch self {
        case .accept: .accept
        case .requireCorrection: .requireCorrection
        case .decline: .declineAcceptance
        case .beginReview: .beginReview
        case .approve: .approve
        case .refuse: .refuse
        }
    }

    /// As a page's heading and button name it.
    var chinese: String {
        switch self {
        case .accept: "受理"
        case .requireCorrection: "通知补正"
        case .decline: "不予受理"
        case .beginReview: "开始审批"
        case .approve: "准予许可"
        case .refuse: "不予许可"
        }
    }

    /// Whether the machine lets it happen there. A cancellation waits for nobody: its notice is the store's own.
    func isPossible(in registration: Registration) -> Bool {
        guard registration.kind != .cancellation else { return false }
        return Registration.destination(from: registration.state, on: event, kind: registration.kind) != nil
    }
}

/// Why an act was not carried out. Nothing has changed then.
enum ReviewRefusal: Error, Hashable, Sendable {
    case applicationUnknown
    /// The page that it was decided on is not the newest any more: somebody was first. Nil when it never was current.
    case overtaken(by: Registration.Transition?, state: RegistrationState)
    case entry(EntryRefusal)
}
