import Core
import Foundation
import Terminal

@testable import Screens

/// Everything that can go wrong, by the part that it comes from.
enum Troubles {
    static func cards(_ role: ReaderRole) -> [Trouble] {
        [
            .serviceDown, .readerMissing(role), .noCard(role), .removed(role), .mute(role), .unknownCard(role),
            .unreadable(role), .busy(role), .timedOut(role), .refused(role, statusWord: 0x6985),
        ].map { .card($0) }
    }

    static let pin: [Trouble] = [.card(.wrongPIN(triesLeft: 2)), .card(.wrongPIN(triesLeft: 1)), .card(.pinBlocked)]

    static let store: [Trouble] = [
        .store(.unreachable), .store(.notEnrolled), .store(.notFound), .store(.misunderstood),
        .store(.internalError(reference: "R1")),
    ]

    static let code: [Trouble] = [
        .store(.wrongCode(triesLeft: 3)), .store(.wrongCode(triesLeft: 0)), .store(.codeExpired),
    ]

    static let storage: [Trouble] = [
        .storage(.full), .storage(.damaged), .storage(.unavailable), .storage(.keyMismatch), .storage(.newer),
    ]

    static let paper: [Trouble] = [.paper(.cannotTypeset), .paper(.signatureInvalid), .paper(.otherContent)]

    static let files: [Trouble] =
        FileFault.allCases.map { .file($0) }
        + [AttachmentFinding.notPDF, .noPages, .locked, .notJPEG, .damagedPhoto].map { .attachment($0) }

    static let printer: [Trouble] = [.printer(.unreachable), .printer(.serviceDown)]
}

extension Work {
    /// What may come back instead of a result.
    var troubles: [Trouble] {
        switch self {
        case .readIdentity: Troubles.cards(.identity)
        case .readCertificate: Troubles.cards(.enterprise)
        case .openApplicantSession, .loadApplications, .loadRegistration, .loadCertificates, .loadRenameOffer:
            Troubles.store
        case .verifyEnterprise: Troubles.store + [.store(.enterpriseUnknown)]
        case .requestPhoneCode, .requestSigningCode: Troubles.store + [.store(.tooManyCodes(retryAfter: 40))]
        case .keepSignature: Troubles.store
        case .registerApplicant: Troubles.store + Troubles.code
        case .openEnterpriseSession:
            Troubles.cards(.enterprise) + Troubles.pin + Troubles.store
                + CertificateFinding.allCases.map { .store(.certificateRejected($0)) }
        case .openDraft, .beginDraft, .keepDraft, .save, .returnToApplicant, .withdraw, .collect, .exchange,
            .rename, .awaitReceipt:
            Troubles.storage
        case .typesetForm, .decodePhoto: [.paper(.cannotTypeset)]
        case .showSignedForm: Troubles.store + [.paper(.otherContent)]
        case .showPaper, .showCertificate: Troubles.store + [.paper(.otherContent), .paper(.notVerified)]
        case .signPersonally: Troubles.store + Troubles.code + Troubles.storage + Troubles.paper
        case .seal:
            Troubles.cards(.enterprise) + Troubles.pin + Troubles.store + Troubles.storage + Troubles.paper
        case .printNotice, .printPaper: Troubles.store + Troubles.storage + Troubles.printer + [.paper(.cannotTypeset)]
        case .listStick, .readStick, .scan: Troubles.files + SignaturePictureProblem.allCases.map { .signature($0) }
        case .openUpload, .openDownload: Troubles.store
        case .putOnStick: Troubles.store + Troubles.files + [.paper(.notVerified)]
        case .awaitUpload, .awaitDownload: Troubles.store + Troubles.files
        case .keepFile: Troubles.storage
        case .openCorner:
            Troubles.cards(.enterprise)
                + [StaffFault.noRole, .rejected(.expired), .visitOpen, .notSetUp].map { .staff($0) }
        case .searchAsStaff: Troubles.store + [.store(.notPermitted)]
        case .printHandOver: Troubles.printer + [.paper(.cannotTypeset)]
        case .searchByCard: Troubles.cards(.identity) + Troubles.store
        case .printCopy, .printFirstCopy:
            Troubles.store + Troubles.storage + Troubles.printer + [.paper(.cannotTypeset), .store(.notPermitted)]
        case .readMachine: [.machine(.noAppliance), .machine(.notReported), .machine(.unanswered)]
        case .orderMachine:
            Troubles.cards(.enterprise) + Troubles.store + MachineFault.allCases.map { .machine($0) }
        case .dropDraft, .watchScanner, .stopScan, .searchEnterprises, .compose, .confirmSheet, .cancelPrint, .selfTest,
            .surveyKiosk, .endVisit,
            .callStaff, .remindOfCard:
            []
        }
    }

    /// The answer that says so.
    func failure(_ trouble: Trouble) -> Answer? {
        switch answerKind {
        case .identity: .identity(.failure(trouble))
        case .certificate: .certificate(.failure(trouble))
        case .applicantAdmitted: .applicantAdmitted(.failure(trouble))
        case .enterpriseAdmitted: .enterpriseAdmitted(.failure(trouble))
        case .codeSent: .codeSent(.failure(trouble))
        case .signatureKept: .signatureKept(.failure(trouble))
        case .applications: .applications(.failure(trouble))
        case .registration: .registration(.failure(trouble))
        case .enterprise: .enterprise(.failure(trouble))
        case .draft: .draft(.failure(trouble))
        case .draftKept: .draftKept(.failure(trouble))
        case .typeset: .typeset(.failure(trouble))
        case .photo: .photo(.failure(trouble))
        case .filed: .filed(.failure(trouble))
        case .receipt: .receipt(.failure(trouble))
        case .printing: .printing(.failure(trouble))
        case .staffCard: .staffCard(.failure(trouble))
        case .corner: .corner(.failure(trouble))
        case .staffFound: .staffFound(.failure(trouble))
        case .certificates: .certificates(.failure(trouble))
        case .renameOffer: .renameOffer(.failure(trouble))
        case .folder: .folder(.failure(trouble))
        case .found: .found(.failure(trouble))
        case .uploadOpened: .uploadOpened(.failure(trouble))
        case .upload: .upload(.failure(trouble))
        case .fileKept: .fileKept(.failure(trouble))
        case .onStick: .onStick(.failure(trouble))
        case .handOverPrinted: .handOverPrinted(.failure(trouble))
        case .machine: .machine(.failure(trouble))
        case .machineObeyed: .machineObeyed(.failure(trouble))
        case .matches, .composition, .scanner, .selfTest, .survey, nil: nil
        }
    }
}

extension Frame {
    /// Everything that can be read on the screen, line breaks and frames left out, so that a wrapped sentence is found.
    var text: String {
        grid.lines.joined().filter { !" │║┌┐└┘─╔╗╚╝═▏".contains($0) }
    }

    func shows(_ words: String) -> Bool { text.contains(words.filter { $0 != " " }) }
}
