import Core

/// The advice that is the same whenever it is given: no number of tries, no day in it.
enum SpokenFaults {
    static var all: [FaultAdvice] {
        cards + store + staff + printer.map(\.advice) + storage.map(\.advice)
            + PaperFault.allCases.map(\.advice) + IdentityProblem.allCases.map(\.advice) + fields
    }

    private static var cards: [FaultAdvice] {
        let ofReader: [(ReaderRole) -> CardFault] = [
            CardFault.readerMissing, CardFault.noCard, CardFault.removed, CardFault.mute, CardFault.unknownCard,
            CardFault.unreadable, CardFault.busy, CardFault.timedOut,
        ]
        return ReaderRole.allCases.flatMap { role in ofReader.map { $0(role).advice } }
            + [CardFault.serviceDown, .pinBlocked].map(\.advice)
    }

    private static var store: [FaultAdvice] {
        let plain: [StoreFault] = [
            .unreachable, .notEnrolled, .sessionEnded, .codeExpired, .enterpriseUnknown, .notFound, .notPermitted,
            .misunderstood,
        ]
        return (plain + CertificateFinding.allCases.map { .certificateRejected($0) }).map(\.advice)
    }

    private static var staff: [FaultAdvice] {
        ([.noRole, .visitOpen, .notSetUp, .listMissing] + CertificateFinding.allCases.map { .rejected($0) }
            as [StaffFault])
            .map(\.advice)
    }

    private static let printer: [PrinterFault] = [
        .outOfPaper, .jam, .coverOpen, .outOfInk, .unreachable, .serviceDown, .stopped,
    ]

    private static let storage: [StorageFault] = [.full, .damaged, .unavailable, .keyMismatch, .newer]

    /// Beside a field; those of documents and phones that say no length.
    private static var fields: [FaultAdvice] {
        let rules: [FormProblem.Rule] = [
            .missing, .notVerified, .notTicked, .inFuture, .wrongFormat, .differsFromRecord,
        ]
        return FormField.allCases.flatMap { field in rules.map { FormProblem(field, $0).advice } }
            + [DocumentNumberProblem.characters, .region, .birth, .check].map(\.advice)
            + [PhoneNumberProblem.characters, .notMobile].map(\.advice)
    }
}

extension FaultAdvice {
    /// What the person reads, with the code to read out on the phone.
    func words(in language: Language) -> String {
        switch language {
        case .chinese: "\(applicant.chinese)（\(code)）"
        case .english: "\(applicant.english) (\(code))"
        }
    }

    /// The same without the code, for a remark beside a field.
    func remark(in language: Language) -> String {
        switch language {
        case .chinese: applicant.chinese
        case .english: applicant.english
        }
    }
}
