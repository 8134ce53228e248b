package import Foundation

/// The kiosk's own durable memory. What belongs to a person is encrypted at rest and erased when the store has it and
/// the session is over.
package protocol KioskStorage: PrintLedger {
    /// The draft of this person, by ID number; nil when there is none.
    func draft(of number: DocumentNumber) async throws(StorageFault) -> Draft?
    /// Written at every change of the form, so that nothing entered is lost.
    func keep(_ draft: Draft, of number: DocumentNumber) async throws(StorageFault)
    func dropDraft(of number: DocumentNumber) async throws(StorageFault)

    /// Keeps a file beside the draft that names it; erased with its application.
    func keep(_ content: Data, as digest: PaperDigest, of application: ApplicationID) async throws(StorageFault)
    /// Nil when this kiosk does not have it, or has it no more.
    func attachment(_ digest: PaperDigest, of application: ApplicationID) async throws(StorageFault) -> Data?

    /// Puts an entry into the outbox together with the draft's new state, in one transaction. An entry that is there
    /// already, or was settled, is not put there again. Without a number drafts are left alone; with a number and no
    /// draft that person's draft is dropped.
    func file(_ entry: OutboxEntry, draft: Draft?, of number: DocumentNumber?) async throws(StorageFault)
    /// Unsettled entries, oldest first. Entries of one application are sent strictly in this order.
    func unsettledEntries() async throws(StorageFault) -> [OutboxEntry]
    /// The same queue without what the entries hold: papers are large, and a long outage makes a long queue.
    func waitingEntries() async throws(StorageFault) -> [WaitingEntry]
    /// Nil once it is settled.
    func unsettledEntry(_ id: EntryID) async throws(StorageFault) -> OutboxEntry?
    /// Keeps the store's answer and takes the entry out of the queue. The first answer stands.
    func settle(_ receipt: EntryReceipt) async throws(StorageFault)
    /// Nil while the entry waits, and once its application has been erased.
    func receipt(of entry: EntryID) async throws(StorageFault) -> EntryReceipt?
    /// Fires whenever an entry was filed or settled.
    func outboxChanges() async -> AsyncStream<Void>

    func feedCursor() async throws(StorageFault) -> Int
    func apply(_ page: ChangePage) async throws(StorageFault)

    /// The cached register of enterprises, for the search by pinyin initials.
    func enterprises() async throws(StorageFault) -> [Enterprise]
    func registerCursor() async throws(StorageFault) -> Int
    func keep(_ page: EnterpriseRegisterPage) async throws(StorageFault)

    /// Appends to the audit chain: what happened, without personal data.
    func audit(_ act: String) async throws(StorageFault)
    /// Erases, beyond recovery, everything personal whose entries the store has settled. A draft goes when the store
    /// has applied its pending entry; one that was refused or never filed stays for its owner. Receipts go too: call it when no session is open.
    func eraseSettled() async throws(StorageFault)
}

/// An unsettled entry's place in the queue.
package struct WaitingEntry: Hashable, Sendable {
    package let id: EntryID
    package let applicationID: ApplicationID

    package init(id: EntryID, applicationID: ApplicationID) {
        self.id = id
        self.applicationID = applicationID
    }
}

/// A form that has not been filed, or was filed and is being edited.
package struct Draft: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package var form: ApplicationForm
    /// Waiting for the store's word on this entry.
    package var pendingEntry: EntryID?

    package init(applicationID: ApplicationID, form: ApplicationForm, pendingEntry: EntryID? = nil) {
        self.applicationID = applicationID
        self.form = form
        self.pendingEntry = pendingEntry
    }
}
