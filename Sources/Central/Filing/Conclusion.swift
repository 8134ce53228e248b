import Core
import Foundation

/// What a transition asks for, carried out in its own transaction: by a kiosk's entry, or by a reviewer's act.
struct Conclusion {
    let registry: Registry
    let session: any SQLSession
    let now: Date
    /// A kiosk, or the back office.
    let place: String
    /// The kiosk's entry; a reviewer's act has an identifier of its own.
    let entry: EntryID

    /// Stores the application after one or more transitions.
    ///
    /// - Parameter revision: where the stored history ended; what is newer is added to it.
    func conclude(
        _ record: ApplicationRecord, from revision: Int, _ effects: [Registration.Effect], pdf: Data?
    ) throws -> ApplicationStatus {
        var record = record
        var effects = effects
        // An acceptance has effects of its own, so that the list may grow.
        var position = 0
        while position < effects.count {
            if let decision = try decision(on: effects[position]) {
                effects += try record.apply(.accept(decision), by: .store, at: now)
            }
            position += 1
        }
        record.updatedAt = now
        try session.keep(record, kiosk: place)
        if let pdf, let paper = record.registration.papers.last {
            try session.keepPaper(paper, content: pdf, of: record.registration.id)
        }
        try keepHistory(of: record.registration, after: revision)
        if record.registration.history.contains(where: { $0.revision > revision && $0.event == .accept }) {
            try keepNotice(of: record.registration)
        }
        for effect in effects { try carryOut(effect, record) }
        try session.appendChange(record.status)
        return record.status
    }

    /// The store's own act on this effect: acceptance is its own when the setting says so, and a sealed cancellation
    /// is numbered in any case.
    private func decision(on effect: Registration.Effect) throws -> AcceptanceDecision? {
        switch effect {
        case .issueNotice: try issueNumber()
        case .requestAcceptance:
            registry.policy.acceptance == .automatic ? try issueNumber() : nil
        case .notifyEnterprise, .notifyApplicant, .voidPapers, .endRegistration, .issueCertificate: nil
        }
    }

    private func carryOut(_ effect: Registration.Effect, _ record: ApplicationRecord) throws {
        switch effect {
        case .notifyEnterprise: try notifyEnterprise(of: record.registration)
        case .notifyApplicant: try notifyApplicant(of: record.registration)
        case .voidPapers(let digests): try session.voidPapers(digests, of: record.registration.id)
        case .endRegistration: try endCertificate(of: record.registration)
        case .issueCertificate: try issueCertificate(for: record.registration)
        // Numbered, or left to a reviewer, when the effects were gathered.
        case .requestAcceptance, .issueNotice: break
        }
    }

    /// Per year, without gaps and without doubles: the counter is raised in the transaction that uses the number.
    func issueNumber() throws -> AcceptanceDecision {
        let year = CivilDate(shanghai: now).year
        let row = try session.row(
            """
            INSERT INTO notice_counters (year, last) VALUES (?, 1)
            ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
            """, year)
        guard let serial = try row?.integer("last"), let number = NoticeNumber(year: year, serial: serial) else {
            throw DatabaseFault.unexpected(column: "notice_counters.last")
        }
        return AcceptanceDecision(number: number, checkCode: checkCode(), acceptedAt: now)
    }

    /// Eight characters that nobody mistakes for another: 32 to the 8th, about 10¹².
    private func checkCode() -> String {
        let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        return String((0..<8).map { _ in alphabet[Int(registry.world.number(below: 32))] })
    }

    private func keepNotice(of registration: Registration) throws {
        guard registration.acceptance != nil else { return }
        let policy = registry.policy
        guard
            let notice = AcceptanceNotice(
                registration, calendar: policy.calendar, office: policy.office, workingDays: policy.decisionDays)
        else { throw DatabaseFault.unexpected(column: "applications.content") }
        try session.run(
            "INSERT INTO notices (application, number, content) VALUES (?, ?, ?)", registration.id,
            notice.number.description, JSONColumn(notice))
    }

    private func notifyEnterprise(of registration: Registration) throws {
        guard let code = registration.form.enterprise?.code, let phone = try session.phone(of: code) else { return }
        try registry.send(.applicationWaits(registration.kind), to: phone, in: session)
    }

    private func notifyApplicant(of registration: Registration) throws {
        let isNews = registration.history.last?.event != .accept
        let number = isNews ? nil : registration.acceptance?.number
        let message: TextMessage =
            number.map { .accepted(registration.kind, $0) } ?? .news(registration.kind, registration.state)
        try registry.send(message, to: registration.applicant.phone, in: session)
    }

    /// 注销注册: the registration ends with the seal, its certificate is void.
    private func endCertificate(of registration: Registration) throws {
        guard var certificate = try session.certificate(of: registration.applicant.identity.number) else { return }
        do { try certificate.apply(.cancel, by: .store, at: now) } catch {
            throw EntryRefusal.notEligible(.notRegistered)
        }
        try session.keepCertificate(certificate)
    }

    private func keepHistory(of registration: Registration, after revision: Int) throws {
        for step in registration.history where step.revision > revision {
            try session.run(
                """
                INSERT INTO history
                    (application, revision, event, actor, reason, from_state, to_state, at, kiosk, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, registration.id, step.revision, step.event.rawValue, step.actor.role.rawValue, step.reason,
                step.from.rawValue, step.to.rawValue, step.at, place, entry)
        }
    }
}
