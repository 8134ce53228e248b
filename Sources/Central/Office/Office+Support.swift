import Core
import Foundation
import Hummingbird

// Support bundles: listed with their time and size, handed out as they came. Sealed for the site's key, which no office has.
extension Office {
    func supportBundles(_ entries: [SupportBundleEntry]) -> Markup {
        guard !entries.isEmpty else { return .nothing }
        return """
            <section aria-labelledby="support"><h2 id="support">支持包</h2>
            <table class="list">
            <caption class="quiet">技术人员从自助机送来的支持包，每台保留最新 \(Registry.keptSupportBundles) 份。\
            文件已加密，只有持本厅密钥的技术人员能打开。</caption>
            <thead><tr><th scope="col">自助机</th><th scope="col">送达时间</th><th scope="col">大小</th>
            <th scope="col">文件</th></tr></thead>
            <tbody>\(entries.map(row))</tbody>
            </table></section>
            """
    }

    private func row(_ entry: SupportBundleEntry) -> Markup {
        let at = entry.at.officeText
        return """
            <tr><td data-label="自助机"><strong>\(entry.kiosk)</strong></td><td data-label="送达时间">\(at)</td>
            <td data-label="大小">\((entry.size + 1_023) / 1_024) KB</td><td data-label="文件">\
            <a href="/fleet/support/\(entry.id)" aria-label="下载 \(entry.kiosk) \(at) 的支持包">下载</a></td></tr>
            """
    }

    func downloadSupportBundle(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await supervisor(of: request)
        guard let id = context.parameters.get("id") else { throw OfficeFault.notFound }
        let now = registry.world.now()
        let content = try await registry.database.write { database in
            guard let bundle = try database.supportBundle(id) else { throw OfficeFault.notFound }
            let act = "downloaded support bundle \(id.prefix(8)) of \(bundle.kiosk)"
            try database.audit(act, by: session.reviewer.actor, at: now)
            return bundle.content
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pkcs7-mime",
                .contentDisposition: "attachment; filename=\"support-\(id.prefix(8)).p7m\"",
            ], body: .init(byteBuffer: .init(bytes: content)))
    }
}
