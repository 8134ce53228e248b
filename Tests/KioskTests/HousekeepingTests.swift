import Core
import Foundation
import Storage
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct HousekeepingTests {
    @Test func `drafts that nobody has touched for the site's days are dropped, filed ones are not`() async throws {
        try await withFolder { folder in
            let storage = try Self.storage(in: folder)
            let number = try Sample.identity().number
            try await storage.keep(try Sample.draft(), of: number)
            await Self.housekeeping(storage, days: 29).dropOldDrafts()
            #expect(try await storage.draft(of: number) == nil)

            try await storage.keep(try Sample.draft(), of: number)
            await Self.housekeeping(storage, days: 30).dropOldDrafts()
            #expect(try await storage.draft(of: number) != nil)

            var pending = try Sample.draft()
            pending.pendingEntry = Sample.entryID
            try await storage.keep(pending, of: number)
            await Self.housekeeping(storage, days: 1).dropOldDrafts()
            #expect(try await storage.draft(of: number) == pending)
        }
    }

    @Test func `it erases at the start and whenever an entry settles`() async throws {
        try await withFolder { folder in
            let storage = try Self.storage(in: folder)
            let (erasures, erased) = AsyncStream.makeStream(of: Void.self)
            let work = Task { await Self.housekeeping(storage, days: 30, erase: { erased.yield() }).run() }
            defer { work.cancel() }
            var iterator = erasures.makeAsyncIterator()
            // At the start: for what the last run has left, and after the old drafts.
            for _ in 0..<2 { _ = await iterator.next(isolation: #isolation) }
            let entry = OutboxEntry(
                id: Sample.entryID, applicationID: Sample.applicationID, content: .withdraw, createdAt: Sample.now)
            try await storage.file(entry, draft: nil, of: nil)
            _ = await iterator.next(isolation: #isolation)
            try await storage.settle(Sample.receipt(of: entry.id))
            _ = await iterator.next(isolation: #isolation)
        }
    }

    private static func storage(in folder: URL) throws -> LiveKioskStorage {
        try LiveKioskStorage(
            at: folder.appending(path: "kiosk.sqlite").path, key: try #require(DeviceKey(Data(0..<32))),
            now: { Sample.now - 29.5 * 86_400 })
    }

    private static func housekeeping(
        _ storage: LiveKioskStorage, days: Int, erase: @escaping @Sendable () -> Void = {}
    ) -> Housekeeping {
        Housekeeping(storage: storage, now: { Sample.now }, draftDays: days, erase: erase)
    }
}
