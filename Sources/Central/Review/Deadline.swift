import Core
import Foundation

/// By when somebody must act on an application, in working days.
struct Deadline: Hashable, Sendable {
    /// What must be decided.
    enum Step: Hashable, Sendable {
        /// Accept, ask for corrections, or decline (行政许可法 32).
        case acceptance
        /// Approve or refuse (行政许可法 42).
        case decision
    }

    let step: Step
    /// Last day.
    let due: CivilDate
    /// Working days after today up to the last day; 0 on it, negative when it has passed.
    let daysLeft: Int
    /// A year on the way has no holiday table yet: only its weekends were left out.
    let isProvisional: Bool

    var isOverdue: Bool { daysLeft < 0 }
    var isUrgent: Bool { daysLeft <= 2 }
}

extension Registry {
    /// Nil where nobody waits for a reviewer.
    func deadline(of registration: Registration) -> Deadline? {
        switch registration.state {
        case .sealed:
            guard let sealed = registration.history.last(where: { $0.event == .seal })?.at else { return nil }
            return deadline(.acceptance, policy.acceptanceDays, from: sealed)
        case .accepted, .inReview:
            guard let accepted = registration.acceptance?.acceptedAt else { return nil }
            return deadline(.decision, policy.decisionDays, from: accepted)
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .correctionRequired, .notAccepted, .approved,
            .refused, .collected, .withdrawn, .cancelled:
            return nil
        }
    }

    private func deadline(_ step: Deadline.Step, _ workingDays: Int, from instant: Date) -> Deadline {
        let start = CivilDate(shanghai: instant)
        let due = policy.calendar.day(adding: workingDays, to: start)
        return Deadline(
            step: step, due: due, daysLeft: policy.calendar.workingDays(from: today, through: due),
            isProvisional: !policy.calendar.uncoveredYears(from: start, through: due).isEmpty)
    }
}
