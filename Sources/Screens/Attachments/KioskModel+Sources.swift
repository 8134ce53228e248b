import Core
import Foundation
import Terminal

// A file of the form: where it comes from, and a look at it before it is attached.
extension KioskModel {
    mutating func chooseSource(_ kind: AttachmentKind, _ page: FormPage) -> [Command] {
        screen = .sourceChoice(SourceChoice(kind: kind, page: page))
        return []
    }

    mutating func act(_ action: Action.SourceChoice) -> [Command] {
        guard case .sourceChoice(let choice) = screen, !isBusy else { return [] }
        switch action {
        case .take(let way):
            guard barrier(to: way) == nil else { return [] }
            return take(choice, from: way)
        case .remove:
            let commands = changeForm { $0.attach(nil, as: choice.kind) }
            return commands + returnToForm(choice.page)
        case .useRecord:
            guard case .applicant(let visit) = visit, let photo = visit.photo else { return [] }
            let commands = changeForm { $0.attach(photo, as: .photo) }
            return commands + returnToForm(choice.page) + showPhoto()
        case .back: return returnToForm(choice.page)
        }
    }

    private mutating func take(_ choice: SourceChoice, from way: FileWay) -> [Command] {
        switch way {
        case .stick:
            screen = .stick(StickPage(choice: choice))
            return begin(.listStick(.root))
        case .scanner: return begin(.scan(choice.kind, attachmentRules))
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

    mutating func takeFound(_ result: Result<FoundFile, Trouble>) -> [Command] {
        switch (screen, result) {
        case (_, .failure(let trouble)): return stumble(trouble)
        case (.sourceChoice(let choice), .success(let found)):
            screen = .fileReview(FileReview(choice: choice, found: found))
        case (.stick(let page), .success(let found)):
            screen = .fileReview(FileReview(choice: page.choice, found: found))
        case (.phoneUpload(let upload), .success(let found)):
            screen = .fileReview(FileReview(choice: upload.choice, found: found))
        case (_, .success): break
        }
        return []
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
        case .use:
            guard let draft = visit.draft, !review.found.isCropped || review.isAgreed else { return [] }
            return begin(.keepFile(review.found.file, review.found.content, draft.applicationID))
        }
    }

    mutating func takeKept(_ result: Result<FileReference, Trouble>) -> [Command] {
        guard case .fileReview(let review) = screen else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let file):
            if review.found.kind == .photo { showNewPhoto(review.found) }
            let commands = changeForm { $0.attach(file, as: review.found.kind) }
            return commands + returnToForm(review.choice.page)
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
