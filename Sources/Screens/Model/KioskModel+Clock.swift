import Core
package import Foundation
import Terminal

// The idle time-out is handled here, once, above the screens.
extension KioskModel {
    /// Seconds until the visit ends, while the warning stands over the screen.
    package var warningSeconds: Int? {
        guard let limit = idleLimit else { return nil }
        let idle = Int(now.timeIntervalSince(lastTouch))
        return idle >= limit ? max(0, limit + settings.warning - idle) : nil
    }

    /// Seconds without a touch before the warning; nil where a countdown of the screen's own leads home.
    private var idleLimit: Int? {
        switch screen {
        case .welcome, .cardReading, .certificateReading, .ended: nil
        case .privacyNotice, .identityReview, .applicationList, .kindChoice, .changeGuide, .signed, .detail, .pinEntry,
            .pendingList, .confirmedList, .certificateList, .certificate, .rename, .sealed, .printing, .cornerOpening,
            .staff:
            unhurried(settings.idle)
        case .phoneEntry, .codeEntry, .signaturePad, .form, .enterpriseName, .enterprisePhone, .educationHours,
            .wordsEntry, .filing, .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload,
            .scan, .takeAlong,
            .preview, .review, .formReturn, .technician:
            unhurried(settings.idleOnForms)
        }
    }

    /// Never less than large print, or listening, needs.
    private func unhurried(_ seconds: Int) -> Int {
        let isSlow = presentation.printSize == .large || presentation.isVoiced
        return isSlow ? max(seconds, settings.idleInLargePrint) : seconds
    }

    /// A second has passed.
    mutating func pass() -> [Command] {
        if warningSeconds == 0 { return end(.idle) }
        switch cardWatch {
        case .lost(let since), .rechecking(let since):
            if now.timeIntervalSince(since) >= TimeInterval(settings.readerGrace) { return end(.readerLost) }
        case .steady: break
        }
        if let home = ownDeadline, home <= now { return goHome() }
        greetAnew()
        return remindOfCard() + refreshWhenDue()
    }

    /// Where the screen itself counts down to the welcome screen.
    package var ownDeadline: Date? {
        switch screen {
        case .cardReading(let reading), .certificateReading(let reading): return reading.deadline
        case .ended(let ended): return ended.isWaiting ? nil : ended.until
        case .welcome, .privacyNotice, .identityReview, .phoneEntry, .codeEntry, .signaturePad, .applicationList,
            .kindChoice,
            .changeGuide, .form, .enterpriseName, .enterprisePhone, .educationHours, .wordsEntry, .filing, .preview,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong, .signed,
            .detail,
            .pinEntry, .pendingList, .confirmedList, .certificateList, .certificate, .rename, .review, .formReturn,
            .sealed, .printing,
            .cornerOpening, .staff, .technician:
            return nil
        }
    }

    /// Whole seconds until an instant, never below 0.
    func seconds(until instant: Date) -> Int { max(0, Int(instant.timeIntervalSince(now).rounded(.up))) }

    /// Whoever comes next to an idle welcome screen finds the hall's own look, and no notice of another's.
    private mutating func greetAnew() {
        guard case .welcome = screen, now.timeIntervalSince(lastTouch) >= TimeInterval(settings.idle) else { return }
        presentation = settings.presentation
        isHelpOpen = false
        notice = nil
    }

    mutating func refreshList() -> [Command] {
        guard let token = visit.token, !isBusy else { return [] }
        return [errands.command(.loadApplications(token), in: .refresh)]
    }

    /// What other channels have changed is asked for while the list is looked at.
    private mutating func refreshWhenDue() -> [Command] {
        let second = Int(now.timeIntervalSince1970)
        guard second % refreshPeriod == 0 else { return [] }
        switch screen {
        case .applicationList, .signed, .detail, .pendingList, .confirmedList, .certificateList, .certificate, .rename,
            .sealed:
            return refreshList()
        case .staff(.home): return isBusy ? [] : showStaffHome()
        case .technician(.machine): return isBusy ? [] : [errands.command(.readMachine, in: .refresh)]
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .signaturePad,
            .kindChoice,
            .changeGuide, .form, .enterpriseName, .enterprisePhone, .educationHours, .wordsEntry, .filing, .preview,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .certificateReading,
            .pinEntry, .review, .formReturn, .printing, .ended, .cornerOpening, .staff,
            .technician:
            return []
        }
    }
}

extension KioskModel {
    /// Seconds. A machine that has just started soon says what it is.
    private var refreshPeriod: Int {
        if case .technician(.machine(let page)) = screen, page.survey == nil { return 1 }
        return max(1, settings.refresh)
    }
}

extension CardReading {
    package var deadline: Date? {
        switch phase {
        case .awaitingCard(let until), .forgottenCard(let until), .failed(_, let until), .expired(_, let until): until
        case .reading: nil
        }
    }
}
