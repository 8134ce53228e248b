import Core
import Foundation

/// Whether the card of the visit is surely on its reader.
enum CardWatch: Hashable, Sendable {
    case steady
    /// The reader or pcscd went away: nobody knows what lies there.
    case lost(since: Date)
    /// It is back; is it the same card?
    case rechecking(since: Date)
}

// Cards are handled here, once, above the screens.
extension KioskModel {
    /// The reader on which this visit's card must stay.
    var boundReader: ReaderRole? {
        switch screen {
        case .welcome, .privacyNotice, .cardReading, .certificateReading, .ended: nil
        case .identityReview, .phoneEntry, .signaturePad, .applicationList, .kindChoice, .changeGuide, .form,
            .enterpriseName,
            .enterprisePhone, .educationHours, .preview, .signed, .province, .qualificationDate, .sourceChoice, .stick,
            .fileReview, .phoneUpload, .scan, .certificateList, .certificate:
            .identity
        case .pinEntry, .pendingList, .confirmedList, .rename, .review, .formReturn, .sealed, .cornerOpening, .staff,
            .technician:
            .enterprise
        case .codeEntry, .wordsEntry, .filing, .detail, .printing, .takeAlong:
            switch visit {
            case .enterprise, .corner: .enterprise
            case .applicant, .none: .identity
            }
        }
    }

    mutating func take(_ event: CardEvent) -> [Command] {
        devices.note(event)
        switch event {
        case .placed(let role): return cardPlaced(role)
        case .removed(let role): return cardRemoved(role)
        case .mute(let role): return cardMute(role)
        case .readerGone(let role):
            if role == boundReader { loseCard() }
            return readerFailed(role)
        case .serviceDown:
            if boundReader != nil { loseCard() }
            return readerFailed(.identity) + readerFailed(.enterprise)
        case .readerBack, .serviceUp: return []
        }
    }

    private mutating func cardPlaced(_ role: ReaderRole) -> [Command] {
        if notice == .cardWantedAt(role) { notice = nil }
        if role == boundReader { return recheckCard(role) }
        switch (screen, role) {
        case (.welcome, .identity):
            if !forgottenCards.contains(role) { screen = .privacyNotice }
            return []
        case (.welcome, .enterprise):
            return forgottenCards.contains(role) ? [] : readCertificate()
        case (.cardReading(let reading), .identity): return reading.isAwaiting ? awaitIdentity() : []
        case (.certificateReading(let reading), .enterprise): return reading.isAwaiting ? awaitCertificate() : []
        case (.staff(.card), .identity): return searchByCard()
        // The last visit is over, whatever its farewell still says: this is the next one.
        case (.ended(let ended), _) where !ended.isWaiting && !forgottenCards.contains(role):
            return goHome() + cardPlaced(role)
        case (_, .enterprise): return lookAtStranger()
        case (_, .identity):
            noteWantedCard(at: .enterprise)
            return []
        }
    }

    /// Somebody who is asked for one card and presents another is told so; what the other is does not matter.
    mutating func noteWantedCard(at role: ReaderRole) {
        switch (screen, role) {
        case (.cardReading(let reading), .identity), (.certificateReading(let reading), .enterprise):
            if reading.isAwaiting { notice = .cardWantedAt(role) }
        case (_, _): break
        }
    }

    private mutating func cardRemoved(_ role: ReaderRole) -> [Command] {
        if case .cardWantedAt(let wanted) = notice, wanted != role { notice = nil }
        forgottenCards.remove(role)
        if forgottenCards.isEmpty { cardAlarm = nil }
        if case .ended(var ended) = screen, ended.forgottenCard == role {
            ended.forgottenCard = nil
            ended.until = max(ended.until, farewellDeadline)
            screen = .ended(ended)
        }
        if role == boundReader {
            guard case .steady = cardWatch else { return [] }
            return end(.cardRemoved(role))
        }
        return readingLost(role, .removed(role))
    }

    private mutating func cardMute(_ role: ReaderRole) -> [Command] {
        if role == boundReader {
            loseCard()
            return []
        }
        return readingLost(role, .mute(role))
    }

    private mutating func readerFailed(_ role: ReaderRole) -> [Command] {
        devices.fault(of: role).map { readingLost(role, $0) } ?? []
    }

    /// A card was being read, or waited for, and something came between.
    private mutating func readingLost(_ role: ReaderRole, _ fault: CardFault) -> [Command] {
        switch (screen, role) {
        case (.cardReading(let reading), .identity):
            if let next = reading.after(fault, until: cardDeadline) { screen = .cardReading(next) }
        case (.certificateReading(let reading), .enterprise):
            if let next = reading.after(fault, until: cardDeadline) { screen = .certificateReading(next) }
        case (_, _): return []
        }
        errands.drop(.foreground)
        return []
    }

    var farewellDeadline: Date { now.addingTimeInterval(TimeInterval(settings.farewell)) }
    var cardDeadline: Date { now.addingTimeInterval(TimeInterval(settings.cardWait)) }
}

extension CardReading {
    var isAwaiting: Bool {
        switch phase {
        case .awaitingCard, .failed, .expired: true
        case .forgottenCard, .reading: false
        }
    }

    /// Nil when the fault changes nothing: an empty reader stays an empty reader.
    fileprivate func after(_ fault: CardFault, until deadline: Date) -> CardReading? {
        switch (phase, fault) {
        // The read knew it before the reader did: the words stay.
        case (.failed(.removed, _), .removed): nil
        case (.forgottenCard, .removed), (.failed, .removed), (.expired, .removed):
            CardReading(phase: .awaitingCard(until: deadline))
        case (.awaitingCard, .removed): nil
        case (_, _): CardReading(phase: .failed(fault, until: deadline))
        }
    }
}

// MARK: A card that may have been changed unseen

extension KioskModel {
    private mutating func loseCard() {
        switch cardWatch {
        case .steady, .rechecking: cardWatch = .lost(since: now)
        case .lost: break
        }
        errands.drop(.recheck)
    }

    private mutating func recheckCard(_ role: ReaderRole) -> [Command] {
        guard case .lost(let since) = cardWatch else { return [] }
        cardWatch = .rechecking(since: since)
        switch role {
        case .identity: return [errands.command(.readIdentity, in: .recheck)]
        case .enterprise: return [errands.command(.readCertificate, in: .recheck)]
        }
    }

    mutating func takeRecheck(_ answer: Answer) -> [Command] {
        guard case .rechecking(let since) = cardWatch else { return [] }
        if answer.trouble != nil {
            cardWatch = .lost(since: since)
            return []
        }
        guard isSameCard(answer) else { return end(.otherCard) }
        cardWatch = .steady
        if case .pinEntry(var entry) = screen, case .certificate(.success(let found)) = answer, !isBusy {
            entry.triesLeft = found.triesLeft
            screen = .pinEntry(entry)
        }
        return []
    }

    private func isSameCard(_ answer: Answer) -> Bool {
        switch answer {
        case .identity(.success(let record)): record.number == presentIdentity?.number
        case .certificate(.success(let found)): found.serial == presentCertificate?.serial
        case .staffCard(.success(let found)): found == presentStaffCard
        case .identity, .certificate, .applicantAdmitted, .enterpriseAdmitted, .codeSent, .signatureKept, .applications,
            .registration, .certificates, .renameOffer, .enterprise, .draft, .draftKept, .matches, .composition,
            .typeset, .photo, .filed, .receipt,
            .printing, .staffCard, .corner, .staffFound, .handOverPrinted, .selfTest, .survey, .folder, .found,
            .uploadOpened, .upload, .scanner, .onStick, .machine, .machineObeyed,
            .fileKept:
            false
        }
    }

    private var presentIdentity: IdentityRecord? {
        if case .applicant(let visit) = visit { return visit.identity }
        if case .identityReview(let review) = screen { return review.record }
        return nil
    }

    private var presentStaffCard: StaffCardFound? {
        if case .corner(let visit) = visit { return visit.card }
        if case .cornerOpening(let card) = screen { return card }
        return nil
    }

    private var presentCertificate: CertificateFound? {
        if case .enterprise(let visit) = visit { return visit.certificate }
        if case .pinEntry(let entry) = screen { return entry.certificate }
        return nil
    }
}
