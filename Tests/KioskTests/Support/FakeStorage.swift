import Core
import Foundation

/// The kiosk's memory without a disk.
actor FakeStorage: KioskStorage, KioskInspection {
    var fault: StorageFault?
    private(set) var drafts: [DocumentNumber: Draft] = [:]
    private(set) var filed: [OutboxEntry] = []
    private(set) var receipts: [EntryID: EntryReceipt] = [:]
    private(set) var ledger: [PrintOrder] = []
    private(set) var papers: [PrintToken: Data] = [:]
    private(set) var acts: [String] = []
    private(set) var erasures = 0
    private var listeners: [AsyncStream<Void>.Continuation] = []
    private var whoAwaitsListeners: [CheckedContinuation<Void, Never>] = []

    func set(fault: StorageFault?) { self.fault = fault }
    private func check() throws(StorageFault) { if let fault { throw fault } }

    func draft(of number: DocumentNumber) throws(StorageFault) -> Draft? {
        try check()
        return drafts[number]
    }

    func keep(_ draft: Draft, of number: DocumentNumber) throws(StorageFault) {
        try check()
        drafts[number] = draft
    }

    func dropDraft(of number: DocumentNumber) throws(StorageFault) {
        try check()
        drafts[number] = nil
    }

    private(set) var files: [PaperDigest: Data] = [:]

    func keep(_ content: Data, as digest: PaperDigest, of application: ApplicationID) throws(StorageFault) {
        try check()
        files[digest] = content
    }

    func attachment(_ digest: PaperDigest, of application: ApplicationID) throws(StorageFault) -> Data? {
        try check()
        return files[digest]
    }

    func file(_ entry: OutboxEntry, draft: Draft?, of number: DocumentNumber?) throws(StorageFault) {
        try check()
        filed.append(entry)
        if let number { drafts[number] = draft }
        for listener in listeners { listener.yield() }
    }

    func unsettledEntries() -> [OutboxEntry] { filed.filter { receipts[$0.id] == nil } }
    func waitingEntries() -> [WaitingEntry] {
        unsettledEntries().map { WaitingEntry(id: $0.id, applicationID: $0.applicationID) }
    }
    func unsettledEntry(_ id: EntryID) -> OutboxEntry? { unsettledEntries().first { $0.id == id } }

    func settle(_ receipt: EntryReceipt) throws(StorageFault) {
        receipts[receipt.entryID] = receipt
        for listener in listeners { listener.yield() }
    }

    func receipt(of entry: EntryID) throws(StorageFault) -> EntryReceipt? {
        try check()
        return receipts[entry]
    }

    func outboxChanges() -> AsyncStream<Void> {
        let (stream, listener) = AsyncStream.makeStream(of: Void.self)
        listeners.append(listener)
        for waiting in whoAwaitsListeners { waiting.resume() }
        whoAwaitsListeners = []
        return stream
    }

    /// Until somebody listens to `outboxChanges`.
    func isListenedTo() async {
        if listeners.isEmpty { await withCheckedContinuation { whoAwaitsListeners.append($0) } }
    }

    func feedCursor() -> Int { 0 }
    func apply(_ page: ChangePage) {}
    func enterprises() -> [Enterprise] { [] }
    func registerCursor() -> Int { 0 }
    func keep(_ page: EnterpriseRegisterPage) {}

    func audit(_ act: String) throws(StorageFault) {
        try check()
        acts.append(act)
    }

    func eraseSettled() { erasures += 1 }

    func open(_ order: PrintOrder, pdf: Data) throws(StorageFault) {
        try check()
        ledger.append(order)
        papers[order.token] = pdf
    }

    func update(_ order: PrintOrder) throws(StorageFault) {
        try check()
        ledger = ledger.map { $0.token == order.token ? order : $0 }
    }

    func openOrders() throws(StorageFault) -> [PrintOrder] { ledger.filter(\.isOpen) }

    func orders(of application: ApplicationID) throws(StorageFault) -> [PrintOrder] {
        try check()
        return ledger.filter { $0.applicationID == application }
    }

    func pdf(of token: PrintToken) -> Data? { papers[token] }

    func checkIntegrity() throws(StorageFault) { try check() }

    func counts() throws(StorageFault) -> KioskCounts {
        try check()
        return KioskCounts(
            waitingEntries: waitingEntries().count, openOrders: ledger.filter(\.isOpen).count,
            unknownOrders: ledger.filter { $0.state == .unknown }.count)
    }
}
