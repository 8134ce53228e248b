import Core
import Hummingbird

// What supervisors see: accounts, and what was done with them.
extension Office {
    func showReviewers(_ request: Request) async throws -> Response {
        .page(try await reviewersPage(try await supervisor(of: request), problem: nil))
    }

    func changeReviewer(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await supervisor(of: request)
        _ = try await form(request, context, of: session)
        guard let id = context.parameters.get("id"), let change = context.parameters.get("change"),
            let isActive = ["enable": true, "disable": false][change]
        else { throw OfficeFault.notFound }
        // Nobody locks the door behind the last supervisor.
        guard id != session.reviewer.id else {
            return .page(try await reviewersPage(session, problem: "不能停用自己的账号。"), status: .conflict)
        }
        let accounts = ReviewerAccounts(database: registry.database, world: registry.world)
        do { try await accounts.setActive(isActive, of: id, by: session.reviewer.actor) } catch is ReviewerFault {
            throw OfficeFault.notFound
        }
        return .redirect(to: "/reviewers")
    }

    private func reviewersPage(_ session: OfficeSession, problem: String?) async throws -> OfficePage {
        let reviewers = try await registry.database.read { try $0.reviewers() }
        let token = registry.formToken(of: session)
        let rows: [Markup] = reviewers.map { row($0, token: token, isOwn: $0.id == session.reviewer.id) }
        let content: Markup = """
            <h1>审核账号</h1>
            \(problem.map { OfficePage.notice($0, isProblem: true) } ?? .nothing)
            <table class="list"><caption class="quiet">停用后立即退出登录。新账号和密码由系统管理员用命令设置。</caption>
            <thead><tr><th scope="col">账号</th><th scope="col">姓名</th><th scope="col">角色</th>
            <th scope="col">状态</th><th scope="col">操作</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return OfficePage(title: "审核账号", frame: frame(session), content: content)
    }

    private func row(_ reviewer: Reviewer, token: String, isOwn: Bool) -> Markup {
        let (change, word) = reviewer.isActive ? ("disable", "停用") : ("enable", "启用")
        let button: Markup =
            isOwn
            ? "<span class=\"quiet\">本人</span>"
            : """
            <form method="post" action="/reviewers/\(reviewer.id)/\(change)">\(OfficePage.token(token))
            <button type="submit" aria-label="\(word) \(reviewer.id)">\(word)</button></form>
            """
        return """
            <tr><td data-label="账号">\(reviewer.id)</td><td data-label="姓名">\(reviewer.name)</td>
            <td data-label="角色">\(reviewer.role.chinese)</td>
            <td data-label="状态">\(reviewer.isActive ? "使用中" : "已停用")</td><td data-label="操作">\(button)</td></tr>
            """
    }

    func showAudit(_ request: Request) async throws -> Response {
        let session = try await supervisor(of: request)
        let isWhole = request.uri.queryParameters.get("check") == "all"
        let (broken, count) = try await auditWatch.check(registry.database, all: isWhole)
        let lines = try await registry.database.read { database in
            try database.rows(
                "SELECT * FROM audit WHERE actor LIKE 'reviewer %' ORDER BY position DESC LIMIT 200"
            ).map { (try $0.date("at").officeText, try $0.text("actor"), try $0.text("act")) }
        }
        let rows: [Markup] = lines.map { at, actor, act in
            """
            <tr><td data-label="时间">\(at)</td><td data-label="账号">\(actor)</td><td data-label="操作">\(act)</td></tr>
            """
        }
        let chain: Markup =
            broken.map { OfficePage.notice("记录链在第 \($0) 行断开，请立即通知技术人员。", isProblem: true) }
                ?? """
                <p class="good">✓ 记录链完整，没有被改动。</p>
                <p class="quiet">共 \(String(count)) 条；本次只核对新增的。<a href="/audit?check=all">从头核对全部</a></p>
                """
        let content: Markup = """
            <h1>操作记录</h1>\(chain)
            <table class="list"><caption class="quiet">审核账号最近的 200 条操作。</caption>
            <thead><tr><th scope="col">时间</th><th scope="col">账号</th><th scope="col">操作</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return .page(OfficePage(title: "操作记录", frame: frame(session), content: content))
    }
}
