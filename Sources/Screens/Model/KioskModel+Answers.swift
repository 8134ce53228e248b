import Core

extension KioskModel {
    mutating func take(_ answer: Answer, to id: CommandID) -> [Command] {
        guard let lane = errands.settle(id) else { return [] }
        switch lane {
        case .foreground: return takeAwaited(answer)
        case .renewal: return takeRenewal(answer)
        case .recheck: return takeRecheck(answer)
        case .stranger: return takeStranger(answer)
        case .refresh: return takeRefresh(answer)
        case .receipt: return takeLateReceipt(answer)
        case .keeping:
            if let trouble = answer.trouble { notice = .trouble(trouble) }
            return []
        case .search: return takeMatches(answer)
        case .composition: return takeComposition(answer)
        case .picture: return takePicture(answer)
        case .upload: return takePhoneNews(answer)
        case .scanner: return takeScanner(answer)
        case .none: return []
        }
    }

    private mutating func takeAwaited(_ answer: Answer) -> [Command] {
        if answer.trouble == .store(.sessionEnded) { return renewSession() }
        errands.forgetForeground()
        return switch answer {
        case .identity(let result): takeIdentity(result)
        case .certificate(let result): takeCertificate(result)
        case .applicantAdmitted(let result): takeAdmission(result)
        case .enterpriseAdmitted(let result): takeAdmission(result)
        case .codeSent(let result): takeTicket(result)
        case .signatureKept(let result): takeSignatureKept(result)
        case .registration(let result): takeRegistration(result)
        case .enterprise(let result): takeEnterprise(result)
        case .certificates(let result): takeCertificates(result)
        case .renameOffer(let result): takeRenameOffer(result)
        case .draft(let result): takeDraft(result)
        case .typeset(let result): takeTypeset(result)
        case .filed(let result): takeFiled(result)
        case .receipt(let result): takeReceipt(result)
        case .printing(let result): takePrintStart(result)
        case .staffCard(let result): takeStaffCard(result)
        case .corner(let result): takeCorner(result)
        case .staffFound(let result): takeFound(result)
        case .handOverPrinted(let result): takeHandOver(result)
        case .selfTest(let part, let result): takeTest(of: part, result)
        case .survey(let survey): takeSurvey(survey)
        case .machine(let result): takeMachine(result)
        case .machineObeyed(let result): takeObeyed(result)
        case .folder(let result): takeFolder(result)
        case .found(let result): takeFound(result)
        case .uploadOpened(let result): takeOpened(result)
        case .fileKept(let result): takeKept(result)
        case .onStick(let result): takeOnStick(result)
        case .upload, .scanner, .applications, .draftKept, .matches, .composition, .photo: []
        }
    }

    /// The applications of the list, asked for by the clock; a failure only means that they are older.
    private mutating func takeRefresh(_ answer: Answer) -> [Command] {
        if case .machine(let result) = answer { return takeNews(of: result) }
        if case .staffFound(let result) = answer { return takeToday(result) }
        if case .registration(let result) = answer { return takeNews(result) }
        guard case .applications(let result) = answer else { return [] }
        switch result {
        case .success(let applications):
            visit.replaceApplications(applications)
            return []
        case .failure(.store(.sessionEnded)): return renewSession()
        case .failure: return []
        }
    }

    /// What went wrong stands above the screen, which stays as it was.
    mutating func stumble(_ trouble: Trouble) -> [Command] {
        notice = .trouble(trouble)
        return []
    }
}

// MARK: A session that the store has ended

extension KioskModel {
    /// The applicant's card has been read and still lies there, so the session is opened anew and the errand goes on.
    /// An enterprise must type its PIN again.
    mutating func renewSession() -> [Command] {
        switch visit {
        case .none: return stumble(.store(.sessionEnded))
        case .applicant(let visit):
            return [errands.command(.openApplicantSession(visit.identity), in: .renewal)]
        case .enterprise:
            visit = .none
            notice = .sessionEnded
            return readCertificate()
        case .corner: return [errands.command(.openCorner, in: .renewal)]
        }
    }

    private mutating func takeRenewal(_ answer: Answer) -> [Command] {
        if case .corner(let result) = answer { return takeRenewal(result) }
        guard case .applicant(var visit) = visit, case .applicantAdmitted(let result) = answer else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let admission):
            visit.session = admission.session
            visit.applications = admission.session.applications
            self.visit = .applicant(visit)
            return repeatErrand(with: admission.session.token)
        }
    }

    mutating func repeatErrand(with token: SessionToken) -> [Command] {
        guard let work = errands.foreground else { return [] }
        return begin(work.with(token))
    }
}

extension Work {
    /// The same errand in another session.
    fileprivate func with(_ token: SessionToken) -> Work {
        switch self {
        case .requestPhoneCode(let phone, _): .requestPhoneCode(phone, token)
        case .registerApplicant(let ticket, let code, _): .registerApplicant(ticket, code: code, token)
        case .keepSignature(let mark, _): .keepSignature(mark, token)
        case .loadApplications: .loadApplications(token)
        case .loadRegistration(let id, _): .loadRegistration(id, token)
        case .requestSigningCode: .requestSigningCode(token)
        case .signPersonally(let registration, let photo, let code, _):
            .signPersonally(registration, photo: photo, code: code, token)
        case .seal(let registration, let enterprise, let pin, _):
            .seal(registration, by: enterprise, pin: pin, token)
        case .typesetForm(let registration, let photo, _): .typesetForm(registration, photo: photo, token)
        case .printNotice(let id, let again, _): .printNotice(id, again: again, token)
        case .openUpload(let purpose, _): .openUpload(purpose, token)
        case .awaitUpload(let ticket, let purpose, let rules, _): .awaitUpload(ticket, purpose, rules, token)
        case .putOnStick(let paper, _): .putOnStick(paper, token)
        case .openDownload(let paper, _): .openDownload(paper, token)
        case .awaitDownload(let ticket, _): .awaitDownload(ticket, token)
        case .showPaper(let registration, _): .showPaper(registration, token)
        case .showSignedForm(let registration, _): .showSignedForm(registration, token)
        case .loadCertificates: .loadCertificates(token)
        case .showCertificate(let id, _): .showCertificate(id, token)
        case .loadRenameOffer: .loadRenameOffer(token)
        case .printPaper(let request, let again, _): .printPaper(request, again: again, token)
        case .searchAsStaff(let query, _): .searchAsStaff(query, token)
        case .searchByCard: .searchByCard(token)
        case .printCopy(let id, let name, let reason, _): .printCopy(id, name, reason, token)
        case .printFirstCopy(let id, _): .printFirstCopy(id, token)
        case .readIdentity, .readCertificate, .openApplicantSession, .openEnterpriseSession, .verifyEnterprise,
            .openDraft, .beginDraft, .keepDraft, .dropDraft, .searchEnterprises, .compose, .save,
            .returnToApplicant, .withdraw, .collect, .exchange, .rename, .decodePhoto, .awaitReceipt, .confirmSheet,
            .cancelPrint, .openCorner,
            .listStick, .readStick, .watchScanner, .scan, .stopScan, .keepFile, .printHandOver, .selfTest, .surveyKiosk,
            .readMachine, .orderMachine, .endVisit, .callStaff,
            .remindOfCard:
            self
        }
    }
}

extension Answer {
    /// Why it failed, if it did.
    package var trouble: Trouble? {
        switch self {
        case .identity(.failure(let trouble)), .certificate(.failure(let trouble)),
            .applicantAdmitted(.failure(let trouble)), .enterpriseAdmitted(.failure(let trouble)),
            .codeSent(.failure(let trouble)), .signatureKept(.failure(let trouble)),
            .applications(.failure(let trouble)),
            .registration(.failure(let trouble)), .certificates(.failure(let trouble)),
            .renameOffer(.failure(let trouble)), .enterprise(.failure(let trouble)), .draft(.failure(let trouble)),
            .draftKept(.failure(let trouble)), .folder(.failure(let trouble)), .found(.failure(let trouble)),
            .uploadOpened(.failure(let trouble)), .upload(.failure(let trouble)), .fileKept(.failure(let trouble)),
            .onStick(.failure(let trouble)), .typeset(.failure(let trouble)), .photo(.failure(let trouble)),
            .filed(.failure(let trouble)), .receipt(.failure(let trouble)), .printing(.failure(let trouble)),
            .staffCard(.failure(let trouble)), .corner(.failure(let trouble)), .staffFound(.failure(let trouble)),
            .handOverPrinted(.failure(let trouble)), .machine(.failure(let trouble)),
            .machineObeyed(.failure(let trouble)):
            trouble
        case .identity, .certificate, .applicantAdmitted, .enterpriseAdmitted, .codeSent, .signatureKept, .applications,
            .registration, .certificates, .renameOffer, .enterprise, .draft, .draftKept, .matches, .composition,
            .typeset, .photo, .filed, .receipt,
            .printing, .staffCard, .corner, .staffFound, .handOverPrinted, .selfTest, .survey, .folder, .found,
            .uploadOpened, .upload, .scanner, .onStick, .fileKept, .machine, .machineObeyed:
            nil
        }
    }
}
