import Core
import Foundation
import Hummingbird

// Certificates of the applicant whose case is open, with every edition of their PDFs.
extension Office {
    func certificates(of found: ReviewCase, _ numbers: ApplicationFormContent.Numbers) -> Markup {
        guard !found.certificates.isEmpty else { return .nothing }
        let items: [Markup] = found.certificates.map { held in
            let certificate = held.certificate
            let number = numbers == .full ? certificate.number : Masking.number(certificate.number)
            return """
                <dl class="facts">
                \(fact("证书编号", "\(number)"))
                \(fact("聘用企业", "\(certificate.enterprise.name)"))
                \(fact("有效期至", "\(certificate.validThrough.description)"))
                \(fact("状态", "\(certificate.state.chinese)"))
                </dl>\(editions(of: held, found.record.registration.id))
                """
        }
        return "<section aria-labelledby=\"certificate\"><h2 id=\"certificate\">注册证书</h2>\(items)</section>"
    }

    private func editions(of held: ReviewCase.HeldCertificate, _ application: ApplicationID) -> Markup {
        guard !held.editions.isEmpty else { return "<p class=\"quiet\">还没有领取，没有电子证书文件。</p>" }
        let items: [Markup] = held.editions.enumerated().map { index, record in
            let path = "/applications/\(application.description)/certificates/\(held.certificate.id.description)"
            let newest: Markup = index == 0 ? "（最新，持证人领取后看到的）" : "（旧版，留存备查）"
            return """
                <li><a href="\(path)/\(record.edition)">第 \(String(held.editions.count - index)) 版</a>\(newest) \
                <span class="quiet">\(record.signedAt.officeText)，校验值 \(String(record.edition.prefix(8)))</span></li>
                """
        }
        return "<ul>\(items)</ul>"
    }

    func showEdition(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        let id = try context.application
        guard let certificate = context.parameters.get("certificate").flatMap({ CertificateID($0) }),
            let edition = context.parameters.get("edition")
        else { throw OfficeFault.notFound }
        let now = registry.world.now()
        let content = try await registry.database.write { database in
            guard let record = try database.application(id), record.wasSigned,
                try database.certificate(certificate)?.holder == record.registration.applicant.identity.number,
                let content = try database.certificatePaper(certificate, edition)
            else { throw OfficeFault.notFound }
            let act = "opened edition \(edition.prefix(8)) of certificate \(certificate)"
            try database.audit(act, by: session.reviewer.actor, at: now)
            return content
        }
        return .pdf(content, named: "certificate-\(edition.prefix(8)).pdf")
    }
}
