package import Foundation

/// One sheet to be printed, as the ledger keeps it. A row stands in the ledger before any job exists; only the
/// printer's own word closes it.
package struct PrintOrder: Hashable, Sendable, Codable {
    /// Job name at queue and printer: the identity by which a job is found again after any crash.
    package let token: PrintToken
    /// What the paper is about: an application, or under its identifier a certificate or a rename.
    package let applicationID: ApplicationID
    /// Orders from before there were other papers have none.
    private let paperName: PaperName?
    package let paper: PaperDigest
    package let pages: Int
    /// 第N次打印: 1 for the first.
    package let copyNumber: Int
    package let orderedAt: Date
    package private(set) var state: State

    package enum State: Hashable, Sendable, Codable {
        /// In the ledger; nothing sent.
        case ready
        /// A job may exist at the printer: look for the token before sending anything.
        case submitting
        /// A job exists under this id and its document may be on its way: only the printer can tell where it is.
        case accepted(JobReference)
        /// The printer's own job says that every sheet is out.
        case printed(at: Date)
        /// The printer gave the job up with no sheet out; a new order may follow.
        case failed(reason: String)
        case cancelled
        /// Nobody can tell whether the sheet is out: a person must look. Never resent by itself.
        case unknown
    }

    package struct JobReference: Hashable, Sendable, Codable {
        package let device: String
        /// The job at the queue; ids start anew with the queue's spool.
        package let jobID: Int
        /// `printer-up-time` in seconds when the job was accepted: a smaller one later means the printer restarted.
        package let printerUpTime: Int
        /// The kiosk's clock at the same moment: the two clocks drift apart when the printer restarted meanwhile.
        package let acceptedAt: Date?
        /// The job at the printer, once it was seen there with its document. From then on the order is never sent
        /// again, even if the printer forgets the job.
        package let printerJobID: Int?

        package init(
            device: String, jobID: Int, printerUpTime: Int, acceptedAt: Date? = nil, printerJobID: Int? = nil
        ) {
            self.device = device
            self.jobID = jobID
            self.printerUpTime = printerUpTime
            self.acceptedAt = acceptedAt
            self.printerJobID = printerJobID
        }

        package func seen(asPrinterJob id: Int) -> JobReference {
            JobReference(
                device: device, jobID: jobID, printerUpTime: printerUpTime, acceptedAt: acceptedAt, printerJobID: id)
        }
    }

    package enum Event: Hashable, Sendable {
        case submit
        case accept(JobReference)
        /// Looked for by token: surely not at the printer, so it is safe to send (again).
        case foundAbsent
        case print(at: Date)
        case fail(reason: String)
        case cancel
        case lose
        /// A person looked at the tray.
        case confirmOut(at: Date)
        case confirmNotOut
    }

    package struct Refusal: Error, Hashable, Sendable {
        package let state: State
        package let event: Event
    }

    package init(
        token: PrintToken, applicationID: ApplicationID, name: PaperName = .acceptanceNotice, paper: PaperDigest,
        pages: Int, copyNumber: Int, orderedAt: Date
    ) {
        paperName = name == .acceptanceNotice ? nil : name
        self.token = token
        self.applicationID = applicationID
        self.paper = paper
        self.pages = pages
        self.copyNumber = copyNumber
        self.orderedAt = orderedAt
        state = .ready
    }

    package var name: PaperName { paperName ?? .acceptanceNotice }

    package var isOpen: Bool {
        switch state {
        case .ready, .submitting, .accepted: true
        case .printed, .failed, .cancelled, .unknown: false
        }
    }

    package mutating func apply(_ event: Event) throws(Refusal) {
        switch (state, event) {
        case (.ready, .submit): state = .submitting
        case (.submitting, .accept(let job)): state = .accepted(job)
        // Seen at the printer once, it stays seen: nothing below makes it look unsent.
        case (.accepted(let known), .accept(let job))
        where known.printerJobID == nil || known.printerJobID == job.printerJobID:
            state = .accepted(job)
        case (.submitting, .foundAbsent): state = .ready
        case (.accepted(let known), .foundAbsent) where known.printerJobID == nil: state = .ready
        case (.submitting, .print(let at)), (.accepted, .print(let at)): state = .printed(at: at)
        case (.submitting, .fail(let reason)), (.accepted, .fail(let reason)): state = .failed(reason: reason)
        case (.ready, .cancel), (.submitting, .cancel), (.accepted, .cancel): state = .cancelled
        case (.submitting, .lose), (.accepted, .lose): state = .unknown
        case (.unknown, .confirmOut(let at)): state = .printed(at: at)
        case (.unknown, .confirmNotOut): state = .failed(reason: "confirmed by a person: no sheet")
        case (.ready, _), (.submitting, _), (.accepted, _), (.printed, _), (.failed, _), (.cancelled, _),
            (.unknown, _):
            throw Refusal(state: state, event: event)
        }
    }
}
