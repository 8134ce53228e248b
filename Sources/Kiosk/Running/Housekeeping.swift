import Core
import Foundation
import Storage

/// What the kiosk forgets while nobody is there, beside what it forgets at the end of each visit.
struct Housekeeping: Sendable {
    let storage: LiveKioskStorage
    let now: @Sendable () -> Date
    /// Days after which a form that was begun and never filed is dropped.
    let draftDays: Int
    /// Erases what the store has, unless a visit is open.
    let erase: @Sendable () -> Void

    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await eraseAsEntriesSettle() }
            group.addTask { await dropOldDraftsDaily() }
        }
    }

    /// First for what an earlier run of the program has left.
    private func eraseAsEntriesSettle() async {
        let changes = await storage.outboxChanges()
        erase()
        for await _ in changes { erase() }
    }

    private func dropOldDraftsDaily() async {
        while !Task.isCancelled {
            await dropOldDrafts()
            try? await Task.sleep(for: .seconds(86_400))
        }
    }

    func dropOldDrafts() async {
        try? await storage.dropDrafts(untouchedSince: now().addingTimeInterval(-86_400 * Double(draftDays)))
        erase()
    }
}
