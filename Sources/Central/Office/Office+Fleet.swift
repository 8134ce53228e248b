import CentralAPI
import Core
import Foundation
import Hummingbird

// The machines: what each has said of itself last.
extension Office {
    func showFleet(_ request: Request) async throws -> Response {
        let session = try await supervisor(of: request)
        let entries = try await registry.fleet()
        let bundles = try await registry.database.read { try $0.supportBundles() }
        let now = registry.world.now()
        let silent = entries.count { $0.isSilent(at: now) }
        let unwell = entries.count { !$0.isSilent(at: now) && !$0.worries.isEmpty }
        let content: Markup = """
            <h1>自助机</h1>
            <p>共 \(entries.count) 台：失联 \(silent) 台，异常 \(unwell) 台。</p>
            \(table(entries, now))
            \(supportBundles(bundles))
            """
        return .page(OfficePage(title: "自助机", frame: frame(session), content: content))
    }

    private func table(_ entries: [FleetEntry], _ now: Date) -> Markup {
        guard !entries.isEmpty else { return "<p>还没有自助机上报过状态。</p>" }
        return """
            <table class="list">
            <caption class="quiet">各自助机最近一次上报的内容；约每 10 分钟一次，有变化时立即上报。超过 20 分钟没有上报的标为失联。</caption>
            <thead><tr><th scope="col">自助机</th><th scope="col">状态</th><th scope="col">版本</th>
            <th scope="col">配置文件</th><th scope="col">升级</th><th scope="col">记录</th></tr></thead>
            <tbody>\(entries.map { row($0, now) })</tbody>
            </table>
            """
    }

    private func row(_ entry: FleetEntry, _ now: Date) -> Markup {
        """
        <tr><td data-label="自助机"><strong>\(entry.kiosk)</strong><br>\
        <span class="quiet">\(entry.report.hall) \(entry.report.machine) 号</span></td>
        <td data-label="状态">\(condition(of: entry, now))</td>
        <td data-label="版本">\(version(of: entry.report))</td>
        <td data-label="配置文件">\(site(of: entry.report))</td>
        <td data-label="升级">\(update(of: entry))</td>
        <td data-label="记录">\(records(of: entry))</td></tr>
        """
    }

    private func condition(of entry: FleetEntry, _ now: Date) -> Markup {
        let worries = entry.worries
        let head: Markup =
            if entry.isSilent(at: now) {
                "<strong class=\"deadline late\">‼ 失联</strong>"
            } else if worries.isEmpty {
                "<span class=\"good\">✓ 正常</span>"
            } else {
                "<strong class=\"deadline soon\">! 异常</strong>"
            }
        return "\(head)<br><span class=\"quiet\">上报 \(entry.at.officeText)</span>\(list(worries))"
    }

    private func version(of report: KioskReport) -> Markup {
        guard let machine = report.appliance else {
            return "<span class=\"quiet\">非一体机</span><br>程序 \(report.program)"
        }
        let previous: Markup = machine.previous.map { "<br><span class=\"quiet\">可退回 \($0)</span>" } ?? .nothing
        return """
            <strong>\(machine.version)</strong> <span class="quiet">分区 \(machine.slot.uppercased())</span><br>\
            <span class="quiet">根校验 \(String(machine.rootHash.prefix(12)))，程序 \(report.program)</span>\(previous)
            """
    }

    private func site(of report: KioskReport) -> Markup {
        guard let site = report.appliance?.site else { return "—" }
        return "\(site.version.map { "第 \($0) 版" } ?? "—")"
    }

    private func update(of entry: FleetEntry) -> Markup {
        let lines = entry.updateLines
        return lines.isEmpty ? "—" : list(lines)
    }

    /// Behind a summary that opens without a script.
    private func records(of entry: FleetEntry) -> Markup {
        let events = entry.notes.map { "\($0.at.officeText) \($0.event.officeText)" }
        let troubles = entry.report.troubles.map { "\($0.at.officeText) \($0.code.troubleText)，共 \($0.count) 次" }
        guard !events.isEmpty || !troubles.isEmpty else { return "—" }
        let history: Markup = events.isEmpty ? .nothing : "<h3>版本与配置</h3>\(list(events))"
        let met: Markup = troubles.isEmpty ? .nothing : "<h3>遇到的故障（程序启动以来）</h3>\(list(troubles))"
        return """
            <details><summary aria-label="\(entry.kiosk) 的记录">\(events.count + troubles.count) 条</summary>\
            \(history)\(met)</details>
            """
    }

    private func list(_ lines: [String]) -> Markup {
        guard !lines.isEmpty else { return .nothing }
        let items: [Markup] = lines.map { "<li>\($0)</li>" }
        return "<ul>\(items)</ul>"
    }
}
