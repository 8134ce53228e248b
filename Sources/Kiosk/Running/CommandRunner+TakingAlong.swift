import Core
import Documents
import Foundation
import Screens

// Papers that people take along, and the office's signature on what they get.
extension CommandRunner {
    func putOnStick(_ paper: TakenPaper, _ session: SessionToken) async -> Result<String, Trouble> {
        guard let stick = ports.files.taking else { return .failure(.file(.stickGone)) }
        return await makingPaper {
            switch paper {
            case .certificate(let id):
                let pdf = try await self.certificate(id, session).edition.pdf
                return try await stick.put(pdf, named: "\(PaperName.registrationCertificate.chinese).pdf")
            case .form(let application, let digest):
                let pdf = try await self.ports.store.paper(digest, of: application, session: session)
                return try await stick.put(pdf, named: "注册申请表.pdf")
            }
        }
    }

    func openDownload(_ paper: TakenPaper, _ session: SessionToken) async -> Result<OpenedUpload, Trouble> {
        await opened { phone throws(StoreFault) in try await phone.openDownload(paper, session: session) }
    }

    func awaitDownload(_ ticket: UploadTicket.ID, _ session: SessionToken) async -> Result<UploadNews, Trouble>? {
        await news(of: ticket, session)
    }

    /// A certificate as the store gives it, once the office's signature on it has been judged: nothing else is shown,
    /// printed or written to a stick.
    func certificate(
        _ id: CertificateID, _ session: SessionToken
    ) async throws -> (edition: CertificateEdition, signedAt: Date) {
        let edition = try await ports.store.certificatePaper(id, session: session)
        guard edition.content.certificateID == id else { throw PaperTrouble.otherContent }
        guard let office = ports.office, let signer = try? await office.verify(Array(edition.pdf)) else {
            throw PaperTrouble.notVerified
        }
        return (edition, signer.signedAt)
    }
}
