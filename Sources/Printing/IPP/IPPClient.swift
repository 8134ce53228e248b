import CCUPS
import Core
package import Foundation

/// A print server spoken to through libcups. Its calls block, so it lives on a queue of its own.
package actor IPPClient: PrintServer {
    /// What a document is sent as.
    package struct Format: Hashable, Sendable {
        /// `document-format`. `application/vnd.cups-pdf` goes through cupsd without any filter, so the printer gets
        /// the very bytes; `application/pdf` would be rewritten by pdftopdf and lose its signatures.
        package let mimeType: String
        /// `media` of every job: a queue made with `-m everywhere` prefers Letter.
        package let media: String

        package init(mimeType: String = "application/vnd.cups-pdf", media: String = "iso_a4_210x297mm") {
            self.mimeType = mimeType
            self.media = media
        }
    }

    private let endpoint: IPPEndpoint
    private let format: Format?
    private let user: String
    private let limit: Int32
    private let executor: QueueExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - format: nil for a server whose jobs are only watched.
    ///   - limit: how long connecting, and any pause of the server's, may last.
    package init(
        _ endpoint: IPPEndpoint, format: Format? = nil, user: String = "kiosk", limit: Duration = .seconds(3)
    ) {
        self.endpoint = endpoint
        self.format = format
        self.user = user
        self.limit = Int32(limit / .milliseconds(1))
        executor = QueueExecutor(label: "ipp \(endpoint.uri)")
    }

    package func status() throws(PrintServerFault) -> ServerStatus {
        var request = IPPRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, to: endpoint, user: user)
        request.add("requested-attributes", .keywords(ServerStatus.attributes))
        let groups = try perform(request, reading: IPP_TAG_PRINTER).groups
        guard let status = groups.first.flatMap({ ServerStatus($0, for: format) }) else {
            throw .refused(reason: "no printer-state")
        }
        return status
    }

    package func jobs(named name: String) throws(PrintServerFault) -> [ServerJob] {
        // `which-jobs=all` is optional for printers. Unfinished first: a job that ends between the two is met twice,
        // never missed.
        let unfinished = try jobs("not-completed", named: name)
        let finished = try jobs("completed", named: name)
        let met = Set(finished.map(\.id))
        return (finished + unfinished.filter { !met.contains($0.id) }).sorted { $0.id < $1.id }
    }

    package func createJob(named name: String) throws(PrintServerFault) -> Int {
        guard let format else { throw .refused(reason: "jobs of this server are only watched") }
        var request = IPPRequest(IPP_OP_CREATE_JOB, to: endpoint, user: user)
        request.add("job-name", .name(name))
        request.add("media", .keyword(format.media), in: IPP_TAG_JOB)
        let groups = try perform(request, reading: IPP_TAG_JOB).groups
        guard let id = groups.first?.number("job-id") else { throw .refused(reason: "no job-id") }
        return id
    }

    package func send(_ document: Data, toJob id: Int) throws(PrintServerFault) {
        guard let format else { throw .refused(reason: "jobs of this server are only watched") }
        var request = IPPRequest(IPP_OP_SEND_DOCUMENT, to: endpoint, user: user)
        request.add("job-id", .integer(id))
        request.add("document-format", .mimeType(format.mimeType))
        request.add("last-document", .boolean(true))
        try IPPConnection(to: endpoint, limit: limit).perform(request, document: document)
    }

    package func cancelJob(_ id: Int) throws(PrintServerFault) {
        var request = IPPRequest(IPP_OP_CANCEL_JOB, to: endpoint, user: user)
        request.add("job-id", .integer(id))
        _ = try perform(request, reading: IPP_TAG_JOB)
    }

    private func jobs(_ which: String, named name: String) throws(PrintServerFault) -> [ServerJob] {
        var request = IPPRequest(IPP_OP_GET_JOBS, to: endpoint, user: user)
        request.add("which-jobs", .keyword(which))
        request.add("requested-attributes", .keywords(ServerJob.attributes))
        return try perform(request, reading: IPP_TAG_JOB).groups
            .filter { $0.text("job-name") == name }
            .compactMap(ServerJob.init)
    }

    private func perform(_ request: IPPRequest, reading group: ipp_tag_t) throws(PrintServerFault) -> IPPResponse {
        try IPPConnection(to: endpoint, limit: limit).perform(request, reading: group)
    }
}

extension ServerStatus {
    static let attributes = [
        "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-up-time",
        "document-format-supported",
    ]

    init?(_ group: IPPResponse.Group, for format: IPPClient.Format?) {
        guard let state = group.number("printer-state").flatMap(State.init(rawValue:)) else { return nil }
        // A new queue takes jobs before it knows its formats, and then aborts them.
        let takesFormat = format.map { group["document-format-supported"]?.contains($0.mimeType) == true } ?? true
        self.init(
            state: state, reasons: group["printer-state-reasons"] ?? [],
            acceptsJobs: takesFormat && group.number("printer-is-accepting-jobs") != 0,
            upTime: group.number("printer-up-time") ?? 0)
    }
}

extension ServerJob {
    static let attributes = [
        "job-id", "job-name", "job-state", "job-state-reasons", "job-state-message", "job-impressions-completed",
        "time-at-processing",
    ]

    init?(_ group: IPPResponse.Group) {
        guard let id = group.number("job-id"), let state = group.number("job-state").flatMap(State.init(rawValue:))
        else { return nil }
        // Only an explicit `no-value` says that no work began; a server that leaves the attribute out says nothing.
        let wasProcessed = group["time-at-processing"].map { !$0.isEmpty } ?? true
        self.init(
            id: id, state: state, reasons: group["job-state-reasons"] ?? [],
            impressions: group.number("job-impressions-completed"), wasProcessed: wasProcessed,
            message: group.text("job-state-message"))
    }
}
