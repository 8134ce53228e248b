import Core
import Foundation
import Terminal

extension KioskModel {
    mutating func openUpload(_ choice: SourceChoice) -> [Command] {
        guard let token = visit.token, !isBusy else { return [] }
        errands.drop(.upload)
        screen = .phoneUpload(PhoneUpload(choice: choice))
        return begin(.openUpload(choice.purpose, token))
    }

    mutating func takeOpened(_ result: Result<OpenedUpload, Trouble>) -> [Command] {
        if case .takeAlong(let page) = screen { return takeOpened(result, on: page) }
        guard case .phoneUpload(var upload) = screen else { return [] }
        switch result {
        case .failure(let trouble):
            screen = .sourceChoice(upload.choice)
            return stumble(trouble)
        case .success(let opened):
            upload.opened = opened
            screen = .phoneUpload(upload)
            return awaitUpload(opened.ticket.id)
        }
    }

    private mutating func awaitUpload(_ ticket: UploadTicket.ID) -> [Command] {
        guard case .phoneUpload(let upload) = screen, let token = visit.token else { return [] }
        return [errands.command(.awaitUpload(ticket, upload.choice.purpose, attachmentRules, token), in: .upload)]
    }

    /// News of the phone, while its code is on the screen.
    mutating func takePhoneNews(_ answer: Answer) -> [Command] {
        guard case .upload(let result) = answer else { return [] }
        switch screen {
        case .phoneUpload(let upload): return take(result, of: upload)
        case .takeAlong(let page): return take(result, on: page)
        default: return []
        }
    }

    private mutating func take(_ result: Result<UploadNews, Trouble>, of upload: PhoneUpload) -> [Command] {
        guard let opened = upload.opened else { return [] }
        var upload = upload
        switch result {
        case .success(.arrived(let found)): return takeFound(.success(found))
        case .success(.opened):
            // A phone is being used: that is no idle screen.
            if !upload.isOpenedByPhone { lastTouch = now }
            upload.isOpenedByPhone = true
            screen = .phoneUpload(upload)
            return awaitUpload(opened.ticket.id)
        case .success(.waiting), .success(.fetched): return awaitUpload(opened.ticket.id)
        case .failure(let trouble):
            screen = .sourceChoice(upload.choice)
            return stumble(trouble)
        }
    }

    mutating func act(_ action: Action.PhoneUpload) -> [Command] {
        guard case .phoneUpload(let upload) = screen else { return [] }
        switch action {
        case .again: return openUpload(upload.choice)
        case .back:
            errands.drop(.upload)
            errands.drop(.foreground)
            screen = .sourceChoice(upload.choice)
            return []
        }
    }
}
