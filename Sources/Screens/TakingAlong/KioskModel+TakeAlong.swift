import Core
import Terminal

// 带走: the certificate, or the signed form, on a stick or on a phone.
extension KioskModel {
    mutating func takeAlong(_ origin: TakeAlong.Origin) -> [Command] {
        errands.drop(.picture)
        screen = .takeAlong(TakeAlong(origin: origin))
        return []
    }

    mutating func act(_ action: Action.TakeAlong) -> [Command] {
        guard case .takeAlong(var page) = screen, let token = visit.token else { return [] }
        switch action {
        case .take(let way):
            guard !isBusy, page.code == nil, barrier(to: way) == nil else { return [] }
            return take(page, by: way, token)
        case .again:
            guard !isBusy, page.code != nil else { return [] }
            return take(page, by: .phone, token)
        case .back:
            // A stick that is being written to is not walked away from.
            if case .writing = page.phase { return [] }
            guard page.code != nil else { return leave(page) }
            errands.drop(.upload)
            errands.drop(.foreground)
            page.phase = .choosing
            screen = .takeAlong(page)
            return []
        }
    }

    private mutating func take(_ page: TakeAlong, by way: FileWay, _ token: SessionToken) -> [Command] {
        var page = page
        switch way {
        case .stick:
            page.phase = .writing
            screen = .takeAlong(page)
            return begin(.putOnStick(page.paper, token))
        case .phone:
            errands.drop(.upload)
            page.phase = .code(nil, isOpened: false)
            screen = .takeAlong(page)
            return begin(.openDownload(page.paper, token))
        case .scanner: return []
        }
    }

    private mutating func leave(_ page: TakeAlong) -> [Command] {
        switch page.origin {
        case .certificate(let desk): screen = .certificate(desk)
        case .application(let detail, _):
            screen = .detail(detail)
            if detail.typeset == nil, let registration = detail.registration { return showPaper(registration) }
        }
        return []
    }

    mutating func takeOnStick(_ result: Result<String, Trouble>) -> [Command] {
        guard case .takeAlong(var page) = screen else { return [] }
        switch result {
        case .success(let name):
            page.phase = .onStick(name: name)
            screen = .takeAlong(page)
            return []
        case .failure(let trouble): return failed(page, trouble)
        }
    }

    mutating func takeOpened(_ result: Result<OpenedUpload, Trouble>, on page: TakeAlong) -> [Command] {
        guard page.code != nil, let token = visit.token else { return [] }
        switch result {
        case .failure(let trouble): return failed(page, trouble)
        case .success(let opened): return wait(page, opened, isOpened: false, token)
        }
    }

    /// News of the phone, while its code is on the screen.
    mutating func take(_ result: Result<UploadNews, Trouble>, on page: TakeAlong) -> [Command] {
        guard let code = page.code, let opened = code.opened, let token = visit.token else { return [] }
        switch result {
        case .failure(let trouble): return failed(page, trouble)
        case .success(.waiting), .success(.arrived):
            return wait(page, opened, isOpened: code.isOpenedByPhone, token)
        case .success(.opened):
            // A phone is being used: that is no idle screen.
            if !code.isOpenedByPhone { lastTouch = now }
            return wait(page, opened, isOpened: true, token)
        case .success(.fetched):
            var page = page
            page.phase = .onPhone
            screen = .takeAlong(page)
            lastTouch = now
            return []
        }
    }

    private mutating func wait(
        _ page: TakeAlong, _ opened: OpenedUpload, isOpened: Bool, _ token: SessionToken
    ) -> [Command] {
        var page = page
        page.phase = .code(opened, isOpened: isOpened)
        screen = .takeAlong(page)
        return [errands.command(.awaitDownload(opened.ticket.id, token), in: .upload)]
    }

    /// Nothing was taken; the other way, or another try, is a touch away.
    private mutating func failed(_ page: TakeAlong, _ trouble: Trouble) -> [Command] {
        var page = page
        page.phase = .choosing
        screen = .takeAlong(page)
        return stumble(trouble)
    }
}
