import Core
import Foundation
import Terminal

// The enterprise's card, its session, its list.
extension KioskModel {
    mutating func awaitCertificate() -> [Command] {
        if forgottenCards.contains(.enterprise) {
            screen = .certificateReading(CardReading(phase: .forgottenCard(until: cardDeadline)))
            return []
        }
        if let fault = devices.fault(of: .enterprise) {
            screen = .certificateReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        }
        guard devices.hasCard(.enterprise) else {
            screen = .certificateReading(CardReading(phase: .awaitingCard(until: cardDeadline)))
            return []
        }
        return readCertificate()
    }

    mutating func readCertificate() -> [Command] {
        screen = .certificateReading(CardReading(phase: .reading))
        lastTouch = now
        errands.drop(.foreground)
        return begin(.readCertificate)
    }

    mutating func act(_ action: Action.CertificateReading) -> [Command] {
        guard case .certificateReading(let reading) = screen else { return [] }
        switch action {
        case .home: return goHome()
        case .retry: return reading.isAwaiting ? awaitCertificate() : []
        }
    }

    /// Before a session, and again before each seal: how many tries the card has left.
    mutating func takeCertificate(_ result: Result<CertificateFound, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.certificateReading, .success(let found)):
            if found.lastDay < today {
                screen = .certificateReading(CardReading(phase: .expired(found, until: cardDeadline)))
                return []
            }
            cardWatch = .steady
            lastTouch = now
            screen = .pinEntry(
                PINEntry(
                    purpose: .session, certificate: found, triesLeft: found.triesLeft, order: digitOrder()))
            return []
        case (.certificateReading, .failure(.card(let fault))):
            screen = .certificateReading(CardReading(phase: .failed(fault, until: cardDeadline)))
            return []
        case (.certificateReading, .failure(let trouble)):
            screen = .certificateReading(CardReading(phase: .awaitingCard(until: cardDeadline)))
            return stumble(trouble)
        case (.pinEntry(var entry), .success(let found)):
            entry.triesLeft = found.triesLeft
            screen = .pinEntry(entry)
            return []
        case (_, .failure(let trouble)): return stumble(trouble)
        case (_, .success): return []
        }
    }

    private mutating func digitOrder() -> [Int] {
        let order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
        return settings.shufflesPIN ? order.shuffled(using: &dice) : order
    }

    mutating func takeAdmission(_ result: Result<EnterpriseSession, Trouble>) -> [Command] {
        guard case .pinEntry(let entry) = screen else { return [] }
        switch result {
        case .success(let session):
            entry.pin.erase()
            visit = .enterprise(
                EnterpriseVisit(session: session, certificate: entry.certificate, applications: session.applications))
            screen = .pendingList
            return []
        case .failure(let trouble): return pinFailed(entry, trouble)
        }
    }
}

// MARK: PIN

extension KioskModel {
    mutating func act(_ action: Action.PINEntry) -> [Command] {
        guard case .pinEntry(var entry) = screen, !isBusy else { return [] }
        switch action {
        case .key(let key):
            guard !entry.isBlocked, !entry.asksBeforeLastTry else { return [] }
            entry.pin.take(key, limit: PINEntry.lengths.upperBound)
            entry.problem = nil
            screen = .pinEntry(entry)
            return []
        case .submit:
            guard let triesLeft = entry.triesLeft else { return begin(.readCertificate) }
            guard entry.isComplete, !entry.isBlocked, !entry.asksBeforeLastTry else { return [] }
            guard triesLeft == 1 else { return use(entry) }
            entry.asksBeforeLastTry = true
            screen = .pinEntry(entry)
            return []
        case .confirmLastTry(let isConfirmed):
            guard entry.asksBeforeLastTry else { return [] }
            entry.asksBeforeLastTry = false
            if !isConfirmed { entry.pin.erase() }
            screen = .pinEntry(entry)
            return isConfirmed ? use(entry) : []
        case .back: return leave(entry)
        }
    }

    private mutating func use(_ entry: PINEntry) -> [Command] {
        switch entry.purpose {
        case .session: return begin(.openEnterpriseSession(pin: entry.pin))
        case .seal(let registration):
            guard case .enterprise(let visit) = visit else { return [] }
            return begin(
                .seal(registration, by: visit.session.enterprise, pin: entry.pin, visit.session.token))
        }
    }

    private mutating func leave(_ entry: PINEntry) -> [Command] {
        entry.pin.erase()
        switch entry.purpose {
        case .session: return end(.byPerson)
        case .seal(let registration):
            screen = .review(FormReview(id: registration.id, registration: registration, isAgreed: true))
            return showSignedForm(registration)
        }
    }

    /// The typed PIN goes, the opinion and everything else stays. A blocked card is never tried again.
    mutating func pinFailed(_ entry: PINEntry, _ trouble: Trouble) -> [Command] {
        var entry = entry
        entry.pin.erase()
        switch trouble {
        case .card(.wrongPIN(let triesLeft)):
            entry.triesLeft = triesLeft
            entry.problem = triesLeft > 0 ? .wrong(triesLeft: triesLeft) : .blocked
        case .card(.pinBlocked):
            entry.triesLeft = 0
            entry.problem = .blocked
        case .card, .store, .printer, .storage, .paper, .staff, .file, .attachment, .signature, .machine:
            screen = .pinEntry(entry)
            return stumble(trouble)
        }
        screen = .pinEntry(entry)
        return []
    }
}

extension PINEntry {
    var isComplete: Bool { Self.lengths.contains(pin.count) }
}

// MARK: Review and seal

extension KioskModel {
    mutating func act(_ action: Action.FormReview) -> [Command] {
        guard case .review(var review) = screen, let token = visit.token, !isBusy else { return [] }
        switch action {
        case .look(let action):
            review.look.take(action, of: review.typeset?.pictures.count ?? 0)
            screen = .review(review)
            return []
        case .agree(let isAgreed):
            review.isAgreed = isAgreed
            screen = .review(review)
            return []
        case .seal:
            guard review.isAgreed, let registration = review.registration else { return [] }
            return askSealPIN(registration)
        case .sendBack:
            guard let registration = review.registration else { return [] }
            screen = .formReturn(FormReturn(registration: registration, review: review))
            return []
        case .retry: return begin(.loadRegistration(review.id, token))
        case .back: return backToList()
        }
    }

    /// The PIN is asked for at each seal, and the tries left are read anew.
    mutating func askSealPIN(_ registration: Registration) -> [Command] {
        guard case .enterprise(let visit) = visit else { return [] }
        screen = .pinEntry(
            PINEntry(purpose: .seal(registration), certificate: visit.certificate, order: digitOrder()))
        return begin(.readCertificate)
    }

    mutating func act(_ action: Action.Sealed) -> [Command] {
        guard case .sealed(let id) = screen else { return [] }
        switch action {
        case .print: return startPrinting(id)
        case .list: return backToList()
        }
    }
}
