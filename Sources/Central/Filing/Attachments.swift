import Core
import Foundation

extension Filing {
    /// One application needs three files; the rest is for changing one's mind.
    private static let mostFiles = 24
    /// A file whose form never came is kept for so many seconds.
    private static let waitForForm: TimeInterval = 24 * 60 * 60

    /// Keeps a file for the form that will name it. What was looked at before the transaction decides.
    func keep(_ attachment: AttachedFile, _ examination: Examination) throws -> PaperDigest {
        if let refusal = examination.refusal { throw refusal }
        if let record = try session.application(entry.applicationID) {
            guard try session.hasVisited(kiosk, .applicant(record.person)) else {
                throw EntryRefusal.transition(.notYours(role: .applicant, event: .edit))
            }
        }
        // 换领: a photo goes ahead under the certificate's own identifier.
        let certificate = CertificateID(entry.applicationID.uuid)
        if try session.certificate(certificate) != nil { _ = try ownCertificate(certificate) }
        try session.dropAttachments(handedInBefore: now.addingTimeInterval(-Self.waitForForm))
        guard try session.attachmentCount(of: entry.applicationID) < Self.mostFiles else {
            throw EntryRefusal.attachment(attachment.kind, .tooMany)
        }
        try session.run(
            """
            INSERT INTO attachments (application, kind, digest, file, content, kiosk, at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (application, kind, digest) DO UPDATE SET at = excluded.at
            """, entry.applicationID, attachment.kind.rawValue, attachment.file.digest, JSONColumn(attachment.file),
            attachment.content, kiosk, now)
        return attachment.file.digest
    }
}

extension SQLSession {
    /// The file as it was handed in; nil when it was not.
    func attachedFile(
        _ digest: PaperDigest, as kind: AttachmentKind, of application: ApplicationID
    ) throws -> FileReference? {
        try row(
            "SELECT file FROM attachments WHERE application = ? AND kind = ? AND digest = ?", application,
            kind.rawValue, digest)?.json(FileReference.self, "file")
    }

    func attachment(_ digest: PaperDigest, of application: ApplicationID) throws -> Data? {
        try row("SELECT content FROM attachments WHERE application = ? AND digest = ?", application, digest)?
            .blob("content")
    }

    /// The employer reads what the form names now, the applicant also what it named before.
    func attachment(_ digest: PaperDigest, of record: ApplicationRecord, for caller: Session) throws -> Data? {
        let isNamed = record.registration.form.attachments.contains { $0.file.digest == digest }
        switch caller.subject {
        case .applicant: break
        case .enterprise, .staff: guard isNamed else { return nil }
        }
        return try attachment(digest, of: record.registration.id)
    }

    func attachmentCount(of application: ApplicationID) throws -> Int {
        try row("SELECT COUNT(*) AS count FROM attachments WHERE application = ?", application)?.integer("count") ?? 0
    }

    func dropAttachments(handedInBefore limit: Date) throws {
        try run(
            """
            DELETE FROM attachments WHERE at < ? AND application NOT IN (SELECT id FROM applications)
                AND application NOT IN (SELECT id FROM certificates)
            """, limit)
    }
}
