import Core
import Foundation

// One way out for everybody: the model is replaced, and that is the privacy wipe.
extension KioskModel {
    mutating func end(_ reason: EndReason) -> [Command] {
        guard needsEnding else { return goHome() }
        let ended = farewell(reason)
        eraseSecrets()
        if let card = ended.forgottenCard {
            forgottenCards.insert(card)
            cardAlarm = CardAlarm(since: now, pause: settings.cardAlarm)
        }
        wipe(leavingOn: .ended(ended))
        return [errands.command(.endVisit, in: .none)]
    }

    /// Back to the welcome screen from where nobody has been named yet.
    mutating func goHome() -> [Command] {
        eraseSecrets()
        wipe(leavingOn: .welcome)
        return []
    }

    private var needsEnding: Bool {
        if case .none = visit { boundReader != nil } else { true }
    }

    /// Keeps what belongs to the kiosk, not to the person; everything else starts anew.
    private mutating func wipe(leavingOn screen: Screen) {
        var fresh = KioskModel(settings: settings, now: now, seed: 0)
        fresh.devices = devices
        fresh.forgottenCards = forgottenCards
        fresh.cardAlarm = cardAlarm
        fresh.dice = dice
        fresh.errands = errands
        fresh.errands.dropAll()
        fresh.screen = screen
        // The last words are shown as the person wanted to read; what the next person finds is the hall's own.
        if !hasEnded { fresh.presentation = presentation }
        self = fresh
    }

    private var hasEnded: Bool { if case .ended = screen { true } else { false } }

    private func eraseSecrets() {
        switch screen {
        case .codeEntry(let entry): entry.code.erase()
        case .pinEntry(let entry): entry.pin.erase()
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .applicationList, .kindChoice,
            .changeGuide, .form, .enterpriseName, .enterprisePhone, .educationHours, .wordsEntry, .filing, .preview,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .signed, .detail, .certificateReading, .pendingList, .confirmedList, .certificateList, .certificate,
            .rename, .review, .formReturn, .sealed,
            .printing, .ended, .cornerOpening, .staff, .technician, .signaturePad:
            break
        }
    }

    private func farewell(_ reason: EndReason) -> Ended {
        var ended = Ended(
            reason: reason, until: farewellDeadline,
            forgottenCard: boundReader.flatMap { devices.hasCard($0) ? $0 : nil }, remainders: remainders)
        if case .printing(let printing) = screen, case .following(let token, let progress) = printing.phase,
            !progress.isEnd
        {
            ended.print = token
            ended.progress = progress
        }
        return ended
    }

    private var remainders: Set<Remainder> {
        var found: Set<Remainder> = []
        if case .applicant(let visit) = visit, let draft = visit.draft, draft.pendingEntry == nil {
            found.insert(.draftKept)
        }
        if case .filing(let filing) = screen { found.formUnion(filing.remainders) }
        if case .printing(let printing) = screen, case .following(_, let progress) = printing.phase, !progress.isEnd {
            found.insert(.printing)
        }
        return found
    }

    mutating func act(_ action: Action.Ended) -> [Command] {
        guard case .ended = screen else { return [] }
        switch action {
        case .home: return goHome()
        }
    }
}

extension Ended {
    /// A card to be taken, or a sheet: the last words stand until then.
    var isWaiting: Bool { forgottenCard != nil || (print != nil && progress.map { !$0.isEnd } ?? true) }
}

extension Filing {
    fileprivate var remainders: Set<Remainder> {
        switch (phase, purpose) {
        case (.underWay, _), (.failed(_, filed: .some), _): [.filingUnderWay]
        case (.preparing, .personalSignature), (.failed, .personalSignature): [.signatureNotFiled]
        case (.preparing, .seal), (.failed, .seal): [.sealNotFiled]
        case (.preparing, .save), (.failed, .save), (.preparing, .returning), (.failed, .returning),
            (.preparing, .withdrawal), (.failed, .withdrawal), (.preparing, .collection), (.failed, .collection),
            (.preparing, .exchange), (.failed, .exchange), (.preparing, .renaming), (.failed, .renaming), (.opening, _),
            (.refused, _):
            []
        }
    }
}

extension PrintProgress {
    /// The order's story is over for this screen; an unknown one still needs a person.
    package var isEnd: Bool {
        switch self {
        case .waiting, .printing, .held: false
        case .ended(let state):
            switch state {
            case .printed, .failed, .cancelled: true
            case .unknown, .ready, .submitting, .accepted: false
            }
        }
    }
}
