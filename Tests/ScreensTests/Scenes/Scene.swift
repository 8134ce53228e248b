import Core
import Foundation
import Terminal

@testable import Screens

/// Every screen in every state that looks different.
enum Scene: String, CaseIterable {
    case welcome, welcomeReaderGone, welcomeServiceDown, privacy
    case cardAwaited, cardForgotten, cardReading, cardRemoved, cardMute, cardUnknown, cardServiceDown
    case identity, identityRevealed, identityExpired, identityUnreachable
    case phone, phoneInvalid, phoneCode, phoneCodeWrong, phoneCodeExpired, signature, signatureDrawn, signatureSmall
    case signatureSource, signatureBrought
    case listEmpty, listFull, listDraft, kinds, kindsBarred
    case formEmpty, formProblems, formUnknownEnterprise, formFull, formNoRecords, formPhoto, formPhotoDamaged
    case name, nameMatches, nameCandidates, nameWriting, nameWays, enterprisePhone
    case saving, savingOffline, savingRefused, savingFailed
    case preview, previewEnlarged, signingCode, signingCodeWrong, signed, signedThenAccepted
    case detailSaved, detailAccepted, detailReturned, detailEditWarning, detailCorrection, detailNotAccepted
    case certificateAwaited, certificateFailed, certificateExpired
    case pin, pinTyped, pinWrong, pinLastTry, pinLastTryQuestion, pinBlocked, pinRejected, pinUnread
    case pendingEmpty, pending, review, reviewPaper, reviewAgreed, sealPIN, sealing, sealed, sealedWaiting,
        sealedPrinterOut
    case printOrdering, printWaiting, printPrinting, printHeld, printGone, printPrinted, printFailed, printUnknown
    case printAlready, printNotOrdered
    case endedByPerson, endedRemoved, endedIdle, endedForgottenCard, endedPrinting, endedOtherCard, endedReaderLost
    case returnReasons, returnChosen, returnWords, returnWordsDigits, returnWordsWriting, returning, returnedNotice
    case kindsRegistered, kindsClosing, kindsNotYet, kindsExpired, replaceQuestion, changeGuide, changeGuideBarred
    case renewal, renewalProblems, renewalFull, hours
    case cancellation, cancellationProblems, cancellationFull, cancellationWords
    case cancellationReview, cancellationSealed, cancellationPrinted
    case confirmed, confirmedEmpty, confirmedSearch, confirmedFound, confirmedNotFound
    case detailWithdrawQuestion, withdrawing, withdrawnNotice
    case listRenamed, certificates, certificatesEmpty, certificatesNotLoaded, certificateIssued, certificateRenamed
    case certificateExchange, certificateNoPhoto, certificateExpiredHeld, certificateVoid, certificatePreparing
    case certificateCollected, certificateEnlarged, collecting, exchanging, certificatePrinted
    case takeAlong, takeAlongNoStick, takingOnStick, takenOnStick, stickFull, takeByPhone, takeByPhoneOpened
    case takenByPhone, takeFormAlong, detailPaper, detailPaperEnlarged, paperNotVerified
    case rename, renameNothing, renameNotLoaded, renameQuestion, renaming, renameRefused, renamed, renamesPrinting
    case sealingOffline, receiptPrinted, correctionAlready
    case warning, readerRecovering, staffCalled, help, helpSwitched, refusedLater, identityWanted, certificateWanted
    case sessionRenewed
    case cornerOpening, cornerRefused, cornerVisitOpen, staffHome, staffAlone, staffPrinterOut, staffNumber
    case staffNumberTyped, staffDocument, staffDocumentWrong, staffDocumentRight, staffDay, staffDayWrong, staffDayRight
    case staffScan, staffScanRunning, staffScanUnknown, staffScanNoNotice
    case staffBatch, staffBatchPrinting, staffBatchHeld, staffBatchFailed, staffBatchUnknown, staffBatchRefused
    case staffBatchDone, staffHandOver, staffHandOverPrinted
    case staffCard, staffNothing, staffResults, staffCopy, staffCopyChosen, staffPrinting
    case staffHeld, staffPrinted, staffCorrection, staffNonAcceptance, staffReceipt
    case elsewhere, elsewhereProblems, elsewhereOverdue, province, qualificationNumber, qualificationDate
    case source, sourceNoStick, stickReading, stick, stickGone, fileReview, photoReview, photoAgreed
    case phoneUpload, phoneOpened
    case scanAsking, scanLoaded, scanGlass, scanEmpty, scanOpen, scanRunning, scanJammed, scanReview, scanMore
    case scanReduced, scanPhoto, exchangeSource, exchangeBrought
    case technicianHome, technicianAlone, selfTest, selfTestRunning, selfTestDone, survey, log, touchTest
    case machine, machineUnknown, machineReset, machineOrdering, machineDone

    var walk: Walk {
        get throws {
            switch self {
            case .welcome, .welcomeReaderGone, .welcomeServiceDown, .privacy, .cardAwaited, .cardForgotten,
                .cardReading, .cardRemoved,
                .cardMute, .cardUnknown, .cardServiceDown, .identity, .identityRevealed, .identityExpired,
                .identityUnreachable:
                try identification
            case .phone, .phoneInvalid, .phoneCode, .phoneCodeWrong, .phoneCodeExpired, .signature, .signatureDrawn,
                .signatureSmall, .listEmpty, .listFull,
                .listDraft, .kinds, .kindsBarred:
                try applications
            case .formEmpty, .formProblems, .formUnknownEnterprise, .formFull, .formNoRecords, .formPhoto,
                .formPhotoDamaged, .name, .nameMatches, .nameCandidates, .nameWriting, .nameWays, .enterprisePhone:
                try form
            case .saving, .savingOffline, .savingRefused, .savingFailed, .preview, .previewEnlarged, .signingCode,
                .signingCodeWrong, .signed, .signedThenAccepted, .detailSaved, .detailAccepted, .detailReturned,
                .detailEditWarning, .detailCorrection, .detailNotAccepted:
                try signing
            case .certificateAwaited, .certificateFailed, .certificateExpired, .pin, .pinTyped, .pinWrong,
                .pinLastTry, .pinLastTryQuestion, .pinBlocked, .pinRejected, .pinUnread, .pendingEmpty, .pending,
                .review, .reviewPaper, .reviewAgreed, .sealPIN, .sealing, .sealed, .sealedWaiting, .sealedPrinterOut:
                try enterprise
            case .returnReasons, .returnChosen, .returnWords, .returnWordsDigits, .returnWordsWriting, .returning,
                .returnedNotice:
                try returning
            case .kindsRegistered, .kindsClosing, .kindsNotYet, .kindsExpired, .replaceQuestion, .changeGuide,
                .changeGuideBarred:
                try choosing
            case .renewal, .renewalProblems, .renewalFull, .hours: try renewing
            case .cancellation, .cancellationProblems, .cancellationFull, .cancellationWords, .cancellationReview,
                .cancellationSealed, .cancellationPrinted:
                try cancelling
            case .confirmed, .confirmedEmpty, .confirmedSearch, .confirmedFound, .confirmedNotFound: try confirming
            case .detailWithdrawQuestion, .withdrawing, .withdrawnNotice: try withdrawal
            case .listRenamed, .certificates, .certificatesEmpty, .certificatesNotLoaded, .certificateIssued,
                .certificateRenamed,
                .certificateExchange, .certificateNoPhoto, .certificateExpiredHeld, .certificateVoid,
                .certificatePreparing, .certificateCollected, .certificateEnlarged, .collecting, .exchanging,
                .certificatePrinted:
                try certifying
            case .takeAlong, .takeAlongNoStick, .takingOnStick, .takenOnStick, .stickFull, .takeByPhone,
                .takeByPhoneOpened, .takenByPhone, .takeFormAlong, .detailPaper, .detailPaperEnlarged,
                .paperNotVerified:
                try taking
            case .rename, .renameNothing, .renameNotLoaded, .renameQuestion, .renaming, .renameRefused, .renamed,
                .renamesPrinting:
                try renames
            case .sealingOffline, .receiptPrinted, .correctionAlready:
                try otherPapers
            case .printOrdering, .printWaiting, .printPrinting, .printHeld, .printGone, .printPrinted, .printFailed,
                .printUnknown, .printAlready, .printNotOrdered, .endedByPerson, .endedRemoved, .endedIdle,
                .endedForgottenCard,
                .endedPrinting, .endedOtherCard, .endedReaderLost, .warning, .readerRecovering,
                .staffCalled, .help, .helpSwitched, .refusedLater, .identityWanted,
                .certificateWanted, .sessionRenewed:
                try ending
            case .cornerOpening, .cornerRefused, .cornerVisitOpen, .staffHome, .staffAlone, .staffPrinterOut,
                .staffNumber, .staffNumberTyped, .staffDocument, .staffDocumentWrong, .staffDocumentRight, .staffDay,
                .staffDayWrong, .staffDayRight, .staffScan, .staffScanRunning, .staffScanUnknown, .staffScanNoNotice,
                .staffBatch, .staffBatchPrinting, .staffBatchHeld, .staffBatchFailed, .staffBatchUnknown,
                .staffBatchRefused, .staffBatchDone, .staffHandOver, .staffHandOverPrinted, .staffCard, .staffNothing,
                .staffResults,
                .staffCopy,
                .staffCopyChosen, .staffPrinting, .staffHeld, .staffPrinted, .staffCorrection, .staffNonAcceptance,
                .staffReceipt:
                try staff
            case .elsewhere, .elsewhereProblems, .elsewhereOverdue, .province, .qualificationNumber, .qualificationDate,
                .source, .sourceNoStick, .stickReading, .stick, .stickGone, .fileReview, .photoReview, .photoAgreed,
                .phoneUpload, .phoneOpened, .signatureSource, .signatureBrought, .scanAsking, .scanLoaded, .scanGlass,
                .scanEmpty, .scanOpen, .scanRunning, .scanJammed, .scanReview, .scanMore, .scanReduced, .scanPhoto,
                .exchangeSource, .exchangeBrought:
                try files
            case .technicianHome, .technicianAlone, .selfTest, .selfTestRunning, .selfTestDone, .survey, .log,
                .touchTest, .machine, .machineUnknown, .machineReset, .machineOrdering, .machineDone:
                try technician
            }
        }
    }

    private var identification: Walk {
        get throws {
            var walk = Walk()
            switch self {
            case .welcomeReaderGone: walk.card(.readerGone(.identity))
            case .welcomeServiceDown: walk.card(.serviceDown)
            case .privacy: walk.act(.welcome(.personal))
            case .cardAwaited, .cardReading, .cardRemoved, .cardMute, .cardUnknown, .cardServiceDown:
                walk.act(.welcome(.personal))
                walk.act(.privacy(.agree))
                if self != .cardAwaited { walk.card(.placed(.identity)) }
                if self == .cardRemoved { walk.card(.removed(.identity)) }
                if self == .cardMute { walk.card(.mute(.identity)) }
                if self == .cardServiceDown { walk.card(.serviceDown) }
                if self == .cardUnknown { try walk.answer(.identity(.failure(.card(.unknownCard(.identity))))) }
            case .cardForgotten:
                walk = try .list()
                walk.act(.anywhere(.leave))
                walk.act(.ended(.home))
                walk.act(.welcome(.personal))
                walk.act(.privacy(.agree))
            case .identity: walk = try .identified()
            case .identityRevealed:
                walk = try .identified()
                walk.act(.identity(.reveal(true)))
            case .identityExpired: walk = try .identified(Samples.identity(lastDay: Samples.day(2024, 5, 1)))
            case .identityUnreachable:
                walk = try .identified()
                walk.act(.identity(.confirm))
                try walk.answer(.applicantAdmitted(.failure(.store(.unreachable))))
            default: break
            }
            return walk
        }
    }

    private var applications: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .phoneInvalid:
                walk = try .newUser()
                walk.type("1380000") { .phone(.key($0)) }
                walk.act(.phone(.send))
            case .phoneCode: walk = try .phoneCode()
            case .phoneCodeWrong:
                walk = try .phoneCode()
                walk.type("111111") { .code(.key($0)) }
                walk.act(.code(.submit))
                try walk.answer(.applicantAdmitted(.failure(.store(.wrongCode(triesLeft: 4)))))
            case .phoneCodeExpired:
                walk = try .phoneCode()
                walk.act(.code(.key(.character("1"))))
                walk.send(.tick(Samples.now.addingTimeInterval(60)))
                walk.send(.touched)
                walk.send(.tick(Samples.now.addingTimeInterval(150)))
                walk.send(.touched)
                walk.send(.tick(Samples.now.addingTimeInterval(240)))
                walk.send(.touched)
                walk.send(.tick(Samples.now.addingTimeInterval(301)))
                walk.send(.touched)
            case .listEmpty: walk = try .list()
            case .listFull: walk = try .list([.personallySigned])
            case .listDraft:
                walk = try .list(
                    draft: Draft(applicationID: Samples.applicationID, form: .initial(Samples.form(isDeclared: false))))
            case .signature, .signatureDrawn, .signatureSmall:
                walk = try .signature()
                guard self != .signature else { break }
                let end = self == .signatureDrawn ? (900, 700) : (540, 520)
                walk.draw(on: "signature", from: (500, 500), to: end)
                if self == .signatureSmall { walk.act(.signature(.done)) }
            case .kinds, .kindsBarred:
                walk = try .list(self == .kinds ? [] : [.personallySigned])
                walk.act(.list(.new))
            default: walk = try .newUser()
            }
            return walk
        }
    }

    private var form: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .formProblems:
                walk = try .emptyForm()
                walk.act(.form(.editPhone))
                walk.type("0216468") { .enterprisePhone(.key($0)) }
                walk.act(.enterprisePhone(.done))
                walk.act(.form(.save))
            case .formUnknownEnterprise:
                walk = try .emptyForm()
                walk.act(.form(.editName))
                walk.act(.enterpriseName(.key(.mode(.digits))))
                walk.type("123") { .enterpriseName(.key($0)) }
                walk.act(.enterpriseName(.key(.confirm)))
                try walk.answer(.enterprise(.failure(.store(.enterpriseUnknown))))
            case .formFull: walk = try .fullForm()
            case .formNoRecords: walk = try .emptyForm(hasRecords: false)
            case .formPhoto:
                walk = try .emptyForm()
                try walk.answer(.photo(.success(Samples.portrait)))
            case .formPhotoDamaged:
                walk = try .emptyForm()
                try walk.answer(.photo(.failure(.paper(.cannotTypeset))))
            case .name, .nameMatches, .nameCandidates:
                walk = try .emptyForm()
                walk.act(.form(.editName))
                guard self != .name else { break }
                walk.type("shsl") { .enterpriseName(.key($0)) }
                try walk.answer(
                    .composition(
                        Composition(preedit: "sh sl", candidates: ["上海", "生活", "社会", "时候", "收拾", "是啊"])))
                if self == .nameMatches {
                    try walk.answer(.matches([Samples.enterprise(), Samples.longEnterprise()]))
                }
            case .nameWriting:
                walk = try .emptyForm()
                walk.act(.form(.editName))
                walk.act(.enterpriseName(.key(.mode(.handwriting))))
                for y in [220, 500, 800] { walk.draw(from: (150, y), to: (850, y)) }
                try walk.answer(.composition(Composition(candidates: ["三", "兰", "二"])))
            case .nameWays:
                walk = try .emptyForm()
                walk.act(.form(.editName))
                walk.act(.enterpriseName(.show(.ways)))
            case .enterprisePhone:
                walk = try .emptyForm()
                walk.act(.form(.editPhone))
                walk.type("021646") { .enterprisePhone(.key($0)) }
            default: walk = try .emptyForm()
            }
            return walk
        }
    }

    private var signing: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .savingOffline:
                walk = try .saving()
                walk.send(.network(isReachable: false))
            case .savingRefused:
                walk = try .saving()
                try walk.refused(.form([FormProblem(.qualification, .differsFromRecord)]))
            case .savingFailed:
                walk = try .fullForm()
                walk.act(.form(.save))
                try walk.answer(.filed(.failure(.storage(.full))))
            case .preview: walk = try .preview()
            case .previewEnlarged:
                walk = try .preview()
                walk.act(.preview(.look(.enlarge(true))))
            case .signingCode:
                walk = try .signingCode()
                walk.type("48") { .code(.key($0)) }
            case .signingCodeWrong:
                walk = try .signingCode()
                walk.type("111111") { .code(.key($0)) }
                walk.act(.code(.submit))
                try walk.answer(.filed(.failure(.store(.wrongCode(triesLeft: 2)))))
            case .signed: walk = try .signed()
            case .signedThenAccepted:
                walk = try .signed()
                walk.send(.changed([try Samples.status(.accepted)]))
            case .detailSaved: walk = try .detail(.saved)
            case .detailAccepted: walk = try .detail(.accepted)
            case .detailReturned: walk = try .detail(.returnedByEnterprise)
            case .detailCorrection: walk = try .detail(.correctionRequired)
            case .detailNotAccepted: walk = try .detail(.notAccepted)
            case .detailEditWarning:
                walk = try .detail(.personallySigned)
                walk.act(.detail(.edit))
            default: walk = try .saving()
            }
            return walk
        }
    }

    private var enterprise: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .certificateAwaited, .certificateFailed:
                walk = Walk()
                walk.act(.welcome(.enterprise))
                guard self == .certificateFailed else { break }
                walk.card(.placed(.enterprise))
                try walk.answer(.certificate(.failure(.card(.unknownCard(.enterprise)))))
            case .certificateExpired:
                walk = Walk()
                walk.card(.placed(.enterprise))
                let found = CertificateFound(
                    enterpriseName: try Samples.enterprise().name, code: nil, serial: "01",
                    lastDay: try Samples.day(2026, 1, 1), triesLeft: 3)
                try walk.answer(.certificate(.success(found)))
            case .pinTyped, .pinWrong, .pinBlocked, .pinRejected:
                walk = try .pin()
                walk.type("123456") { .pin(.key($0)) }
                guard self != .pinTyped else { break }
                walk.act(.pin(.submit))
                let trouble: Trouble =
                    switch self {
                    case .pinWrong: .card(.wrongPIN(triesLeft: 2))
                    case .pinBlocked: .card(.pinBlocked)
                    default: .store(.certificateRejected(.revoked))
                    }
                try walk.answer(.enterpriseAdmitted(.failure(trouble)))
            case .pinLastTry, .pinLastTryQuestion:
                walk = try .pin(triesLeft: 1)
                walk.type("123456") { .pin(.key($0)) }
                if self == .pinLastTryQuestion { walk.act(.pin(.submit)) }
            case .pinUnread:
                walk = try .review(isAgreed: true)
                walk.act(.review(.seal))
                try walk.answer(.certificate(.failure(.card(.busy(.enterprise)))))
            case .pendingEmpty: walk = try .pending([])
            case .pending: walk = try .pending()
            case .review: walk = try .review()
            case .reviewPaper:
                walk = try .review()
                try walk.answer(.typeset(.success(Samples.typeset())))
            case .reviewAgreed: walk = try .review(isAgreed: true)
            case .sealPIN: walk = try .sealPIN()
            case .sealing: walk = try .sealing()
            case .sealed: walk = try .sealed()
            case .sealedWaiting: walk = try .sealed(.sealed)
            case .sealedPrinterOut:
                walk = try .sealed()
                walk.send(.printer(.unreachable))
            default: walk = try .pin()
            }
            return walk
        }
    }

    private var ending: Walk {
        get throws {
            var walk: Walk
            switch self {
            case .printOrdering: walk = try .printing()
            case .printWaiting: walk = try .printing(.waiting)
            case .printPrinting: walk = try .printing(.printing(sheet: 1, of: 1))
            case .printHeld: walk = try .printing(.held(.outOfPaper))
            case .printGone: walk = try .printing(.held(.unreachable))
            case .printPrinted: walk = try .printing(.ended(.printed(at: Samples.now)))
            case .printFailed: walk = try .printing(.ended(.failed(reason: "aborted")))
            case .printUnknown: walk = try .printing(.ended(.unknown))
            case .printAlready:
                walk = try .printing()
                try walk.answer(.printing(.success(.alreadyPrinted(sheets: 1))))
            case .printNotOrdered:
                walk = try .printing()
                try walk.answer(.printing(.failure(.store(.unreachable))))
            case .endedRemoved:
                walk = try .fullForm()
                walk.card(.removed(.identity))
            case .endedIdle:
                walk = try .signed()
                walk.pass(seconds: 95)
            case .endedForgottenCard:
                walk = try .list()
                walk.act(.anywhere(.leave))
            case .endedPrinting:
                walk = try .printing(.printing(sheet: 1, of: 1))
                walk.card(.removed(.enterprise))
            case .endedOtherCard:
                walk = try .fullForm()
                walk.card(.serviceDown)
                walk.card(.serviceUp)
                walk.card(.placed(.identity))
                try walk.answer(.identity(.success(Samples.otherIdentity())))
            case .endedReaderLost:
                walk = try .fullForm()
                walk.card(.readerGone(.identity))
                walk.pass(seconds: 16)
            case .refusedLater:
                walk = try .saving()
                walk.act(.filing(.goOn))
                try walk.refused(.form([FormProblem(.qualification, .differsFromRecord)]))
            case .identityWanted:
                walk = try Self.cardAwaited.walk
                walk.card(.placed(.enterprise))
                try walk.answer(.certificate(.success(Samples.certificate())))
            case .certificateWanted:
                walk = Walk()
                walk.act(.welcome(.enterprise))
                walk.card(.placed(.identity))
            case .sessionRenewed:
                walk = try .pending()
                walk.act(.list(.open(Samples.applicationID)))
                try walk.answer(.registration(.failure(.store(.sessionEnded))))
                try walk.answer(.certificate(.success(Samples.certificate())))
            case .warning:
                walk = try .fullForm()
                walk.pass(seconds: 125)
            case .readerRecovering:
                walk = try .fullForm()
                walk.card(.serviceDown)
            case .help:
                walk = try .list([.personallySigned])
                walk.act(.anywhere(.showHelp(true)))
            case .helpSwitched:
                walk = Walk()
                walk.act(.anywhere(.contrast(.high)))
                walk.act(.anywhere(.voice(true)))
                walk.act(.anywhere(.showHelp(true)))
            case .staffCalled:
                walk = Walk()
                walk.act(.anywhere(.callStaff))
            default:
                walk = try .list()
                walk.card(.removed(.identity))
            }
            return walk
        }
    }
}
