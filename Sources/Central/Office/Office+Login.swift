import Core
import Foundation
import Hummingbird

extension Office {
    func showLogin(_ request: Request) async throws -> Response {
        if let token = OfficeCookie.session.value(in: request), try await registry.officeSession(token, hours) != nil {
            return .redirect(to: "/queue")
        }
        return loginPage(OfficeCookie.visit.value(in: request) ?? registry.world.token(), problem: nil, status: .ok)
    }

    func logIn(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let fields = try await fields(request, context)
        guard let visit = OfficeCookie.visit.value(in: request) else { throw OfficeFault.foreignForm }
        try Self.check(fields, request, token: registry.formToken(boundTo: visit))
        let id = (fields["account"] ?? "").trimmingCharacters(in: .whitespaces).lowercased()
        if let seconds = try await registry.take([(.address, context.address), (.account, id)]) {
            return loginPage(
                visit, problem: "登录次数太多，请在 \((seconds + 59) / 60) 分钟后再试。", status: .tooManyRequests,
                retryAfter: seconds)
        }
        guard let reviewer = try await reviewer(id, password: fields["password"] ?? "") else {
            return loginPage(visit, problem: "账号或密码不正确。", status: .unauthorized)
        }
        try await registry.forgive(.account, id)
        let session = try await registry.openOfficeSession(of: reviewer)
        return .redirect(
            to: "/queue", setting: OfficeCookie.session.holding(session.token.text), OfficeCookie.visit.ended)
    }

    /// Nil for a wrong password, and as late for an account that is none or switched off.
    private func reviewer(_ id: String, password: String) async throws -> Reviewer? {
        let (reviewer, kept) = try await registry.database.read { session in
            (try session.reviewer(id), try session.password(of: id))
        }
        let isRight = await desk.check(password, against: reviewer?.isActive == true ? kept : nil)
        if isRight, let reviewer { return reviewer }
        let now = registry.world.now()
        // What was typed as an account may be a password: only a known one is named.
        let actor = reviewer?.actor ?? "nobody"
        try await registry.database.write { try $0.audit("login refused", by: actor, at: now) }
        return nil
    }

    func logOut(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        _ = try await form(request, context, of: session)
        try await registry.closeOfficeSession(session)
        return .redirect(to: "/login", setting: OfficeCookie.session.ended)
    }

    private func loginPage(
        _ visit: String, problem: String?, status: HTTPResponse.Status, retryAfter: Int? = nil
    ) -> Response {
        let content: Markup = """
            <h1>登录</h1>
            \(problem.map { "<p class=\"notice problem\" role=\"alert\">\($0)</p>" as Markup } ?? .nothing)
            <form class="login" method="post" action="/login">
            \(OfficePage.token(registry.formToken(boundTo: visit)))
            <p><label for="account">账号</label>
            <input id="account" name="account" autocomplete="username" autocapitalize="none" required autofocus></p>
            <p><label for="password">密码</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required></p>
            <p><button class="primary" type="submit">登录</button></p>
            </form>
            <p class="quiet">连续 \(Int(hours.idle / 60)) 分钟没有操作会自动退出。账号由系统管理员开设。</p>
            """
        var response = Response.page(
            OfficePage(title: "登录", content: content), status: status, setting: OfficeCookie.visit.holding(visit))
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }
}
