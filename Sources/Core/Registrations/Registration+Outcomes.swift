extension Registration {
    /// What a transition asks of the world.
    package enum Effect: Hashable, Sendable {
        case notifyEnterprise
        case notifyApplicant
        case voidPapers([PaperDigest])
        /// Sealed and complete: accept now, or queue for a reviewer, by the store's setting.
        case requestAcceptance
        /// A sealed cancellation: its notice is issued although there is no further decision.
        case issueNotice
        /// The registration ends and its certificate is void.
        case endRegistration
        case issueCertificate
    }

    /// Why an event was not applied. Nothing has changed then.
    package enum Refusal: Error, Hashable, Sendable, Codable {
        case notPossible(event: RegistrationEvent.Name, state: RegistrationState)
        case notYours(role: Actor.Role, event: RegistrationEvent.Name)
        case otherEnterprise
        case otherKind
        case wrongPaper
        case reasonMissing
    }
}
