import Core
import Foundation

/// One entry being applied, inside its transaction. A refusal is thrown, and the caller takes back what was written.
struct Filing {
    let registry: Registry
    let entry: OutboxEntry
    let kiosk: String
    let now: Date
    let session: any SQLSession

    var conclusion: Conclusion {
        Conclusion(registry: registry, session: session, now: now, place: kiosk, entry: entry.id)
    }

    func apply(_ examination: Examination) throws -> EntryReceipt.Outcome {
        if case .attach(let attachment) = entry.content { return .kept(try keep(attachment, examination)) }
        return try step(examination).map { .applied($0) } ?? .noted
    }

    /// - Returns: nil where no application has changed by it.
    private func step(_ examination: Examination) throws -> ApplicationStatus? {
        switch entry.content {
        case .attach: throw EntryRefusal.applicationUnknown
        case .save(let identity, let form):
            return try save(identity, form)
        case .signPersonally(let paper, let pdf):
            let record = try ownApplication(.signPersonally)
            return try record.checked(examination).step(.signPersonally(paper), by: .applicant, pdf, self)
        case .seal(let code, let paper, let pdf):
            let record = try application(for: code, .seal)
            return try record.checked(examination).step(.seal(paper), by: .enterprise(code), pdf, self)
        case .returnToApplicant(let code, let reason):
            let record = try application(for: code, .returnToApplicant)
            return try record.step(.returnToApplicant(reason: reason), by: .enterprise(code), nil, self)
        case .withdraw:
            return try ownApplication(.withdraw).step(.withdraw, by: .applicant, nil, self)
        case .collect(let id): return try collect(id)
        case .exchange(let id, let photo):
            try exchange(id, photo: photo)
            return nil
        case .rename(let enterprise):
            try rename(to: enterprise)
            return nil
        case .printed(let report):
            let name = report.name ?? .acceptanceNotice
            return NumberedCopies.areCounted(of: name) ? try keep(report, of: name) : try note(report, of: name)
        }
    }

    /// The application, if its applicant has been at this kiosk: nobody else's withdrawal is taken from it.
    private func ownApplication(_ event: RegistrationEvent.Name) throws -> ApplicationRecord {
        guard let record = try session.application(entry.applicationID) else { throw EntryRefusal.applicationUnknown }
        guard try session.hasVisited(kiosk, .applicant(record.person)) else {
            throw EntryRefusal.transition(.notYours(role: .applicant, event: event))
        }
        return record
    }

    private func application(for code: CreditCode, _ event: RegistrationEvent.Name) throws -> ApplicationRecord {
        guard let record = try session.application(entry.applicationID) else { throw EntryRefusal.applicationUnknown }
        guard try session.hasVisited(kiosk, .enterprise(code)) else {
            throw EntryRefusal.transition(.notYours(role: .enterprise, event: event))
        }
        return record
    }

    /// A sheet of a paper whose copies nobody counts is out: what was printed stands in the audit.
    private func note(_ report: PrintReport, of name: PaperName) throws -> ApplicationStatus? {
        try session.audit(
            "printed \(name.rawValue) \(entry.applicationID), copy \(report.copyNumber)", by: kiosk, at: now)
        return try session.application(entry.applicationID)?.status
    }

    /// A sheet is out: noted once by its token; the application itself does not change.
    private func keep(_ report: PrintReport, of name: PaperName) throws -> ApplicationStatus? {
        guard let record = try session.application(entry.applicationID) else {
            guard name != .acceptanceNotice else { throw EntryRefusal.applicationUnknown }
            return try note(report, of: name)
        }
        try session.run(
            """
            INSERT INTO prints (token, application, paper, paper_name, copy_number, at, kiosk)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token) DO NOTHING
            """, report.token, entry.applicationID, report.paper, name.rawValue, report.copyNumber, report.at, kiosk)
        if name != .acceptanceNotice { _ = try note(report, of: name) }
        try noteStaffCopy(report, of: name)
        return record.status
    }
}

extension Filing {
    /// The sheet that staff have ordered is out: the audit says whose it was, and which copy.
    private func noteStaffCopy(_ report: PrintReport, of name: PaperName) throws {
        let row = try session.row(
            """
            SELECT staff, reason FROM numbered_copies
            WHERE application = ? AND paper_name = ? AND copy_number = ? AND kiosk = ? AND staff IS NOT NULL
            """, entry.applicationID, name.rawValue, report.copyNumber, kiosk)
        guard let row else { return }
        let paper = "\(name.audited)\(entry.applicationID)"
        let act = "staff \(try row.text("staff")) copy \(report.copyNumber) of \(paper) is out"
        try session.audit("\(act): \(try row.text("reason"))", by: kiosk, at: now)
    }
}

extension ApplicationRecord {
    /// The signature was judged for this revision, and judged good.
    func checked(_ examination: Examination) throws -> ApplicationRecord {
        guard examination.revision == registration.revision else { throw Overtaken() }
        if let refusal = examination.refusal { throw refusal }
        return self
    }

    /// One transition with its paper, stored together with what it asks for.
    func step(
        _ event: RegistrationEvent, by actor: Actor, _ pdf: Data?, _ filing: Filing
    ) throws -> ApplicationStatus {
        var record = self
        let effects = try record.apply(event, by: actor, at: filing.now)
        return try filing.conclusion.conclude(record, from: registration.revision, effects, pdf: pdf)
    }

    mutating func apply(_ event: RegistrationEvent, by actor: Actor, at now: Date) throws -> [Registration.Effect] {
        do { return try registration.apply(event, by: actor, at: now) } catch {
            throw EntryRefusal.transition(error)
        }
    }
}
