import CentralAPI
import Core
import Foundation

/// The store's own judgement of one signature on a standing form.
struct SignatureCheck: Hashable, Sendable {
    let kind: SignedPaper.Kind
    /// As the certificate names the holder; nil when the file does not tell.
    let signer: String?
    /// As the signature claims.
    let claimedAt: Date?
    /// When the paper reached the store, by the store's clock: the certificates are judged for that moment.
    let filedAt: Date
    /// Nil: good.
    let finding: SignatureFinding?
}

/// Whose signatures a file carries, in their order.
struct PaperSigner: Hashable, Sendable {
    let name: String
    let claimedAt: Date
}

/// Everything that one reviewer's page shows.
struct ReviewCase: Sendable {
    let record: ApplicationRecord
    let checks: [SignatureCheck]
    let deadline: Deadline?
    /// The applicant's, newest first.
    let certificates: [HeldCertificate]

    struct HeldCertificate: Sendable {
        let certificate: RegistrationCertificate
        let editions: [CertificateEditionRecord]
    }
}

extension Registry {
    /// - Returns: nil for an application that is none of the office's business: one that was never signed.
    func reviewCase(_ id: ApplicationID) async throws -> ReviewCase? {
        let found = try await database.read { session in
            try session.application(id).map { record in
                (
                    record, try session.evidence(for: record), try session.standingPapers(of: record.registration),
                    try session.certificates(of: record.registration.applicant.identity.number).map {
                        ReviewCase.HeldCertificate(certificate: $0, editions: try session.editions(of: $0.id))
                    }
                )
            }
        }
        guard let (record, evidence, papers, certificates) = found, record.wasSigned else { return nil }
        var checks: [SignatureCheck] = []
        for (paper, content) in papers {
            checks.append(await check(paper, content, of: record.registration, against: evidence))
        }
        return ReviewCase(
            record: record, checks: checks, deadline: deadline(of: record.registration), certificates: certificates)
    }

    private func check(
        _ paper: SignedPaper, _ content: Data, of registration: Registration, against evidence: Evidence
    ) async -> SignatureCheck {
        let event: RegistrationEvent.Name = paper.kind == .sealedForm ? .seal : .signPersonally
        let filedAt = registration.history.last { $0.event == event }?.at ?? paper.signedAt
        let signers = (try? await papers.signers(of: content, at: filedAt)) ?? []
        let signer = paper.kind == .sealedForm ? signers.dropFirst().first : signers.first
        var finding: SignatureFinding?
        do throws(SignatureFinding) {
            switch paper.kind {
            case .personallySignedForm:
                guard let certificate = evidence.certificate else { throw .wrongSigner }
                try await papers.checkPersonalSignature(
                    content, on: registration, photo: evidence.photo, certificate: certificate, at: filedAt)
            case .sealedForm:
                guard let signed = evidence.signed, let code = registration.form.enterprise?.code else {
                    throw .missing
                }
                try await papers.checkSeal(content, over: signed, by: code, at: filedAt)
            }
        } catch { finding = error }
        return SignatureCheck(
            kind: paper.kind, signer: signer?.name, claimedAt: signer?.claimedAt, filedAt: filedAt, finding: finding)
    }
}

extension SQLSession {
    fileprivate func standingPapers(of registration: Registration) throws -> [(SignedPaper, Data)] {
        try registration.papers.filter { !$0.isVoid }.compactMap { paper in
            try self.paper(paper.digest, of: registration.id).map { (paper, $0) }
        }
    }
}
