import Core
import Foundation

// As long as nobody else is being served, a forgotten card makes itself heard.
extension KioskModel {
    /// A second has passed.
    mutating func remindOfCard() -> [Command] {
        guard var alarm = cardAlarm, !forgottenCards.isEmpty, isVacant, alarm.ringsAt <= now else { return [] }
        alarm.ringsAt = now.addingTimeInterval(TimeInterval(settings.cardAlarm))
        let isDue = now.timeIntervalSince(alarm.since) >= TimeInterval(settings.cardCall)
        let callsStaff = isDue && !alarm.hasCalledStaff
        if callsStaff { alarm.hasCalledStaff = true }
        cardAlarm = alarm
        return [errands.command(.remindOfCard(callsStaff: callsStaff), in: .none)]
    }

    private var isVacant: Bool {
        switch screen {
        case .welcome, .ended: true
        case .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .applicationList, .kindChoice,
            .form, .enterpriseName, .enterprisePhone, .filing, .preview, .signed, .detail, .certificateReading,
            .pinEntry, .pendingList, .review, .sealed, .printing, .signaturePad, .changeGuide,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .educationHours,
            .wordsEntry, .confirmedList, .certificateList, .certificate, .rename, .formReturn, .cornerOpening, .staff,
            .technician:
            false
        }
    }
}
