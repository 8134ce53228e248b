import CentralAPI
import Core
import Foundation

/// The last that is known of a kiosk.
struct FleetEntry: Hashable, Sendable {
    let kiosk: String
    let report: KioskReport
    let at: Date
    /// The version that is meant for it; nil: none.
    let offered: String?
    /// The newest first.
    let notes: [Note]

    struct Note: Hashable, Sendable {
        let at: Date
        let event: FleetEvent
    }

    /// It has not been heard of for more than two periods.
    func isSilent(at now: Date) -> Bool { now.timeIntervalSince(at) > 2 * TimeInterval(KioskReport.period) }
}

extension Registry {
    /// Bytes of a report as JSON: one that is longer is not from a program of ours.
    static let longestReport = 65_536
    /// Events that are kept of a kiosk.
    static let keptEvents = 20

    func takeReport(_ report: KioskReport, kiosk: String) async throws -> KioskInstructions {
        let content = try WireCoding.encode(report)
        guard content.count <= Self.longestReport else {
            throw Problem(.requestUnreadable, detail: "a report has at most \(Self.longestReport) bytes")
        }
        let now = world.now()
        return try await database.write { session in
            let earlier = try session.report(of: kiosk)
            for event in report.events(since: earlier) { try session.note(event, of: kiosk, at: now) }
            try session.run(
                """
                INSERT INTO kiosk_reports (kiosk, at, report) VALUES (?, ?, ?)
                ON CONFLICT (kiosk) DO UPDATE SET at = excluded.at, report = excluded.report
                """, kiosk, now, String(decoding: content, as: UTF8.self))
            return KioskInstructions(
                release: try report.appliance.flatMap { try session.offer(to: kiosk, $0, at: now) })
        }
    }

    /// By name.
    func fleet() async throws -> [FleetEntry] {
        let now = world.now()
        return try await database.read { session in
            try session.rows("SELECT * FROM kiosk_reports ORDER BY kiosk").map { row in
                let kiosk = try row.text("kiosk")
                let report = try row.json(KioskReport.self, "report")
                return FleetEntry(
                    kiosk: kiosk, report: report, at: try row.date("at"),
                    offered: try report.appliance.flatMap { try session.offer(to: kiosk, $0, at: now)?.version },
                    notes: try session.notes(of: kiosk))
            }
        }
    }
}

extension SQLSession {
    func report(of kiosk: String) throws -> KioskReport? {
        try row("SELECT report FROM kiosk_reports WHERE kiosk = ?", kiosk)?.json(KioskReport.self, "report")
    }

    fileprivate func note(_ event: FleetEvent, of kiosk: String, at now: Date) throws {
        try run(
            "INSERT INTO kiosk_events (kiosk, at, event) VALUES (?, ?, ?)", kiosk, now, JSONColumn(event))
        try run(
            """
            DELETE FROM kiosk_events WHERE kiosk = ? AND position <= (
                SELECT position FROM kiosk_events WHERE kiosk = ? ORDER BY position DESC LIMIT 1 OFFSET \(Registry.keptEvents))
            """, kiosk, kiosk)
    }

    fileprivate func notes(of kiosk: String) throws -> [FleetEntry.Note] {
        try rows("SELECT * FROM kiosk_events WHERE kiosk = ? ORDER BY position DESC", kiosk)
            .map { FleetEntry.Note(at: try $0.date("at"), event: try $0.json(FleetEvent.self, "event")) }
    }
}
