/// What all pages have around their content.
struct OfficePage: Sendable {
    let title: String
    /// Nil before the login.
    var frame: Frame?
    let content: Markup

    /// Who is at work, for the head of the page.
    struct Frame: Sendable {
        let reviewer: Reviewer
        let formToken: String
    }

    var markup: Markup {
        """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) · 二级注册建筑师注册审核</title>
        <link rel="stylesheet" href="/office.css">
        </head>
        <body>
        <a class="skip" href="#content">跳到正文</a>
        <header>
        <p class="brand">二级注册建筑师注册审核</p>
        \(frame.map(head) ?? .nothing)
        </header>
        <main id="content" tabindex="-1">
        \(content)
        </main>
        </body>
        </html>

        """
    }

    private func head(_ frame: Frame) -> Markup {
        let oversight: Markup =
            frame.reviewer.role.mayOversee
            ? "<a href=\"/fleet\">自助机</a><a href=\"/reviewers\">审核账号</a><a href=\"/audit\">操作记录</a>" : .nothing
        return """
            <nav aria-label="主菜单"><a href="/queue">审核列表</a>\(oversight)</nav>
            <form class="leave" method="post" action="/logout">
            \(OfficePage.token(frame.formToken))
            <span>\(frame.reviewer.role.chinese) \(frame.reviewer.name)</span>
            <button type="submit">退出登录</button>
            </form>
            """
    }

    /// The proof that a form came from a page of this session.
    static func token(_ token: String) -> Markup { "<input type=\"hidden\" name=\"form\" value=\"\(token)\">" }

    /// Something to be read at once: a screen reader says it.
    static func notice(_ text: String, isProblem: Bool = false) -> Markup {
        isProblem
            ? "<p class=\"notice problem\" role=\"alert\"><strong>没有办成：</strong>\(text)</p>"
            : "<p class=\"notice\" role=\"status\"><strong>已办理：</strong>\(text)</p>"
    }
}
