import Core
import Hummingbird

extension Office {
    func showQueue(_ request: Request) async throws -> Response {
        let session = try await session(of: request)
        if let text = request.uri.queryParameters.get("number"), !text.isBlank {
            return try await showFound(text, session)
        }
        guard let query = QueueQuery(request) else { throw OfficeFault.notFound }
        let page = try await registry.queue(query)
        let content: Markup = """
            <h1>审核列表</h1>
            \(filters(query))
            <h2>\(query.heading)：\(page.total) 项</h2>
            \(table(page.entries))
            \(pager(query, total: page.total))
            """
        return .page(OfficePage(title: "审核列表", frame: frame(session), content: content))
    }

    private func showFound(_ text: String, _ session: OfficeSession) async throws -> Response {
        let number = NoticeNumber(typed: text, year: registry.today.year)
        var entries: [QueueEntry] = []
        if let number, let entry = try await registry.queueEntry(numbered: number) { entries = [entry] }
        let content: Markup = """
            <h1>审核列表</h1>
            \(filters(QueueQuery(), number: text))
            <h2>受理编号“\(text)”：\(entries.count) 项</h2>
            \(table(entries))
            <p><a href="/queue">返回列表</a></p>
            """
        return .page(OfficePage(title: "查找", frame: frame(session), content: content))
    }

    private func filters(_ query: QueueQuery, number: String = "") -> Markup {
        let states: [Markup] = QueueQuery.states.map { state in
            option(state.rawValue, state.chinese, isChosen: query.scope == .state(state))
        }
        let kinds: [Markup] = RegistrationKind.allCases.map { kind in
            option(kind.rawValue, kind.chinese, isChosen: query.kind == kind)
        }
        return """
            <form class="filters" method="get" action="/queue">
            <p><label for="state">状态</label>
            <select id="state" name="state">\(option("waiting", "待办理（全部）", isChosen: query.scope == .waiting))\(states)</select></p>
            <p><label for="kind">事项</label>
            <select id="kind" name="kind">\(option("", "全部事项", isChosen: query.kind == nil))\(kinds)</select></p>
            <p><button type="submit">筛选</button></p>
            </form>
            <form class="filters" method="get" action="/queue" role="search">
            <p><label for="number">受理编号</label>
            <input id="number" name="number" value="\(number)" placeholder="沪建注2026-000001" required></p>
            <p><button type="submit">查找</button></p>
            </form>
            """
    }

    private func option(_ value: String, _ text: String, isChosen: Bool) -> Markup {
        let chosen: Markup = isChosen ? " selected" : .nothing
        return "<option value=\"\(value)\"\(chosen)>\(text)</option>"
    }

    private func table(_ entries: [QueueEntry]) -> Markup {
        guard !entries.isEmpty else { return "<p>没有符合条件的申请。</p>" }
        return """
            <table class="list">
            <caption class="quiet">期限最近的在前；姓名和号码已隐去一部分。</caption>
            <thead><tr><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">聘用企业</th>
            <th scope="col">状态</th><th scope="col">受理编号</th><th scope="col">期限</th><th scope="col">办理</th></tr></thead>
            <tbody>\(entries.map(row))</tbody>
            </table>
            """
    }

    private func row(_ entry: QueueEntry) -> Markup {
        let number = entry.noticeNumber?.description ?? "—"
        let deadline: Markup = entry.deadline?.markup ?? "<span>—</span>"
        return """
            <tr><td data-label="事项">\(entry.kind.chinese)</td>
            <td data-label="申请人">\(entry.maskedName)<br><span class="quiet">\(entry.maskedIDNumber)</span></td>
            <td data-label="聘用企业">\(entry.enterpriseName)</td>
            <td data-label="状态"><span class="state">\(entry.state.chinese)</span></td>
            <td data-label="受理编号">\(number)</td>
            <td data-label="期限">\(deadline)</td>
            <td data-label="办理"><a class="open" href="/applications/\(entry.id.description)"
            aria-label="打开 \(entry.kind.chinese) \(entry.maskedName)">打开</a></td></tr>
            """
    }

    private func pager(_ query: QueueQuery, total: Int) -> Markup {
        let size = Registry.queuePage
        guard total > size else { return .nothing }
        let back: Markup = query.page > 0 ? "<a href=\"\(query.path(page: query.page - 1))\">上一页</a>" : .nothing
        let on: Markup =
            (query.page + 1) * size < total ? "<a href=\"\(query.path(page: query.page + 1))\">下一页</a>" : .nothing
        return
            "<nav class=\"pager\" aria-label=\"翻页\">\(back)<span>第 \(query.page + 1) 页，共 \((total + size - 1) / size) 页</span>\(on)</nav>"
    }
}

extension QueueQuery {
    /// Nil for a value that no form of ours has.
    fileprivate init?(_ request: Request) {
        self.init()
        let parameters = request.uri.queryParameters
        let state = parameters.get("state") ?? "waiting"
        if state != "waiting" {
            guard let state = RegistrationState(rawValue: state), Self.states.contains(state) else { return nil }
            scope = .state(state)
        }
        if let kind = parameters.get("kind"), !kind.isEmpty {
            guard let kind = RegistrationKind(rawValue: kind) else { return nil }
            self.kind = kind
        }
        if let page = parameters.get("page") {
            guard let page = Int(page), (0...10_000).contains(page) else { return nil }
            self.page = page
        }
    }

    fileprivate var heading: String {
        let state =
            switch scope {
            case .waiting: "待办理"
            case .state(let state): state.chinese
            }
        return kind.map { "\(state)，\($0.chinese)" } ?? state
    }

    fileprivate func path(page: Int) -> String {
        let state =
            switch scope {
            case .waiting: "waiting"
            case .state(let state): state.rawValue
            }
        return "/queue?state=\(state)&kind=\(kind?.rawValue ?? "")&page=\(page)"
    }
}

extension NoticeNumber {
    /// The whole number, `2026-12`, or the serial alone, which is of this year.
    init?(typed text: String, year: Int) {
        let digits = text.filter { !$0.isWhitespace }
        if let whole = NoticeNumber(digits) {
            self = whole
            return
        }
        let parts = digits.replacing("沪建注", with: "").split(separator: "-").map { Int($0) }
        switch (parts.first ?? nil, parts.last ?? nil, parts.count) {
        case (let year?, let serial?, 2): self.init(year: year, serial: serial)
        case (let serial?, _, 1): self.init(year: year, serial: serial)
        default: return nil
        }
    }
}
