import Core
import Documents
import Foundation
import Screens

// Papers and signatures: each ends as an entry in the outbox.
extension CommandRunner {
    func typeset(
        _ registration: Registration, photo: Data?, session: SessionToken
    ) async -> Result<TypesetForm, Trouble> {
        await makingPaper {
            let photo = try await self.photo(of: registration, recorded: photo, session: session)
            let pdf = try await self.form(of: registration, photo: photo)
            guard let digest = PaperDigest(of: pdf), let pages = PaperPress.pageCount(of: pdf) else {
                throw PaperTrouble.cannotTypeset
            }
            let pictures = await self.pictures(of: registration, photo: photo.map(Array.init))
            return TypesetForm(digest: digest, pages: pages, pictures: pictures)
        }
    }

    /// The key stays at the store's signing service; the code releases it for this one hash.
    func signPersonally(
        _ registration: Registration, photo: Data?, code: Secret, session: SessionToken
    ) async -> Result<EntryID, Trouble> {
        await makingPaper {
            let credential = try await self.ports.signing.credential(session: session)
            let mark = try await self.ports.store.signature(session: session) ?? .typeset
            let now = self.ports.now()
            let photo = try await self.photo(of: registration, recorded: photo, session: session)
            let preparation = try FormSigning.prepare(
                try await self.form(of: registration, photo: photo), field: .personal,
                appearance: try await self.ports.press.personalMark(
                    name: registration.applicant.identity.name, mark, at: now),
                certificates: credential.certificates.map(Array.init), at: now)
            let signature = try await self.ports.signing.sign(
                Data(preparation.digest), credential: credential.id, code: code, session: session)
            let pdf = Data(try preparation.complete(signature: Array(signature)))
            let paper = try self.paper(.personallySignedForm, pdf, at: now)
            return try await self.file(.signPersonally(paper, pdf: pdf), of: registration, at: now)
        }
    }

    /// The enterprise's card signs what the person signed, after a look that it is what the store has registered and
    /// that the person's signature holds: no card seals what nobody has signed.
    func seal(
        _ registration: Registration, by enterprise: Enterprise, pin: Secret, session: SessionToken
    ) async -> Result<EntryID, Trouble> {
        await makingPaper {
            let signed = try await self.signedForm(of: registration, session: session)
            let now = self.ports.now()
            try await self.checkPersonalSignature(signed, of: registration, at: now)
            let certificate = try await self.ports.cards.enterpriseCertificate(.seal)
            let preparation = try FormSigning.prepare(
                signed, field: .enterprise,
                appearance: try await self.ports.press.enterpriseSeal(enterprise, at: now),
                certificates: [Array(certificate)], at: now)
            let signature = try await self.ports.cards.sign(Data(preparation.digest), with: .seal, pin: pin)
            let pdf = Data(try preparation.complete(signature: Array(signature)))
            let paper = try self.paper(.sealedForm, pdf, at: now)
            return try await self.file(.seal(by: enterprise.code, paper, pdf: pdf), of: registration, at: now)
        }
    }

    /// The photo that the form names: the store's record of the person, a file of this kiosk, or one that the store was
    /// given with this application.
    /// - Parameter recorded: the photo of the session.
    func photo(of registration: Registration, recorded: Data?, session: SessionToken) async throws -> Data? {
        guard let file = registration.form.attachments.first(where: { $0.kind == .photo })?.file else { return nil }
        if let recorded, PaperDigest(of: recorded) == file.digest { return recorded }
        if let kept = try await ports.storage.attachment(file.digest, of: registration.id) { return kept }
        return try await ports.store.paper(file.digest, of: registration.id, session: session)
    }

    private func form(of registration: Registration, photo: Data?) async throws -> [UInt8] {
        guard let savedAt = registration.savedAt else { throw PaperTrouble.cannotTypeset }
        return try await ports.press.applicationForm(
            ApplicationFormContent(registration), photo: photo.map(Array.init), created: savedAt)
    }

    func signedForm(of registration: Registration, session: SessionToken) async throws -> [UInt8] {
        guard let paper = registration.standingPaper(.personallySignedForm) else { throw PaperTrouble.otherContent }
        let pdf = try await ports.store.paper(paper.digest, of: registration.id, session: session)
        guard PaperDigest(of: pdf) == paper.digest else { throw PaperTrouble.otherContent }
        return Array(pdf)
    }

    private func checkPersonalSignature(
        _ pdf: [UInt8], of registration: Registration, at now: Date
    ) async throws(SignatureFinding) {
        let form = try await ports.verifier.verify(pdf, at: now)
        guard form.enterprise == nil else { throw .modifiedAfterSigning }
        guard form.person.holder.name == registration.applicant.identity.name else { throw .wrongSigner }
    }

    private func paper(_ kind: SignedPaper.Kind, _ pdf: Data, at now: Date) throws -> SignedPaper {
        guard let digest = PaperDigest(of: pdf) else { throw PaperTrouble.cannotTypeset }
        return SignedPaper(kind: kind, digest: digest, signedAt: now)
    }

    private func file(
        _ content: OutboxEntry.Content, of registration: Registration, at now: Date
    ) async throws -> EntryID {
        let entry = OutboxEntry(
            id: EntryID(ports.newUUID()), applicationID: registration.id, content: content, createdAt: now)
        return try await file(entry, draft: nil, of: nil).get()
    }

    /// Whatever goes wrong on the way to the outbox or the ledger has its own words for the person.
    func makingPaper<Value: Sendable>(_ work: () async throws -> Value) async -> Result<Value, Trouble> {
        do { return .success(try await work()) } catch { return .failure(Self.trouble(error)) }
    }

    static func trouble(_ error: any Error) -> Trouble {
        switch error {
        case let trouble as Trouble: trouble
        case let fault as CardFault: .card(fault)
        case let fault as StoreFault: .store(fault)
        case let fault as StorageFault: .storage(fault)
        case let trouble as PaperTrouble: .paper(trouble)
        case let fault as PrinterFault: .printer(fault)
        case let fault as FileFault: .file(fault)
        case let fault as MachineFault: .machine(fault)
        case let fault as SigningFault: .paper(trouble(fault))
        case let finding as SignatureFinding: .paper(trouble(finding))
        default: .paper(.cannotTypeset)
        }
    }

    private static func trouble(_ fault: SigningFault) -> PaperTrouble {
        switch fault {
        case .formUnreadable, .alreadySigned, .personalSignatureMissing: .otherContent
        case .certificateUnreadable, .keyUnsupported, .signatureRejected, .tooLarge: .signatureInvalid
        }
    }

    private static func trouble(_ finding: SignatureFinding) -> PaperTrouble {
        switch finding {
        case .unreadable, .missing, .modifiedAfterSigning, .otherContent: .otherContent
        case .broken, .untrusted, .expired, .wrongSigner: .signatureInvalid
        }
    }
}
