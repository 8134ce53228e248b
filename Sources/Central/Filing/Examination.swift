import Core
import Crypto
import Documents
import Foundation

/// What the store found about an entry's file before the transaction that applies the entry. It holds for one revision
/// of the application only: when that has moved on meanwhile, the entry is examined again.
struct Examination: Hashable, Sendable {
    let revision: Int?
    let refusal: EntryRefusal?

    static let notNeeded = Examination(revision: nil, refusal: nil)
}

extension Registry {
    func examine(_ entry: OutboxEntry) async throws -> Examination {
        switch entry.content {
        case .save, .returnToApplicant, .withdraw, .collect, .exchange, .rename, .printed: return .notNeeded
        case .attach(let attachment):
            do { try AttachmentInspection.check(attachment, policy.formRules.attachments) } catch {
                return Examination(revision: nil, refusal: .attachment(attachment.kind, error))
            }
            return .notNeeded
        case .signPersonally(let paper, let pdf):
            return try await examine(entry, paper, pdf) { record, evidence throws(SignatureFinding) in
                guard let certificate = evidence.certificate else { throw .wrongSigner }
                try await papers.checkPersonalSignature(
                    pdf, on: record.registration, photo: evidence.photo, certificate: certificate, at: world.now())
            }
        case .seal(let code, let paper, let pdf):
            return try await examine(entry, paper, pdf) { _, evidence throws(SignatureFinding) in
                guard let signed = evidence.signed else { throw .missing }
                try await papers.checkSeal(pdf, over: signed, by: code, at: world.now())
            }
        }
    }

    private func examine(
        _ entry: OutboxEntry, _ paper: SignedPaper, _ pdf: Data,
        check: (ApplicationRecord, Evidence) async throws(SignatureFinding) -> Void
    ) async throws -> Examination {
        let evidence = try await database.read { session in
            try session.application(entry.applicationID).map { ($0, try session.evidence(for: $0)) }
        }
        // Without an application the transaction refuses by itself.
        guard let (record, evidence) = evidence else { return .notNeeded }
        let revision = record.registration.revision
        guard PaperDigest(bytes: SHA256.hash(data: pdf)) == paper.digest else {
            return Examination(revision: revision, refusal: .signature(.otherContent))
        }
        // What the state forbids is refused by the machine: no time is spent on its PDF.
        guard record.registration.awaits(paper.kind) else { return Examination(revision: revision, refusal: nil) }
        do { try await check(record, evidence) } catch {
            return Examination(revision: revision, refusal: .signature(error))
        }
        return Examination(revision: revision, refusal: nil)
    }
}

/// What a signed PDF is compared with.
struct Evidence: Sendable {
    let photo: Data?
    let certificate: Data?
    let signed: Data?
}

extension SQLSession {
    func evidence(for record: ApplicationRecord) throws -> Evidence {
        let registration = record.registration
        let stored = try qualification(of: registration.applicant.identity)
        let isSame = stored?.photoDigest == registration.form.photo?.digest
        let attached = try registration.form.photo.flatMap { try attachment($0.digest, of: registration.id) }
        return Evidence(
            photo: isSame ? stored?.photo : attached, certificate: try credential(of: record.person)?.certificate,
            signed: try registration.standingPaper(.personallySignedForm).flatMap {
                try paper($0.digest, of: registration.id)
            })
    }
}

extension Registration {
    fileprivate func awaits(_ kind: SignedPaper.Kind) -> Bool {
        switch kind {
        case .personallySignedForm: state == .saved
        case .sealedForm: state == .personallySigned
        }
    }
}

extension ApplicationForm {
    var photo: FileReference? {
        switch self {
        case .initial(let form): form.photo
        case .renewal(let form): form.photo
        case .cancellation(let form): form.photo
        }
    }
}
