import Core
import Foundation

// Welcome, privacy notice, card, identity, session.
extension KioskModel {
    mutating func act(_ action: Action.Welcome) -> [Command] {
        guard case .welcome = screen else { return [] }
        switch action {
        case .personal:
            screen = .privacyNotice
            return []
        case .enterprise:
            return awaitCertificate()
        }
    }

    mutating func act(_ action: Action.PrivacyNotice) -> [Command] {
        guard case .privacyNotice = screen else { return [] }
        switch action {
        case .agree: return awaitIdentity()
        case .decline: return goHome()
        }
    }

    mutating func act(_ action: Action.CardReading) -> [Command] {
        guard case .cardReading(let reading) = screen else { return [] }
        switch action {
        case .home: return goHome()
        case .retry: return reading.isAwaiting ? awaitIdentity() : []
        }
    }

    mutating func awaitIdentity() -> [Command] {
        if forgottenCards.contains(.identity) {
            screen = .cardReading(CardReading(phase: .forgottenCard(until: cardDeadline)))
            return []
        }
        if let fault = devices.fault(of: .identity) {
            screen = .cardReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        }
        guard devices.hasCard(.identity) else {
            screen = .cardReading(CardReading(phase: .awaitingCard(until: cardDeadline)))
            return []
        }
        return readIdentity()
    }

    mutating func readIdentity() -> [Command] {
        screen = .cardReading(CardReading(phase: .reading))
        lastTouch = now
        errands.drop(.foreground)
        return begin(.readIdentity)
    }

    mutating func takeIdentity(_ result: Result<IdentityRecord, Trouble>) -> [Command] {
        guard case .cardReading = screen else { return [] }
        switch result {
        case .success(let record):
            cardWatch = .steady
            lastTouch = now
            screen = .identityReview(IdentityReview(record: record))
            return []
        case .failure(.card(.removed)), .failure(.card(.noCard)):
            let fault = CardFault.removed(.identity)
            screen = .cardReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        case .failure(.card(let fault)):
            screen = .cardReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        case .failure(let trouble):
            screen = .cardReading(CardReading(phase: .awaitingCard(until: cardDeadline)))
            return stumble(trouble)
        }
    }
}

// MARK: Identity

extension KioskModel {
    mutating func act(_ action: Action.IdentityReview) -> [Command] {
        guard case .identityReview(var review) = screen else { return [] }
        switch action {
        case .reveal(let isRevealed):
            review.isRevealed = isRevealed
            screen = .identityReview(review)
            return []
        case .confirm:
            guard bars(on: review.record).isEmpty else { return [] }
            return begin(.openApplicantSession(review.record))
        case .decline:
            return end(.byPerson)
        }
    }

    /// The session opens after the identity was confirmed, and again, with a phone, after the registration.
    mutating func takeAdmission(_ result: Result<ApplicantAdmission, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.identityReview(let review), .success(let admission)):
            return enter(review.record, admission)
        case (.codeEntry(let entry), .success(let admission)):
            guard case .phone = entry.purpose, case .applicant(let visit) = visit else { return [] }
            entry.code.erase()
            return enter(visit.identity, admission)
        case (.codeEntry(let entry), .failure(let trouble)): return codeFailed(entry, trouble)
        case (_, .failure(let trouble)): return stumble(trouble)
        case (_, .success): return []
        }
    }

    private mutating func enter(_ identity: IdentityRecord, _ admission: ApplicantAdmission) -> [Command] {
        let session = admission.session
        visit = .applicant(
            ApplicantVisit(
                identity: identity, session: session, photo: admission.photo, applications: session.applications))
        guard session.phone != nil else {
            screen = .phoneEntry(PhoneEntry())
            return []
        }
        guard session.hasSignature else {
            screen = .signaturePad(SignaturePad())
            return []
        }
        return enterList(identity)
    }

    mutating func enterList(_ identity: IdentityRecord) -> [Command] {
        screen = .applicationList
        return begin(.openDraft(of: identity.number))
    }
}

extension KioskModel {
    /// What speaks against this card today, so that nobody can go on with it.
    func bars(on record: IdentityRecord) -> [IdentityProblem] {
        record.problems(on: today).filter { $0 != .expired || settings.refusesExpiredCards }
    }
}
