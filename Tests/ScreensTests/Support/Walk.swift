import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// A model and the commands it has given; the test answers them in the place of the world.
struct Walk {
    var model: KioskModel
    /// Commands that nobody has answered yet, oldest first.
    var open: [Command] = []
    /// Every command so far.
    var all: [Command] = []
    /// Cards that a test will take away at the end.
    var forgetful: Set<ReaderRole> = []

    init(settings: KioskSettings = Samples.settings()) {
        model = KioskModel(settings: settings, now: Samples.now, seed: 7)
    }

    @discardableResult
    mutating func send(_ message: Message) -> [Work] {
        let commands = model.update(message)
        open += commands
        all += commands
        return commands.map(\.work)
    }

    @discardableResult
    mutating func act(_ action: Action) -> [Work] { send(.act(action)) }

    @discardableResult
    mutating func card(_ event: CardEvent) -> [Work] { send(.card(event)) }

    /// Answers the newest open command that expects an answer of this kind.
    @discardableResult
    mutating func answer(_ answer: Answer) throws -> [Work] {
        let index = try #require(
            open.lastIndex { $0.work.answerKind == answer.question }, "on \(screen) nobody asked for \(answer.kind)")
        return send(.answer(open.remove(at: index).id, answer))
    }

    /// One stroke, in thousandths of the canvas.
    @discardableResult
    mutating func draw(
        on canvas: NodeID = ScreenView.writingCanvas, from start: (Int, Int), to end: (Int, Int)
    ) -> [Work] {
        let stroke = Stroke([Stroke.Point(x: start.0, y: start.1), Stroke.Point(x: end.0, y: end.1)])
        return send(.drew(DrawnStroke(canvas: canvas, stroke: stroke)))
    }

    mutating func pass(seconds: Int) {
        for _ in 0..<seconds { send(.tick(model.now.addingTimeInterval(1))) }
    }

    mutating func type(_ digits: String, _ action: (KeyboardKey) -> Action) {
        for digit in digits { act(action(.character(digit))) }
    }

    func frame(_ size: Size = Size(width: 80, height: 30)) -> Frame<Action> {
        Frame(model.view(size: size), size: size)
    }

    var screen: String { model.screen.name }
}

enum AnswerKind: Hashable {
    case identity, certificate, applicantAdmitted, enterpriseAdmitted, codeSent, signatureKept, applications,
        registration, certificates, renameOffer, enterprise
    case draft, draftKept, matches, composition, typeset, photo, filed, receipt, printing
    case staffCard, corner, staffFound, handOverPrinted, selfTest, survey, folder, found, uploadOpened, upload, fileKept
    case onStick, scanner, machine, machineObeyed
}

extension Answer {
    var kind: AnswerKind {
        switch self {
        case .identity: .identity
        case .certificate: .certificate
        case .applicantAdmitted: .applicantAdmitted
        case .enterpriseAdmitted: .enterpriseAdmitted
        case .codeSent: .codeSent
        case .signatureKept: .signatureKept
        case .applications: .applications
        case .registration: .registration
        case .enterprise: .enterprise
        case .draft: .draft
        case .draftKept: .draftKept
        case .matches: .matches
        case .composition: .composition
        case .typeset: .typeset
        case .photo: .photo
        case .filed: .filed
        case .receipt: .receipt
        case .printing: .printing
        case .staffCard: .staffCard
        case .corner: .corner
        case .staffFound: .staffFound
        case .handOverPrinted: .handOverPrinted
        case .certificates: .certificates
        case .renameOffer: .renameOffer
        case .selfTest: .selfTest
        case .survey: .survey
        case .folder: .folder
        case .found: .found
        case .scanner: .scanner
        case .uploadOpened: .uploadOpened
        case .upload: .upload
        case .fileKept: .fileKept
        case .onStick: .onStick
        case .machine: .machine
        case .machineObeyed: .machineObeyed
        }
    }

    /// What this answers to: a staff card is found where a certificate was looked for.
    var question: AnswerKind { kind == .staffCard ? .certificate : kind }
}

extension Work {
    /// Nil where no answer comes.
    var answerKind: AnswerKind? {
        switch self {
        case .readIdentity: .identity
        case .readCertificate: .certificate
        case .openApplicantSession, .registerApplicant: .applicantAdmitted
        case .openEnterpriseSession: .enterpriseAdmitted
        case .requestPhoneCode, .requestSigningCode: .codeSent
        case .keepSignature: .signatureKept
        case .loadApplications: .applications
        case .loadRegistration: .registration
        case .loadCertificates: .certificates
        case .loadRenameOffer: .renameOffer
        case .verifyEnterprise: .enterprise
        case .openDraft, .beginDraft: .draft
        case .keepDraft: .draftKept
        case .searchEnterprises: .matches
        case .compose: .composition
        case .save, .signPersonally, .seal, .returnToApplicant, .withdraw, .collect, .exchange, .rename: .filed
        case .typesetForm, .showSignedForm, .showPaper, .showCertificate: .typeset
        case .listStick: .folder
        case .readStick, .scan: .found
        case .openUpload, .openDownload: .uploadOpened
        case .awaitUpload, .awaitDownload: .upload
        case .putOnStick: .onStick
        case .watchScanner: .scanner
        case .keepFile: .fileKept
        case .decodePhoto: .photo
        case .awaitReceipt: .receipt
        case .printNotice, .printPaper, .printCopy, .printFirstCopy: .printing
        case .openCorner: .corner
        case .searchAsStaff, .searchByCard: .staffFound
        case .printHandOver: .handOverPrinted
        case .selfTest: .selfTest
        case .surveyKiosk: .survey
        case .readMachine: .machine
        case .orderMachine: .machineObeyed
        case .dropDraft, .stopScan, .confirmSheet, .cancelPrint, .endVisit, .callStaff, .remindOfCard: nil
        }
    }
}
