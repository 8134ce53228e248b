import Core
import Foundation
import Screens

// The kiosk's own memory.
extension CommandRunner {
    func openDraft(of number: DocumentNumber) async -> Result<Draft?, Trouble> {
        await remembering { () throws(StorageFault) in try await self.ports.storage.draft(of: number) }
    }

    func beginDraft(_ form: ApplicationForm, of number: DocumentNumber) async -> Result<Draft?, Trouble> {
        let draft = Draft(applicationID: ApplicationID(ports.newUUID()), form: form)
        return await keep(draft, of: number).map { $0 }
    }

    func keep(_ draft: Draft, of number: DocumentNumber) async -> Result<Draft, Trouble> {
        await remembering { () throws(StorageFault) in
            try await self.ports.storage.keep(draft, of: number)
            return draft
        }
    }

    /// What cannot be dropped now is erased with the visit's other traces when the store has settled it.
    func dropDraft(of number: DocumentNumber) async -> Answer? {
        try? await ports.storage.dropDraft(of: number)
        return nil
    }

    func save(_ draft: Draft, _ identity: IdentityRecord) async -> Result<EntryID, Trouble> {
        let entry = OutboxEntry(
            id: EntryID(ports.newUUID()), applicationID: draft.applicationID,
            content: .save(identity: identity, form: draft.form), createdAt: ports.now())
        var pending = draft
        pending.pendingEntry = entry.id
        let filed = pending
        // A kiosk that dies between the two has sent a file too many, which the store forgets.
        if let trouble = await fileAttachments(of: draft).trouble { return .failure(trouble) }
        return await file(entry, draft: filed, of: identity.number)
    }

    /// The files that this kiosk holds of the form go ahead of it: entries of one application keep their order.
    private func fileAttachments(of draft: Draft) async -> Result<Void, Trouble> {
        for (kind, file) in draft.form.attachments {
            let filed = await remembering { () throws(StorageFault) in
                guard let content = try await self.ports.storage.attachment(file.digest, of: draft.applicationID)
                else { return }
                let entry = OutboxEntry(
                    id: EntryID(self.ports.newUUID()),
                    applicationID: draft.applicationID,
                    content: .attach(AttachedFile(kind: kind, file: file, content: content)),
                    createdAt: self.ports.now())
                try await self.ports.storage.file(entry, draft: nil, of: nil)
            }
            if filed.trouble != nil { return filed }
        }
        return .success(())
    }

    /// 换领: a photo that the holder has brought goes ahead under the certificate's own identifier.
    func exchange(_ id: CertificateID, _ photo: FileReference, _ brought: Data?) async -> Result<EntryID, Trouble> {
        let key = ApplicationID(id.uuid)
        if let brought {
            let attached = await file(.attach(AttachedFile(kind: .photo, file: photo, content: brought)), of: key)
            if case .failure(let trouble) = attached { return .failure(trouble) }
        }
        return await file(.exchange(id, photo: photo), of: key)
    }

    /// From here on nothing is lost: the entry stands beside the draft in one transaction.
    func file(_ entry: OutboxEntry, draft: Draft?, of number: DocumentNumber?) async -> Result<EntryID, Trouble> {
        await remembering { () throws(StorageFault) in
            try await self.ports.storage.file(entry, draft: draft, of: number)
            self.ports.nudge()
            return entry.id
        }
    }

    /// A step that needs no paper and leaves drafts alone.
    func file(_ content: OutboxEntry.Content, of id: ApplicationID) async -> Result<EntryID, Trouble> {
        let entry = OutboxEntry(
            id: EntryID(ports.newUUID()), applicationID: id, content: content, createdAt: ports.now())
        return await file(entry, draft: nil, of: nil)
    }

    /// Waits as long as it takes; the pump goes on by itself across a cut network and a store that is down. Nil when
    /// the visit has ended meanwhile.
    func awaitReceipt(_ entry: EntryID) async -> Result<EntryReceipt, Trouble>? {
        let changes = await ports.storage.outboxChanges()
        do throws(StorageFault) {
            if let receipt = try await ports.storage.receipt(of: entry) { return .success(receipt) }
            ports.nudge()
            for await _ in changes {
                if let receipt = try await ports.storage.receipt(of: entry) { return .success(receipt) }
            }
            return Task.isCancelled ? nil : .failure(.storage(.unavailable))
        } catch { return .failure(.storage(error)) }
    }

    func callStaff() async -> Answer? {
        try? await ports.storage.audit("staff called")
        await ports.staff.ring(.person)
        return nil
    }

    /// The sound is the screen's; here staff hear of it.
    func remindOfCard(_ callsStaff: Bool) async -> Answer? {
        guard callsStaff else { return nil }
        try? await ports.storage.audit("staff called to a forgotten card")
        await ports.staff.ring(.forgottenCard)
        return nil
    }

    private func remembering<Value: Sendable>(
        _ work: () async throws(StorageFault) -> Value
    ) async -> Result<Value, Trouble> {
        do throws(StorageFault) { return .success(try await work()) } catch { return .failure(.storage(error)) }
    }
}

extension Result {
    fileprivate var trouble: Failure? {
        if case .failure(let trouble) = self { trouble } else { nil }
    }
}
