extension Registration {
    /// The table of the machine (docs/workflow.md prints it): nil where the event is not possible.
    package static func destination(
        from state: RegistrationState, on event: RegistrationEvent.Name, kind: RegistrationKind
    ) -> RegistrationState? {
        guard state.exists(for: kind) else { return nil }
        switch (state, event) {
        case (.draft, .edit), (.saved, .edit), (.personallySigned, .edit), (.returnedByEnterprise, .edit),
            (.sealed, .edit), (.correctionRequired, .edit):
            return .draft
        case (.draft, .save): return .saved
        case (.saved, .signPersonally): return .personallySigned
        case (.personallySigned, .returnToApplicant): return .returnedByEnterprise
        // Manual, cancellation, employer's confirmation 6: done as soon as the employer has sealed.
        case (.personallySigned, .seal): return kind == .cancellation ? .cancelled : .sealed
        case (.sealed, .accept): return .accepted
        case (.cancelled, .accept): return .cancelled
        case (.sealed, .requireCorrection): return .correctionRequired
        case (.sealed, .declineAcceptance): return .notAccepted
        case (.accepted, .beginReview): return .inReview
        case (.inReview, .approve): return .approved
        case (.inReview, .refuse): return .refused
        case (.approved, .collect): return .collected
        case (.draft, .withdraw), (.saved, .withdraw), (.personallySigned, .withdraw),
            (.returnedByEnterprise, .withdraw), (.sealed, .withdraw), (.correctionRequired, .withdraw):
            return .withdrawn
        case (.draft, _), (.saved, _), (.personallySigned, _), (.returnedByEnterprise, _), (.sealed, _),
            (.correctionRequired, _), (.notAccepted, _), (.accepted, _), (.inReview, _), (.approved, _),
            (.refused, _), (.collected, _), (.withdrawn, _), (.cancelled, _):
            return nil
        }
    }
}

extension RegistrationState {
    /// A cancellation has no stage after its seal but the end; the others are never `cancelled`.
    package func exists(for kind: RegistrationKind) -> Bool {
        switch self {
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .withdrawn: true
        case .sealed, .correctionRequired, .notAccepted, .accepted, .inReview, .approved, .refused, .collected:
            kind != .cancellation
        case .cancelled: kind == .cancellation
        }
    }
}
