import Terminal

// What a finger draws goes to the screen that has the canvas; to any other it is nothing.
extension KioskModel {
    mutating func take(_ drawn: DrawnStroke) -> [Command] {
        switch screen {
        case .enterpriseName(let entry):
            drawn.canvas == ScreenView.writingCanvas ? write(drawn.stroke, entry) : []
        case .wordsEntry(let entry):
            drawn.canvas == ScreenView.writingCanvas ? write(drawn.stroke, entry) : []
        case .signaturePad(let pad):
            drawn.canvas == SignaturePad.canvas && !isBusy ? sign(pad, drawn.stroke) : []
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .applicationList,
            .kindChoice, .form, .enterprisePhone, .filing, .preview, .signed, .detail, .certificateReading, .pinEntry,
            .pendingList, .review, .sealed, .printing, .ended, .changeGuide, .educationHours,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .confirmedList,
            .certificateList, .certificate, .rename,
            .formReturn, .cornerOpening, .staff, .technician:
            []
        }
    }
}
