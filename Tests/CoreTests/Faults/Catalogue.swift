import Core
import Foundation

/// Every fault there is. Each list is a chain: what follows each case is said by an exhaustive switch, so a case that
/// is new does not compile until it has its place.
enum Catalogue {
    static let cardFaults = ReaderRole.allCases.flatMap { role in
        Array(sequence(first: CardFault.serviceDown) { next($0, role) })
    }

    private static func next(_ fault: CardFault, _ role: ReaderRole) -> CardFault? {
        switch fault {
        case .serviceDown: .readerMissing(role)
        case .readerMissing: .noCard(role)
        case .noCard: .removed(role)
        case .removed: .mute(role)
        case .mute: .unknownCard(role)
        case .unknownCard: .unreadable(role)
        case .unreadable: .busy(role)
        case .busy: .timedOut(role)
        case .timedOut: .wrongPIN(triesLeft: 2)
        case .wrongPIN(2): .wrongPIN(triesLeft: 1)
        case .wrongPIN: .pinBlocked
        case .pinBlocked: .refused(role, statusWord: 0x6A82)
        case .refused: nil
        }
    }

    static let storeFaults = Array(
        sequence(first: StoreFault.unreachable) { fault in
            switch fault {
            case .unreachable: .notEnrolled
            case .notEnrolled: .sessionEnded
            case .sessionEnded: .wrongCode(triesLeft: 2)
            case .wrongCode(2): .wrongCode(triesLeft: 0)
            case .wrongCode: .codeExpired
            case .codeExpired: .tooManyCodes(retryAfter: 60)
            case .tooManyCodes: .enterpriseUnknown
            case .enterpriseUnknown: .certificateRejected(.untrusted)
            case .certificateRejected: .notFound
            case .notFound: .notPermitted
            case .notPermitted: .internalError(reference: "0f3a9c21-5b7d-4e18-9a44-6f2c1d8e7b90")
            case .internalError: .misunderstood
            case .misunderstood: nil
            }
        })

    static let staffFaults = Array(
        sequence(first: StaffFault.noRole) { fault in
            switch fault {
            case .noRole: .rejected(.expired)
            case .rejected: .visitOpen
            case .visitOpen: .notSetUp
            case .notSetUp: .listMissing
            case .listMissing: nil
            }
        })

    static let printerFaults = Array(
        sequence(first: PrinterFault.outOfPaper) { fault in
            switch fault {
            case .outOfPaper: .jam
            case .jam: .coverOpen
            case .coverOpen: .outOfInk
            case .outOfInk: .unreachable
            case .unreachable: .serviceDown
            case .serviceDown: .stopped
            case .stopped: .other(keyword: "fuser-over-temp")
            case .other: nil
            }
        })

    static let storageFaults = Array(
        sequence(first: StorageFault.full) { fault in
            switch fault {
            case .full: .damaged
            case .damaged: .unavailable
            case .unavailable: .keyMismatch
            case .keyMismatch: .newer
            case .newer: nil
            }
        })

    static let entryRefusals = Array(
        sequence(first: EntryRefusal.transition(.otherKind)) { refusal in
            switch refusal {
            case .transition: .form([FormProblem(.photo, .missing), FormProblem(.declaration, .notTicked)])
            case .form: .otherApplicationOpen
            case .otherApplicationOpen: .notEligible(.notRegistered)
            case .notEligible: .applicantUnknown
            case .applicantUnknown: .applicationUnknown
            case .applicationUnknown: .enterpriseUnknown
            case .enterpriseUnknown: .signature(.missing)
            case .signature: .attachment(.educationProof, .noPages)
            case .attachment: .certificateUnknown
            case .certificateUnknown: .certificate(.sameName)
            case .certificate: nil
            }
        })

    static let certificateRefusals = Array(
        sequence(first: RegistrationCertificate.Refusal.notPossible(event: .collect, state: .void)) { refusal in
            switch refusal {
            case .notPossible: .notYours(role: .enterprise, event: .collect)
            case .notYours: .otherEnterprise
            case .otherEnterprise: .sameName
            case .sameName: .expired(on: CivilDate(shanghai: Date(timeIntervalSince1970: 1_795_320_000)))
            case .expired: nil
            }
        })

    static let attachmentFindings = Array(
        sequence(first: AttachmentFinding.notPDF) { finding in
            switch finding {
            case .notPDF: .noPages
            case .noPages: .locked
            case .locked: .notJPEG
            case .notJPEG: .damagedPhoto
            case .damagedPhoto: .wrongMeasure(width: 295, height: 413)
            case .wrongMeasure: .tooLarge(limit: 2_097_152)
            case .tooLarge: .tooSmall(minimum: 10_240)
            case .tooSmall: .otherContent
            case .otherContent: .tooMany
            case .tooMany: nil
            }
        })

    static let transitionRefusals = Array(
        sequence(first: Registration.Refusal.notPossible(event: .seal, state: .approved)) { refusal in
            switch refusal {
            case .notPossible: .notYours(role: .enterprise, event: .edit)
            case .notYours: .otherEnterprise
            case .otherEnterprise: .otherKind
            case .otherKind: .wrongPaper
            case .wrongPaper: .reasonMissing
            case .reasonMissing: nil
            }
        })

    static func offerReasons(on day: CivilDate) -> [KindOffer.Reason] {
        Array(
            sequence(first: KindOffer.Reason.applicationOpen(.cancellation, state: .returnedByEnterprise)) { reason in
                switch reason {
                case .applicationOpen: .notRegistered
                case .notRegistered: .alreadyRegistered(until: day)
                case .alreadyRegistered: .renewalNotYetOpen(opens: day)
                case .renewalNotYetOpen: .registrationExpired(on: day)
                case .registrationExpired: nil
                }
            })
    }

    static let documentNumberProblems = Array(
        sequence(first: DocumentNumberProblem.length(found: 17, expected: 18)) { problem in
            switch problem {
            case .length: .characters
            case .characters: .region
            case .region: .birth
            case .birth: .check
            case .check: nil
            }
        })

    static let phoneNumberProblems = Array(
        sequence(first: PhoneNumberProblem.characters) { problem in
            switch problem {
            case .characters: .length(found: 10)
            case .length: .notMobile
            case .notMobile: nil
            }
        })

    static let creditCodeProblems = Array(
        sequence(first: CreditCodeProblem.length(found: 17)) { problem in
            switch problem {
            case .length: .characters
            case .characters: .check
            case .check: nil
            }
        })

    static let formRules = Array(
        sequence(first: FormProblem.Rule.missing) { rule in
            switch rule {
            case .missing: .notVerified
            case .notVerified: .notTicked
            case .notTicked: .inFuture
            case .inFuture: .wrongFormat
            case .wrongFormat: .wrongLength(found: 9)
            case .wrongLength: .tooFew(minimum: 40)
            case .tooFew: .tooLarge(limit: 2_097_152)
            case .tooLarge: .tooSmall(minimum: 10_240)
            case .tooSmall: .differsFromRecord
            case .differsFromRecord: nil
            }
        })

    static let formProblems = FormField.allCases.flatMap { field in formRules.map { FormProblem(field, $0) } }

    /// Those that the rules or the store can really find; docs/failures.md lists these alone.
    static let possibleFormProblems = formProblems.filter { problem in
        switch (problem.field, problem.rule) {
        case (.declaration, .notTicked), (.enterprise, .notVerified), (.educationHours, .tooFew): true
        case (.qualification, .wrongFormat), (.photo, .differsFromRecord): true
        case (.qualification, .inFuture), (.qualification, .differsFromRecord): true
        case (.enterprisePhone, .wrongFormat), (.enterprisePhone, .wrongLength): true
        case (.photo, .wrongFormat), (.photo, .tooLarge), (.photo, .tooSmall): true
        case (.qualificationScan, .wrongFormat), (.qualificationScan, .tooLarge): true
        case (.educationProof, .wrongFormat), (.educationProof, .tooLarge): true
        case (let field, .missing): field != .declaration
        default: false
        }
    }
}
