import CentralAPI
import Core
import Documents
import Foundation
import ServiceLifecycle

/// What a person's own phone may do once, within ten minutes, without being a kiosk: hand in one file, or fetch one.
struct PhoneTicket: Sendable {
    enum Purpose: Hashable, Sendable {
        case upload(FilePurpose)
        case download(ApplicationID, PaperDigest)
        /// The edition that the certificate had when the code was given.
        case certificate(CertificateID, edition: String)
    }

    enum State: String, Sendable { case waiting, opened, done }

    let id: UUID
    let purpose: Purpose
    let state: State
    let expiresAt: Date

    static let life: TimeInterval = 600
    /// Seconds after its end in which the kiosk may still fetch what came.
    static let grace: TimeInterval = 600
    /// Bytes of a photo, which the kiosk cuts to size.
    static let largestPhoto = 8_000_000
}

extension Registry {
    func openUpload(_ request: UploadRequest, for caller: Session) async throws -> UploadTicket {
        _ = try caller.applicant()
        return try await open(.upload(request.purpose), for: caller)
    }

    /// A paper that this session may read, for the phone of who stands there.
    func openDownload(_ request: PaperReference, for caller: Session) async throws -> UploadTicket {
        _ = try await paper(request, for: caller)
        return try await open(.download(request.application, request.digest), for: caller)
    }

    /// The holder's own certificate, collected, as it is now.
    func openDownload(_ request: CertificateReference, for caller: Session) async throws -> UploadTicket {
        let signed = try await signedCertificate(request.certificate, for: caller)
        return try await open(.certificate(request.certificate, edition: signed.edition), for: caller)
    }

    private func open(_ purpose: PhoneTicket.Purpose, for caller: Session) async throws -> UploadTicket {
        guard let address = policy.phoneAddress else { throw Problem(.notFound) }
        let (id, token, now) = (world.uuid(), world.shortToken(), world.now())
        let end = now.addingTimeInterval(PhoneTicket.life)
        let hash = vault.hash(token, for: .tokens)
        try await database.write { session in
            try session.dropTickets(endedBefore: now.addingTimeInterval(-PhoneTicket.grace))
            try session.run(
                """
                INSERT INTO tickets (id, token_hash, purpose, kiosk, subject, state, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, hash, purpose.text, caller.kiosk, caller.subject.text, PhoneTicket.State.waiting.rawValue, end)
            try session.audit("phone ticket opened: \(purpose.name)", by: caller.kiosk, at: now)
        }
        return UploadTicket(id: id, address: "\(address)/\(purpose.path)/\(token)", expiresAt: end)
    }

    /// What has become of an upload; waits when nothing has. Asked again it says the same, so that a file that was lost
    /// on its way to the kiosk is fetched again.
    func takeUpload(_ request: UploadReference, for caller: Session) async throws -> UploadState {
        let deadline = ContinuousClock.now + .seconds(min(request.wait, Self.longestUploadWait))
        var first: UploadState?
        while true {
            let rings = await bells.uploads.count
            let state = try await uploadState(of: request.upload, for: caller)
            let left = ContinuousClock.now.duration(to: deadline)
            switch state {
            case .arrived, .fetched: return state
            case .waiting, .opened: break
            }
            guard state == first ?? state, left > .zero, !Task.isCancelled, !Task.isShuttingDownGracefully else {
                return state
            }
            first = state
            await cancelWhenGracefulShutdown {
                await bells.uploads.wait(after: rings, seconds: left / .seconds(1))
            }
        }
    }

    private static let longestUploadWait = 60

    private func uploadState(of id: UUID, for caller: Session) async throws -> UploadState {
        let now = world.now()
        let row = try await database.read { session in
            try session.row(
                "SELECT * FROM tickets WHERE id = ? AND kiosk = ? AND subject = ?", id, caller.kiosk,
                caller.subject.text)
        }
        guard let row else { throw Problem(.notFound) }
        if let content = try row.optionalBlob("content") { return .arrived(content) }
        let state = try row.text("state")
        if state == PhoneTicket.State.done.rawValue { return .fetched }
        guard try row.date("expires_at") > now else { throw Problem(.codeExpired) }
        return state == PhoneTicket.State.opened.rawValue ? .opened : .waiting
    }
}

// MARK: The phone's side

extension Registry {
    /// Nil for a token that is none, was used, or has ended: a phone is told no more.
    func ticket(_ token: String) async throws -> PhoneTicket? {
        let (hash, now) = (vault.hash(token, for: .tokens), world.now())
        return try await database.read { try $0.ticket(hash, at: now) }
    }

    /// The page is on a phone's screen; the kiosk says so.
    func noteOpened(_ ticket: PhoneTicket) async throws {
        try await database.write { session in
            try session.run(
                "UPDATE tickets SET state = ? WHERE id = ? AND state = ?", PhoneTicket.State.opened.rawValue, ticket.id,
                PhoneTicket.State.waiting.rawValue)
        }
        await bells.uploads.ring()
    }

    /// - Returns: false when somebody was faster with the same code.
    func handIn(_ content: Data, with ticket: PhoneTicket) async throws -> Bool {
        let now = world.now()
        let isTaken = try await database.write { session in
            try session.row(
                """
                UPDATE tickets SET state = ?, content = ? WHERE id = ? AND state <> ? AND expires_at > ? RETURNING id
                """, PhoneTicket.State.done.rawValue, content, ticket.id, PhoneTicket.State.done.rawValue, now) != nil
        }
        if isTaken { await bells.uploads.ring() }
        return isTaken
    }

    /// The paper, once.
    func fetch(with ticket: PhoneTicket) async throws -> Data? {
        let now = world.now()
        let content: Data? = try await database.write { session in
            let row = try session.row(
                "UPDATE tickets SET state = ? WHERE id = ? AND state <> ? AND expires_at > ? RETURNING id",
                PhoneTicket.State.done.rawValue, ticket.id, PhoneTicket.State.done.rawValue, now)
            guard row != nil else { return nil }
            return try session.content(of: ticket.purpose)
        }
        if content != nil { await bells.uploads.ring() }
        return content
    }

    /// What a phone has sent, looked into before the code is spent.
    func problem(with content: Data, for purpose: FilePurpose) -> (any Advised)? {
        switch purpose {
        case .attachment(let kind): finding(in: content, for: kind)
        case .signature: Self.signatureProblem(in: content)
        }
    }

    /// Strokes as the page draws them, or a picture of the hand.
    private static func signatureProblem(in content: Data) -> SignaturePictureProblem? {
        if (try? JSONDecoder().decode(SignatureImage.self, from: content)) != nil { return nil }
        // What begins as strokes and gives no signature was drawn too small, or not at all.
        if content.first == UInt8(ascii: "[") { return .tooSmall }
        do throws(SignaturePictureProblem) {
            _ = try SignaturePicture.signature(in: Array(content))
            return nil
        } catch { return error }
    }

    private func finding(in content: Data, for kind: AttachmentKind) -> AttachmentFinding? {
        do throws(AttachmentFinding) {
            switch kind.format {
            case .pdf: _ = try AttachmentInspection.examine(content, as: kind, policy.formRules.attachments)
            case .jpeg:
                guard content.count <= PhoneTicket.largestPhoto else {
                    throw .tooLarge(limit: PhoneTicket.largestPhoto)
                }
                _ = try PhotoCrop.crop(Array(content), policy.formRules.attachments)
            }
            return nil
        } catch { return error }
    }
}

extension SQLSession {
    fileprivate func ticket(_ hash: String, at now: Date) throws -> PhoneTicket? {
        guard
            let row = try row(
                "SELECT * FROM tickets WHERE token_hash = ? AND state <> ? AND expires_at > ?", hash,
                PhoneTicket.State.done.rawValue, now),
            let purpose = PhoneTicket.Purpose(try row.text("purpose")),
            let state = PhoneTicket.State(rawValue: try row.text("state")),
            let id = UUID(uuidString: try row.text("id"))
        else { return nil }
        return PhoneTicket(id: id, purpose: purpose, state: state, expiresAt: try row.date("expires_at"))
    }

    /// What a phone may fetch.
    fileprivate func content(of purpose: PhoneTicket.Purpose) throws -> Data? {
        switch purpose {
        case .upload: nil
        case .download(let application, let digest):
            try paper(digest, of: application) ?? attachment(digest, of: application)
        case .certificate(let id, let edition): try certificatePaper(id, edition)
        }
    }

    fileprivate func dropTickets(endedBefore limit: Date) throws {
        try run("DELETE FROM tickets WHERE expires_at < ?", limit)
    }
}

extension PhoneTicket.Purpose {
    /// For audit and log.
    var name: String {
        switch self {
        case .upload(let purpose): "upload \(purpose.text)"
        case .download: "download"
        case .certificate: "certificate"
        }
    }

    var isUpload: Bool { if case .upload = self { true } else { false } }

    /// Under which the phone keeps what it has fetched.
    var fileName: String {
        switch self {
        case .certificate: "certificate.pdf"
        case .upload, .download: "registration.pdf"
        }
    }

    /// Of the page's address; short, because a code of fewer dots is read from farther away.
    var path: String {
        switch self {
        case .upload: "u"
        case .download, .certificate: "d"
        }
    }

    var text: String {
        switch self {
        case .upload(let purpose): "upload:\(purpose.text)"
        case .download(let application, let digest): "download:\(application):\(digest.hex)"
        case .certificate(let id, let edition): "certificate:\(id):\(edition)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        switch (parts.first, parts.count) {
        case ("upload", 2):
            guard let purpose = FilePurpose(parts[1]) else { return nil }
            self = .upload(purpose)
        case ("download", 3):
            guard let application = ApplicationID(parts[1]), let digest = PaperDigest(hex: parts[2]) else { return nil }
            self = .download(application, digest)
        case ("certificate", 3):
            guard let id = CertificateID(parts[1]) else { return nil }
            self = .certificate(id, edition: parts[2])
        default: return nil
        }
    }
}

extension World {
    /// 128 bits that nobody guesses, in 26 letters and digits that an address takes and a QR code packs closely (alphanumeric mode).
    func shortToken() -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, text) = (UInt64(0), 0, "")
        for byte in bytes(16) {
            bits = bits << 8 | UInt64(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt64(count) & 31)])
            }
        }
        text.append(alphabet[Int(bits << UInt64(5 - count) & 31)])
        return text
    }
}
