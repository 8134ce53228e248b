import Core
import Foundation
import Terminal

// A file of the form: where it comes from, and a look at it before it is attached.
extension KioskModel {
    mutating func chooseSource(_ kind: AttachmentKind, _ page: FormPage) -> [Command] {
        screen = .sourceChoice(SourceChoice(wanted: .form(kind, page)))
        return []
    }

    /// Back to where the file was wanted.
    mutating func leave(_ choice: SourceChoice) -> [Command] {
        switch choice.wanted {
        case .form(_, let page): return returnToForm(page)
        case .certificatePhoto(let desk): screen = .certificate(desk)
        case .signature(let pad): screen = .signaturePad(pad)
        }
        return []
    }

    mutating func act(_ action: Action.SourceChoice) -> [Command] {
        guard case .sourceChoice(let choice) = screen, !isBusy else { return [] }
        switch action {
        case .take(let way):
            guard barrier(to: way) == nil else { return [] }
            return take(choice, from: way)
        case .remove:
            guard case .form(let kind, _) = choice.wanted else { return [] }
            return changeForm { $0.attach(nil, as: kind) } + leave(choice)
        case .useRecord: return useRecordedPhoto(choice)
        case .back: return leave(choice)
        }
    }

    private mutating func useRecordedPhoto(_ choice: SourceChoice) -> [Command] {
        guard case .applicant(var visit) = visit, let photo = visit.photo else { return [] }
        visit.photoLook = .none
        self.visit = .applicant(visit)
        switch choice.wanted {
        case .form:
            return changeForm { $0.attach(photo, as: .photo) } + leave(choice) + showPhoto()
        case .certificatePhoto(var desk):
            desk.broughtPhoto = nil
            screen = .certificate(desk)
            return showPhoto()
        case .signature: return []
        }
    }

    private mutating func take(_ choice: SourceChoice, from way: FileWay) -> [Command] {
        switch way {
        case .stick:
            screen = .stick(StickPage(choice: choice))
            return begin(.listStick(.root))
        case .scanner: return openScanner(ScanPage(choice: choice))
        case .phone: return openUpload(choice)
        }
    }

    /// Why a way is not open now; beside its button.
    func barrier(to way: FileWay) -> SourceText? {
        switch way {
        case .stick:
            guard settings.fileWays.contains(.stick) else { return .noStickHere }
            return devices.hasStick ? nil : .stickMissing
        case .phone:
            guard settings.fileWays.contains(.phone) else { return .noPhoneHere }
            return devices.isStoreReachable ? nil : .phoneOffline
        case .scanner: return settings.fileWays.contains(.scanner) ? nil : .noScannerHere
        }
    }

    var attachmentRules: AttachmentRules {
        guard case .applicant(let visit) = visit else { return AttachmentRules() }
        return visit.session.rules.attachments
    }

    // MARK: The file

    mutating func takeFound(_ result: Result<Found, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.scan(let page), .failure(let trouble)): return stumble(trouble, page)
        case (_, .failure(let trouble)): return stumble(trouble)
        case (.stick(let page), .success(let found)): show(found, for: page.choice)
        case (.phoneUpload(let upload), .success(let found)): show(found, for: upload.choice)
        case (.scan(let page), .success(let found)): show(found, for: page.choice)
        case (_, .success): break
        }
        return []
    }

    /// A file is looked at on a screen of its own, a hand on the pad that it was brought for.
    private mutating func show(_ found: Found, for choice: SourceChoice) {
        switch (found, choice.wanted) {
        case (.file(let file), _): screen = .fileReview(FileReview(choice: choice, found: file))
        case (.signature(let image), .signature(let pad)): screen = .signaturePad(pad.bringing(image))
        case (.signature, .form), (.signature, .certificatePhoto): break
        }
    }

    mutating func act(_ action: Action.FileReview) -> [Command] {
        guard case .fileReview(var review) = screen, !isBusy else { return [] }
        switch action {
        case .agree(let isAgreed):
            review.isAgreed = isAgreed
            screen = .fileReview(review)
            return []
        case .another:
            screen = .sourceChoice(review.choice)
            return []
        case .rescan:
            guard review.found.scan != nil else { return [] }
            return openScanner(ScanPage(choice: review.choice))
        case .addPages:
            guard review.found.scan != nil, review.found.kind != .photo else { return [] }
            return openScanner(ScanPage(choice: review.choice, before: review))
        case .use:
            guard !review.found.isCropped || review.isAgreed else { return [] }
            return use(review)
        }
    }

    private mutating func use(_ review: FileReview) -> [Command] {
        switch review.choice.wanted {
        case .form:
            guard let draft = visit.draft else { return [] }
            return begin(.keepFile(review.found.file, review.found.content, draft.applicationID))
        case .certificatePhoto(var desk):
            desk.broughtPhoto = review.found
            showNewPhoto(review.found)
            screen = .certificate(desk)
            return []
        case .signature: return []
        }
    }

    mutating func takeKept(_ result: Result<FileReference, Trouble>) -> [Command] {
        guard case .fileReview(let review) = screen else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let file):
            if review.found.kind == .photo { showNewPhoto(review.found) }
            let commands = changeForm { $0.attach(file, as: review.found.kind) }
            return commands + leave(review.choice)
        }
    }

    private mutating func showNewPhoto(_ found: FoundFile) {
        guard case .applicant(var visit) = visit, let picture = found.picture else { return }
        visit.photoLook = .shown(picture)
        self.visit = .applicant(visit)
    }

    /// A stick that is pulled is no longer looked at; what was taken from it stays.
    mutating func noteStick(_ isIn: Bool) {
        devices.hasStick = isIn
        guard !isIn, case .stick(let page) = screen else { return }
        errands.drop(.foreground)
        screen = .sourceChoice(page.choice)
        notice = .trouble(.file(.stickGone))
    }
}
