import Core
import Foundation

// Preview, code, and whatever is on its way to the store.
extension KioskModel {
    mutating func openPreview(_ registration: Registration) -> [Command] {
        guard case .applicant(let visit) = visit else { return [] }
        screen = .preview(FormPreview(registration: registration))
        return begin(.typesetForm(registration, photo: visit.session.photo, visit.session.token))
    }

    mutating func takeTypeset(_ result: Result<TypesetForm, Trouble>) -> [Command] {
        if case .certificate(let desk) = screen { return takeEdition(result, on: desk) }
        guard case .preview(var preview) = screen else { return [] }
        switch result {
        case .success(let typeset):
            preview.typeset = typeset
            screen = .preview(preview)
            return []
        case .failure(let trouble): return stumble(trouble)
        }
    }

    mutating func act(_ action: Action.FormPreview) -> [Command] {
        guard case .preview(var preview) = screen, case .applicant(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .look(let action):
            preview.look.take(action, of: preview.typeset?.pictures.count ?? 0)
            screen = .preview(preview)
            return []
        case .sign:
            guard preview.typeset != nil else { return openPreview(preview.registration) }
            screen = .codeEntry(CodeEntry(purpose: .signing(preview)))
            return begin(.requestSigningCode(visit.session.token))
        case .edit: return edit(preview.registration)
        case .back: return backToList()
        }
    }

    mutating func act(_ action: Action.Signed) -> [Command] {
        guard case .signed(let id) = screen else { return [] }
        switch action {
        case .list: return backToList()
        case .print: return startPrinting(id)
        }
    }
}

// MARK: Filing

extension KioskModel {
    /// Something stands in the outbox, or could not be made.
    mutating func takeFiled(_ result: Result<EntryID, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.filing(var filing), .success(let entry)):
            if case .save = filing.purpose { markPending(entry) }
            filing.phase = .underWay(entry)
            screen = .filing(filing)
            return begin(.awaitReceipt(entry))
        case (.codeEntry(let code), .success(let entry)):
            guard case .signing(let preview) = code.purpose else { return [] }
            code.code.erase()
            screen = .filing(
                Filing(purpose: .personalSignature(preview), phase: .underWay(entry), since: now))
            return begin(.awaitReceipt(entry))
        case (.pinEntry(let pin), .success(let entry)):
            guard case .seal(let registration) = pin.purpose else { return [] }
            pin.pin.erase()
            screen = .filing(Filing(purpose: .seal(registration), phase: .underWay(entry), since: now))
            return begin(.awaitReceipt(entry))
        case (.codeEntry(let code), .failure(let trouble)): return codeFailed(code, trouble)
        case (.pinEntry(let pin), .failure(let trouble)): return pinFailed(pin, trouble)
        case (.filing(var filing), .failure(let trouble)):
            filing.phase = .failed(trouble, filed: nil)
            screen = .filing(filing)
            return []
        case (_, _): return []
        }
    }

    private mutating func markPending(_ entry: EntryID?) {
        guard case .applicant(var visit) = visit else { return }
        visit.draft?.pendingEntry = entry
        self.visit = .applicant(visit)
    }

    mutating func takeReceipt(_ result: Result<EntryReceipt, Trouble>) -> [Command] {
        guard case .filing(var filing) = screen else { return [] }
        switch result {
        case .failure(let trouble):
            filing.phase = .failed(trouble, filed: filing.entry)
            screen = .filing(filing)
            return []
        case .success(let receipt):
            switch receipt.outcome {
            case .kept: return []
            case .applied(let status):
                visit.record(status)
                return applied(filing, status)
            case .noted: return noted(filing)
            case .refused(let refusal):
                filing.phase = .refused(refusal)
                if case .save = filing.purpose { markPending(nil) }
                screen = .filing(filing)
                return keepRefusedDraft(filing)
            }
        }
    }

    /// The person looks at something else meanwhile: the list says how it went.
    mutating func takeLateReceipt(_ answer: Answer) -> [Command] {
        guard case .receipt(.success(let receipt)) = answer else { return [] }
        switch receipt.outcome {
        case .kept: return []
        case .applied(let status):
            visit.record(status)
            return settleDraft(of: receipt.entryID)
        case .noted: return []
        case .refused(let refusal):
            notice = .refused(refusal)
            guard case .applicant(let visit) = visit, visit.draft?.pendingEntry == receipt.entryID else { return [] }
            markPending(nil)
            return self.visit.draft.map { keep($0) } ?? []
        }
    }

    private mutating func settleDraft(of entry: EntryID) -> [Command] {
        guard case .applicant(var visit) = visit, visit.draft?.pendingEntry == entry else { return [] }
        visit.draft = nil
        self.visit = .applicant(visit)
        return [errands.command(.dropDraft(of: visit.identity.number), in: .none)]
    }

    private mutating func applied(_ filing: Filing, _ status: ApplicationStatus) -> [Command] {
        switch filing.purpose {
        case .save:
            guard case .applicant(var visit) = visit else { return [] }
            visit.draft = nil
            self.visit = .applicant(visit)
            screen = .filing(Filing(purpose: .save, phase: .opening, application: status.id, since: filing.since))
            let drop = errands.command(.dropDraft(of: visit.identity.number), in: .none)
            return [drop] + begin(.loadRegistration(status.id, visit.session.token))
        case .personalSignature: screen = .signed(status.id)
        case .seal: screen = .sealed(status.id)
        case .returning:
            notice = .returned
            return backToList()
        case .withdrawal: return withdrawn(status.id)
        case .collection, .exchange, .renaming: return noted(filing)
        }
        return []
    }

    /// What was filed is about a certificate.
    private mutating func noted(_ filing: Filing) -> [Command] {
        switch filing.purpose {
        case .collection(let certificate): return concluded(certificate, .collect)
        case .exchange(let desk):
            guard case .applicant(let visit) = visit, let photo = desk.photo(of: visit) else { return backToList() }
            return concluded(desk.certificate, .exchange(photo: photo))
        case .renaming(let offer):
            screen = .rename(RenamePage(offer: offer, done: filing.entry))
            return []
        case .save, .personalSignature, .seal, .returning, .withdrawal: return backToList()
        }
    }

    /// What this kiosk kept of the application goes with it.
    private mutating func withdrawn(_ id: ApplicationID) -> [Command] {
        notice = .withdrawn
        let list = backToList()
        guard case .applicant(var visit) = visit, visit.draft?.applicationID == id else { return list }
        visit.draft = nil
        self.visit = .applicant(visit)
        return list + [errands.command(.dropDraft(of: visit.identity.number), in: .none)]
    }

    /// A refused form is the person's to mend: it stays, without its entry.
    private mutating func keepRefusedDraft(_ filing: Filing) -> [Command] {
        guard case .save = filing.purpose, case .applicant(let visit) = visit, let draft = visit.draft else {
            return []
        }
        return keep(draft)
    }

    mutating func act(_ action: Action.Filing) -> [Command] {
        guard case .filing(let filing) = screen else { return [] }
        switch (action, filing.phase) {
        case (.goOn, .underWay):
            errands.moveForeground(to: .receipt)
            return backToList() + refreshList()
        case (.goOn, .refused), (.goOn, .failed), (.goOn, .opening):
            errands.drop(.foreground)
            return backToList() + refreshList()
        case (.mend, .refused(let refusal)): return mend(filing, refusal)
        case (.retry, .failed(_, let entry)): return retry(filing, entry)
        case (.printReceipt, .underWay(let entry)):
            guard case .seal(let registration) = filing.purpose else { return [] }
            errands.moveForeground(to: .receipt)
            return startPrinting(.receipt(entry, registration))
        case (.goOn, _), (.mend, _), (.retry, _), (.printReceipt, _): return []
        }
    }

    private mutating func mend(_ filing: Filing, _ refusal: EntryRefusal) -> [Command] {
        guard case .save = filing.purpose else { return backToList() + refreshList() }
        let commands = openForm()
        if case .form(var page) = screen, case .form(let problems) = refusal {
            page.problems = problems
            page.isChecked = true
            screen = .form(page)
        }
        return commands
    }

    private mutating func retry(_ filing: Filing, _ entry: EntryID?) -> [Command] {
        guard !isBusy, let token = visit.token else { return [] }
        if let entry {
            screen = .filing(Filing(purpose: filing.purpose, phase: .underWay(entry), since: filing.since))
            return begin(.awaitReceipt(entry))
        }
        switch filing.purpose {
        case .save:
            guard case .applicant(let visit) = visit, let draft = visit.draft else {
                return filing.application.map { reopen(filing, $0, token) } ?? backToList()
            }
            screen = .filing(Filing(purpose: .save, since: now))
            return begin(.save(draft, visit.identity))
        case .personalSignature(let preview):
            screen = .preview(preview)
            return []
        case .seal(let registration): return askSealPIN(registration)
        case .returning(let formReturn):
            screen = .formReturn(formReturn)
            return []
        case .withdrawal(let id): return withdraw(id)
        case .collection(let certificate):
            screen = .certificate(CertificateDesk(certificate: certificate))
            return []
        case .exchange(let desk):
            screen = .certificate(desk)
            return []
        case .renaming(let offer): return rename(offer)
        }
    }

    private mutating func reopen(_ filing: Filing, _ id: ApplicationID, _ token: SessionToken) -> [Command] {
        screen = .filing(Filing(purpose: filing.purpose, phase: .opening, application: id, since: filing.since))
        return begin(.loadRegistration(id, token))
    }
}

extension Filing {
    fileprivate var entry: EntryID? {
        switch phase {
        case .underWay(let entry): entry
        case .failed(_, let entry): entry
        case .preparing, .opening, .refused: nil
        }
    }
}
