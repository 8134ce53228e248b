import Core
import Screens

extension Work {
    /// The PIN or code that the screens lend.
    var secret: Secret? {
        switch self {
        case .registerApplicant(_, let code, _), .signPersonally(_, _, let code, _): code
        case .openEnterpriseSession(let pin), .seal(_, _, let pin, _): pin
        case .readIdentity, .readCertificate, .openApplicantSession, .requestPhoneCode, .keepSignature,
            .loadApplications,
            .loadRegistration, .loadCertificates, .showCertificate, .loadRenameOffer, .collect, .exchange, .rename,
            .printPaper, .verifyEnterprise, .requestSigningCode, .openDraft, .beginDraft, .keepDraft, .dropDraft,
            .searchEnterprises, .compose, .save, .typesetForm, .returnToApplicant, .withdraw, .showSignedForm,
            .decodePhoto, .awaitReceipt,
            .printNotice, .confirmSheet, .cancelPrint, .openCorner, .searchAsStaff, .searchByCard, .printCopy,
            .printFirstCopy, .printHandOver, .listStick, .readStick, .watchScanner, .scan, .stopScan, .openUpload,
            .awaitUpload, .keepFile,
            .putOnStick, .openDownload, .awaitDownload, .showPaper, .selfTest,
            .surveyKiosk, .readMachine, .orderMachine, .endVisit, .callStaff, .remindOfCard:
            nil
        }
    }

    /// A card may be read, and staff called, before anybody has begun and without an end to follow.
    var belongsToVisit: Bool {
        switch self {
        case .readIdentity, .readCertificate, .callStaff, .remindOfCard, .endVisit: false
        case .openApplicantSession, .requestPhoneCode, .registerApplicant, .keepSignature, .openEnterpriseSession,
            .loadApplications,
            .loadRegistration, .loadCertificates, .showCertificate, .loadRenameOffer, .collect, .exchange, .rename,
            .printPaper, .verifyEnterprise, .requestSigningCode, .openDraft, .beginDraft, .keepDraft, .dropDraft,
            .searchEnterprises, .compose, .save, .typesetForm, .returnToApplicant, .withdraw, .showSignedForm,
            .decodePhoto, .signPersonally, .seal,
            .awaitReceipt, .printNotice, .confirmSheet, .cancelPrint, .openCorner, .searchAsStaff, .searchByCard,
            .printCopy, .printFirstCopy, .printHandOver, .listStick, .readStick, .watchScanner, .scan, .stopScan,
            .openUpload, .awaitUpload,
            .keepFile, .putOnStick, .openDownload, .awaitDownload, .showPaper, .selfTest, .surveyKiosk, .readMachine,
            .orderMachine:
            true
        }
    }

    private func lending(_ secret: Secret) -> Work {
        switch self {
        case .registerApplicant(let ticket, _, let session):
            .registerApplicant(ticket, code: secret, session)
        case .signPersonally(let registration, let photo, _, let session):
            .signPersonally(registration, photo: photo, code: secret, session)
        case .openEnterpriseSession: .openEnterpriseSession(pin: secret)
        case .seal(let registration, let enterprise, _, let session):
            .seal(registration, by: enterprise, pin: secret, session)
        default: self
        }
    }

    fileprivate var withOwnSecret: Work { secret.map { lending($0.copy()) } ?? self }
}

extension Command {
    /// The same with a copy of its secret: the screen may erase its own as soon as the person leaves.
    var withOwnSecret: Command { Command(id: id, work: work.withOwnSecret) }
}
