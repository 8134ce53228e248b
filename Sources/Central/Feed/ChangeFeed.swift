import CentralAPI
import Core
import Foundation
import ServiceLifecycle

extension Registry {
    /// What changed among the applications for which this kiosk has filed entries; waits when nothing has.
    func changes(_ cursor: ChangeCursor, kiosk: String) async throws -> ChangePage {
        let deadline = ContinuousClock.now + .seconds(min(cursor.wait, Self.longestWait))
        while true {
            let rings = await bells.changes.count
            let page = try await database.read { try $0.changes(after: cursor.after, kiosk: kiosk) }
            let left = ContinuousClock.now.duration(to: deadline)
            guard page.changes.isEmpty, left > .zero, !Task.isCancelled, !Task.isShuttingDownGracefully else {
                return page
            }
            // A store that stops does not keep its kiosks waiting.
            await cancelWhenGracefulShutdown {
                await bells.changes.wait(after: rings, seconds: left / .seconds(1))
            }
        }
    }

    private static let longestWait = 60
}

extension SQLSession {
    /// One page, oldest first. The cursor moves past other kiosks' changes too, so that they are read over once only.
    func changes(after cursor: Int, kiosk: String) throws -> ChangePage {
        let limit = 200
        let end = try row("SELECT COALESCE(MAX(position), 0) AS last FROM changes")?.integer("last") ?? 0
        let found = try rows(
            """
            SELECT position, status FROM changes
            WHERE position > ? AND application IN (SELECT application FROM entries WHERE kiosk = ?)
            ORDER BY position LIMIT ?
            """, cursor, kiosk, limit)
        let isFull = found.count == limit
        return ChangePage(
            changes: try found.map { try $0.json(ApplicationStatus.self, "status") },
            cursor: try isFull ? (found.last?.integer("position") ?? cursor) : max(cursor, end))
    }

    func appendChange(_ status: ApplicationStatus) throws {
        try run("INSERT INTO changes (application, status) VALUES (?, ?)", status.id, JSONColumn(status))
    }
}
