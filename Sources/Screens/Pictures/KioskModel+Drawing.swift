import Terminal

// What a finger draws goes to the screen that has the canvas; to any other it is nothing.
extension KioskModel {
    mutating func take(_ drawn: DrawnStroke) -> [Command] {
        switch screen {
        case .enterpriseName(let entry):
            guard drawn.canvas == ScreenView.writingCanvas, entry.mode == .handwriting else { return [] }
            return write(drawn.stroke)
        case .signaturePad(let pad):
            guard drawn.canvas == SignaturePad.canvas, !isBusy else { return [] }
            return sign(pad, drawn.stroke)
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .applicationList,
            .kindChoice, .form, .enterprisePhone, .filing, .preview, .signed, .detail, .certificateReading, .pinEntry,
            .pendingList, .review, .sealed, .printing, .ended, .changeGuide, .educationHours,
            .wordsEntry, .confirmedList, .certificateList, .certificate, .rename, .formReturn, .cornerOpening, .staff,
            .technician:
            return []
        }
    }
}
