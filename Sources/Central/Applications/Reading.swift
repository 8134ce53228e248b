import CentralAPI
import Core
import Foundation

/// What a session may read: its own subject's applications. Any other is as if it did not exist.
extension Registry {
    func applications(for caller: Session) async throws -> [ApplicationStatus] {
        try await database.read { try $0.applications(of: caller.subject).map(\.status) }
    }

    func registration(_ id: ApplicationID, for caller: Session) async throws -> Registration {
        try await database.read { try $0.visibleApplication(id, to: caller).registration }
    }

    func paper(_ reference: PaperReference, for caller: Session) async throws -> PaperContent {
        try await database.read { session in
            let record = try session.visibleApplication(reference.application, to: caller)
            let content =
                try session.paper(reference.digest, of: reference.application)
                ?? session.attachment(reference.digest, of: record, for: caller)
            guard let content else { throw Problem(.notFound) }
            return PaperContent(content: content)
        }
    }

    func notice(of id: ApplicationID, for caller: Session) async throws -> AcceptanceNotice {
        try await database.read { session in
            _ = try session.visibleApplication(id, to: caller)
            guard let notice = try session.notice(of: id) else { throw Problem(.notFound) }
            return notice
        }
    }
}

extension SQLSession {
    func visibleApplication(_ id: ApplicationID, to caller: Session) throws -> ApplicationRecord {
        guard let record = try application(id), record.isVisible(to: caller.subject) else {
            throw Problem(.notFound)
        }
        return record
    }

    func paper(_ digest: PaperDigest, of application: ApplicationID) throws -> Data? {
        try row("SELECT content FROM papers WHERE application = ? AND digest = ?", application, digest)?
            .blob("content")
    }

    func keepPaper(_ paper: SignedPaper, content: Data, of application: ApplicationID) throws {
        try run(
            "INSERT INTO papers (application, digest, kind, content, is_void) VALUES (?, ?, ?, ?, ?)", application,
            paper.digest, paper.kind.rawValue, content, paper.isVoid)
    }

    /// Manual, initial registration 9: a voided file is kept, marked 作废.
    func voidPapers(_ digests: [PaperDigest], of application: ApplicationID) throws {
        for digest in digests {
            try run("UPDATE papers SET is_void = 1 WHERE application = ? AND digest = ?", application, digest)
        }
    }
}
