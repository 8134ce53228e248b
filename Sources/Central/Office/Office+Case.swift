import Core
import Crypto
import Foundation
import Hummingbird

extension Office {
    func showCase(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        let id = try context.application
        let found = try await openedCase(id, "opened \(id)", by: session)
        let done = request.uri.queryParameters.get("done").flatMap { ReviewAct.Name(rawValue: $0) }
        let notice = done.map { OfficePage.notice("\($0.chinese)。申请现在是“\(found.record.registration.state.chinese)”。") }
        return .page(casePage(found, session, notice: notice ?? .nothing))
    }

    /// Numbers in full, for this one page; who asked stands in the audit.
    func showNumbers(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        _ = try await form(request, context, of: session)
        let id = try context.application
        return .page(casePage(try await openedCase(id, "numbers shown of \(id)", by: session), session, numbers: .full))
    }

    private func openedCase(_ id: ApplicationID, _ act: String, by session: OfficeSession) async throws -> ReviewCase {
        guard let found = try await registry.reviewCase(id) else { throw OfficeFault.notFound }
        let now = registry.world.now()
        try await registry.database.write { try $0.audit(act, by: session.reviewer.actor, at: now) }
        return found
    }

    func casePage(
        _ found: ReviewCase, _ session: OfficeSession, notice: Markup = .nothing,
        numbers: ApplicationFormContent.Numbers = .masked, entered: EnteredAct? = nil
    ) -> OfficePage {
        let registration = found.record.registration
        let token = registry.formToken(of: session)
        let content: Markup = """
            <p><a href="/queue">返回列表</a></p>
            <h1>\(registration.kind.matter)</h1>
            \(notice)
            <dl class="facts summary">
            \(fact("状态", "<strong class=\"state\">\(registration.state.chinese)</strong>"))
            \(fact("受理编号", "\(registration.acceptance?.number.description ?? "—")"))
            \(fact("期限", found.deadline?.markup ?? "—"))
            </dl>
            \(CaseActs(registration: registration, token: token, entered: entered).markup)
            \(facts(registration, numbers, token))
            \(signatures(found.checks))
            \(papers(registration))
            \(certificates(of: found, numbers))
            \(history(registration))
            """
        return OfficePage(title: registration.kind.chinese, frame: frame(session), content: content)
    }

    func fact(_ label: String, _ value: Markup) -> Markup { "<div><dt>\(label)</dt><dd>\(value)</dd></div>" }

    private func facts(
        _ registration: Registration, _ numbers: ApplicationFormContent.Numbers, _ token: String
    ) -> Markup {
        let content = ApplicationFormContent(registration, numbers: numbers)
        let sections: [Markup] = content.sections.map { section in
            let rows: [Markup] = section.rows.map { fact($0.label, "\($0.value.isEmpty ? "—" : $0.value)") }
            return "<h3>\(section.heading)</h3><dl class=\"facts\">\(rows)</dl>"
        }
        let photo: Markup =
            registration.form.photo == nil
            ? .nothing
            : "<p><img class=\"photo\" src=\"/applications/\(registration.id.description)/photo\" alt=\"申请人照片\" width=\"118\" height=\"165\"></p>"
        let reveal: Markup =
            numbers == .full
            ? "<p class=\"quiet\">号码已完整显示，已记入操作记录。</p>"
            : """
            <form method="post" action="/applications/\(registration.id.description)/numbers">\(OfficePage.token(token))
            <button type="submit">显示完整号码</button> <span class="quiet">会记入操作记录</span></form>
            """
        return "<section aria-labelledby=\"form\"><h2 id=\"form\">申请表</h2>\(reveal)\(photo)\(sections)</section>"
    }

    private func signatures(_ checks: [SignatureCheck]) -> Markup {
        guard !checks.isEmpty else {
            return "<section><h2>签名核验</h2><p>没有有效的已签署文件。</p></section>"
        }
        let rows: [Markup] = checks.map { check in
            let verdict: Markup =
                check.finding.map { "<strong class=\"bad\">✕ 不通过：\($0.officeWord)</strong>" }
                ?? "<strong class=\"good\">✓ 通过</strong>"
            return """
                <tr><td data-label="签名">\(check.kind.signatureWord)</td><td data-label="核验结果">\(verdict)</td>
                <td data-label="签名人">\(check.signer ?? "—")</td>
                <td data-label="签名时间">\(check.claimedAt?.officeText ?? "—")</td>
                <td data-label="系统收到">\(check.filedAt.officeText)</td></tr>
                """
        }
        return """
            <section aria-labelledby="signatures"><h2 id="signatures">签名核验</h2>
            <table class="list"><caption class="quiet">由本系统刚刚重新核验：文件内容、签名值、证书链和签署顺序。</caption>
            <thead><tr><th scope="col">签名</th><th scope="col">核验结果</th><th scope="col">签名人</th>
            <th scope="col">签名时间</th><th scope="col">系统收到</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func papers(_ registration: Registration) -> Markup {
        guard !registration.papers.isEmpty else { return .nothing }
        let items: [Markup] = registration.papers.reversed().map { paper in
            let void: Markup = paper.isVoid ? " <strong class=\"bad\">作废</strong>" : .nothing
            return """
                <li><a href="/applications/\(registration.id.description)/papers/\(paper.digest.hex)">\
                \(paper.kind.officeWord)</a>\(void) <span class="quiet">\(paper.signedAt.officeText)，\
                校验值 \(String(paper.digest.hex.prefix(8)))</span></li>
                """
        }
        return
            "<section aria-labelledby=\"papers\"><h2 id=\"papers\">已签署文件（PDF）</h2><ul>\(items)\(scans(registration))</ul></section>"
    }

    /// What the applicant has handed in with the form.
    private func scans(_ registration: Registration) -> [Markup] {
        registration.form.attachments.filter { $0.file.format == .pdf }.map { kind, file in
            """
            <li><a href="/applications/\(registration.id.description)/papers/\(file.digest.hex)">\
            \(kind.field.chinese)</a> <span class="quiet">\(file.pages ?? 0) 页，\
            校验值 \(String(file.digest.hex.prefix(8)))</span></li>
            """
        }
    }

    private func history(_ registration: Registration) -> Markup {
        let rows: [Markup] = registration.history.reversed().map { step in
            let items: [Markup] = (step.items ?? step.reason.map { [$0] } ?? []).map { "<li>\($0)</li>" }
            let reasons: Markup = items.isEmpty ? "—" : "<ol>\(items)</ol>"
            return """
                <tr><td data-label="时间">\(step.at.officeText)</td><td data-label="办理">\(step.event.officeWord)</td>
                <td data-label="办理人">\(step.actor.officeWord)</td><td data-label="内容">\(reasons)</td></tr>
                """
        }
        return """
            <section aria-labelledby="history"><h2 id="history">办理经过</h2><table class="list">
            <thead><tr><th scope="col">时间</th><th scope="col">办理</th><th scope="col">办理人</th>
            <th scope="col">内容</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }
}
