import Core
import Foundation
import Storage
import Testing

@Suite struct OutboxTests {
    @Test func `entries come back in the order in which they were filed, also after a restart`() async throws {
        try await withPlace { place in
            let storage = try place.open()
            let entries = try (0..<12).map { try Sample.save($0, of: $0 % 3) }
            for entry in entries.shuffled(seed: 7) { try await storage.file(entry, draft: nil, of: nil) }
            let again = try place.open()
            #expect(try await again.unsettledEntries() == entries.shuffled(seed: 7))
            #expect(try await again.waitingEntries().map(\.id) == entries.shuffled(seed: 7).map(\.id))
        }
    }

    @Test func `an entry is filed with the draft, and both are there`() async throws {
        try await withStorage { storage, _ in
            let number = try Sample.number(1)
            let draft = Sample.draft(1, pending: Sample.entryID(1))
            try await storage.file(Sample.save(1, of: 1), draft: draft, of: number)
            #expect(try await storage.draft(of: number) == draft)
            #expect(try await storage.unsettledEntry(Sample.entryID(1)) == Sample.save(1, of: 1))
        }
    }

    @Test func `an entry without a person leaves drafts alone, one without a draft drops that person's`() async throws {
        try await withStorage { storage, _ in
            let number = try Sample.number(1)
            try await storage.keep(Sample.draft(1), of: number)
            try await storage.file(Sample.withdrawal(1, of: 1), draft: nil, of: nil)
            #expect(try await storage.draft(of: number) != nil)
            try await storage.file(Sample.withdrawal(2, of: 1), draft: nil, of: number)
            #expect(try await storage.draft(of: number) == nil)
        }
    }

    @Test func `settling takes the entry out and keeps the first answer`() async throws {
        try await withStorage { storage, _ in
            try await storage.file(Sample.save(1, of: 1), draft: nil, of: nil)
            #expect(try await storage.receipt(of: Sample.entryID(1)) == nil)
            for receipt in [try Sample.applied(1, of: 1), try Sample.applied(1, of: 1), Sample.refused(1)] {
                try await storage.settle(receipt)
                #expect(try await storage.receipt(of: Sample.entryID(1)) == Sample.applied(1, of: 1))
                #expect(try await storage.unsettledEntries().isEmpty)
            }
        }
    }

    @Test func `an entry filed again, waiting or settled, is one entry`() async throws {
        try await withStorage { storage, _ in
            let entry = try Sample.save(1, of: 1)
            try await storage.file(entry, draft: nil, of: nil)
            try await storage.file(entry, draft: nil, of: nil)
            #expect(try await storage.unsettledEntries() == [entry])
            try await storage.settle(Sample.applied(1, of: 1))
            try await storage.file(entry, draft: nil, of: nil)
            try await storage.eraseSettled()
            try await storage.file(entry, draft: nil, of: nil)
            #expect(try await storage.unsettledEntries().isEmpty)
        }
    }

    @Test func `an answer to an entry that was never filed changes nothing`() async throws {
        try await withStorage { storage, _ in
            try await storage.settle(Sample.applied(1, of: 1))
            #expect(try await storage.receipt(of: Sample.entryID(1)) == nil)
        }
    }

    @Test func `filing and settling are announced, keeping a draft is not`() async throws {
        try await withStorage { storage, _ in
            var changes = await storage.outboxChanges().makeAsyncIterator()
            try await storage.file(Sample.save(1, of: 1), draft: nil, of: nil)
            await changes.next()
            try await storage.settle(Sample.applied(1, of: 1))
            await changes.next()

            let quiet = await storage.outboxChanges()
            try await storage.keep(Sample.draft(1), of: Sample.number(1))
            try await storage.audit("self-test passed")
            let watcher = Task { await quiet.first { true } != nil }
            watcher.cancel()
            #expect(await watcher.value == false)
        }
    }

    @Test func `two openings of the file and many writers lose nothing`() async throws {
        try await withPlace { place in
            let storages = [try place.open(), try place.open()]
            try await withThrowingTaskGroup { group in
                for index in 0..<60 {
                    group.addTask {
                        let storage = storages[index % 2]
                        try await storage.file(
                            Sample.save(index, of: index / 6), draft: Sample.draft(index / 6),
                            of: Sample.number(index / 6))
                        if index % 3 == 0 { try await storage.settle(Sample.applied(index, of: index / 6)) }
                        try await storage.audit("entry filed")
                    }
                }
                try await group.waitForAll()
            }
            let left = Set(try await storages[0].unsettledEntries().map(\.id))
            #expect(left == Set((0..<60).filter { $0 % 3 != 0 }.map(Sample.entryID)))
            #expect(try await storages[0].auditTrail().count == 60)
            #expect(try await storages[1].auditBreak() == nil)
        }
    }
}

extension Array {
    /// The same disorder on every run.
    func shuffled(seed: UInt64) -> [Element] {
        var generator = Steps(state: seed)
        return shuffled(using: &generator)
    }
}

/// A linear congruential generator (Knuth's MMIX constants): tests need disorder that can be repeated.
struct Steps: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
