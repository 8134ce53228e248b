import Core
import Foundation

/// The port in memory, with a disk that can be full for a while.
actor MemoryStorage: KioskStorage {
    private var outbox: [OutboxEntry] = []
    private(set) var receipts: [EntryID: EntryReceipt] = [:]
    private(set) var cursor = 0
    private var register: [Enterprise] = []
    private var registerPlace = 0
    private var failuresLeft = 0
    private var listeners: [AsyncStream<Void>.Continuation] = []

    init(cursor: Int = 0) { self.cursor = cursor }

    /// The next `count` writes find the disk full.
    func fail(_ count: Int) { failuresLeft = count }

    private func write() throws(StorageFault) {
        guard failuresLeft == 0 else {
            failuresLeft -= 1
            throw .full
        }
    }

    func file(_ entry: OutboxEntry) async throws { try file(entry, draft: nil, of: nil) }

    func file(_ entry: OutboxEntry, draft: Draft?, of number: DocumentNumber?) throws(StorageFault) {
        outbox.append(entry)
        for listener in listeners { listener.yield() }
    }

    func unsettledEntries() throws(StorageFault) -> [OutboxEntry] { outbox }

    func waitingEntries() throws(StorageFault) -> [WaitingEntry] {
        outbox.map { WaitingEntry(id: $0.id, applicationID: $0.applicationID) }
    }

    func unsettledEntry(_ id: EntryID) throws(StorageFault) -> OutboxEntry? { outbox.first { $0.id == id } }

    func settle(_ receipt: EntryReceipt) throws(StorageFault) {
        try write()
        outbox.removeAll { $0.id == receipt.entryID }
        receipts[receipt.entryID] = receipts[receipt.entryID] ?? receipt
        for listener in listeners { listener.yield() }
    }

    func receipt(of entry: EntryID) throws(StorageFault) -> EntryReceipt? { receipts[entry] }

    func outboxChanges() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        listeners.append(continuation)
        return stream
    }

    /// When the outbox is empty.
    func settled() async {
        let changes = outboxChanges()
        guard !outbox.isEmpty else { return }
        for await _ in changes where outbox.isEmpty { return }
    }

    func feedCursor() throws(StorageFault) -> Int { cursor }
    func apply(_ page: ChangePage) throws(StorageFault) {
        try write()
        cursor = page.cursor
    }

    func enterprises() throws(StorageFault) -> [Enterprise] { register }
    func registerCursor() throws(StorageFault) -> Int { registerPlace }
    func keep(_ page: EnterpriseRegisterPage) throws(StorageFault) {
        try write()
        register += page.enterprises
        registerPlace = page.cursor
    }

    // Not used by what is tested here.
    func draft(of number: DocumentNumber) throws(StorageFault) -> Draft? { nil }
    func keep(_ draft: Draft, of number: DocumentNumber) throws(StorageFault) {}
    func dropDraft(of number: DocumentNumber) throws(StorageFault) {}
    func keep(_ content: Data, as digest: PaperDigest, of application: ApplicationID) throws(StorageFault) {}
    func attachment(_ digest: PaperDigest, of application: ApplicationID) throws(StorageFault) -> Data? { nil }
    func audit(_ act: String) throws(StorageFault) {}
    func eraseSettled() throws(StorageFault) {}
    func open(_ order: PrintOrder, pdf: Data) throws(StorageFault) {}
    func update(_ order: PrintOrder) throws(StorageFault) {}
    func openOrders() throws(StorageFault) -> [PrintOrder] { [] }
    func orders(of application: ApplicationID) throws(StorageFault) -> [PrintOrder] { [] }
    func pdf(of token: PrintToken) throws(StorageFault) -> Data? { nil }
}
