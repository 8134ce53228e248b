package import Core
import Terminal

// Pictures are looked at beside what the screens say. One that does not come takes nothing away: its answer is not
// waited for.
extension KioskModel {
    /// The photo of the session, decoded the first time that a form shows it.
    mutating func showPhoto() -> [Command] {
        guard case .applicant(let visit) = visit, case .none = visit.photoLook, let photo = visit.session.photo else {
            return []
        }
        return [errands.command(.decodePhoto(photo), in: .picture)]
    }

    /// The form that the person signed, as the store has it.
    mutating func showSignedForm(_ registration: Registration) -> [Command] {
        guard let token = visit.token else { return [] }
        return [errands.command(.showSignedForm(registration, token), in: .picture)]
    }

    /// The form of an application that is looked at, with its signatures, as soon as there are any.
    mutating func showPaper(_ registration: Registration) -> [Command] {
        guard let token = visit.token, registration.shownPaper != nil else { return [] }
        return [errands.command(.showPaper(registration, token), in: .picture)]
    }

    mutating func takePicture(_ answer: Answer) -> [Command] {
        switch answer {
        case .photo(let result): takePhoto(result)
        case .typeset(.success(let typeset)): takePaper(typeset)
        // Anything else is not missed; a seal that does not hold is told.
        case .typeset(.failure(.paper(.notVerified))): notice = .trouble(.paper(.notVerified))
        case .identity, .certificate, .applicantAdmitted, .enterpriseAdmitted, .codeSent, .signatureKept, .applications,
            .registration, .certificates, .renameOffer, .enterprise, .draft, .draftKept, .matches, .composition,
            .typeset, .filed, .receipt,
            .folder, .found, .scanner, .uploadOpened, .upload, .fileKept, .onStick,
            .printing, .staffCard, .corner, .staffFound, .handOverPrinted, .selfTest, .survey, .machine,
            .machineObeyed:
            break
        }
        return []
    }

    private mutating func takePaper(_ typeset: TypesetForm) {
        switch screen {
        case .review(var review):
            review.typeset = typeset
            screen = .review(review)
        case .detail(var detail):
            detail.typeset = typeset
            screen = .detail(detail)
        default: break
        }
    }

    private mutating func takePhoto(_ result: Result<Image, Trouble>) {
        guard case .applicant(var visit) = visit else { return }
        switch result {
        case .success(let image): visit.photoLook = .shown(image)
        case .failure: visit.photoLook = .unreadable
        }
        self.visit = .applicant(visit)
    }
}

extension Registration {
    /// The newest signed form that stands: sealed, or signed by the person alone.
    package var shownPaper: SignedPaper? { standingPaper(.sealedForm) ?? standingPaper(.personallySignedForm) }
}

extension PaperLook {
    /// - Parameter count: pages of the paper.
    mutating func take(_ action: Action.PaperLook, of count: Int) {
        switch action {
        case .enlarge(let isEnlarged): self.isEnlarged = isEnlarged
        case .turn(let page): self.page = min(max(0, page), max(0, count - 1))
        }
    }
}
