import Core
import Foundation
import GRDB
import Testing

@testable import Storage

/// Entry `k` of one person is filed with a draft that says `pendingEntry = k`. Whatever happens, the draft names the
/// last entry of the outbox, and the outbox holds 1 to k without a gap.
@Suite struct AtomicityTests {
    @Test(arguments: [(0, 900), (1, 0), (4, 250), (12, 1_700), (30, 40), (55, 3_100)])
    func `a process killed in the middle keeps what it had filed, and outbox and draft agree`(
        count: Int, microseconds: Int
    ) async throws {
        try await withPlace { place in
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [folder = place.folder as String, count = count as Int, microseconds = microseconds as Int] in
                try await fileAndDie(Place(folder: folder), after: count, microseconds)
            }
            let kept = try await expectAgreement(at: place)
            #expect(kept >= count)
        }
    }

    @Test func `a log torn at any byte opens as an earlier, whole state`() async throws {
        try await withPlace { place in
            let storage = try place.open()
            for index in 1...25 { try await file(index, in: storage) }
            let files = try ["", "-wal"].map { try Data(contentsOf: URL(filePath: place.path + $0)) }
            var steps = Steps(state: 42)
            var counts: Set<Int> = []
            for _ in 0..<40 {
                let length = Int.random(in: 0...files[1].count, using: &steps)
                counts.insert(
                    try await withPlace { copy in
                        try files[0].write(to: URL(filePath: copy.path))
                        try files[1].prefix(length).write(to: URL(filePath: copy.path + "-wal"))
                        return try await expectAgreement(at: copy)
                    })
            }
            #expect(counts.count > 5)
        }
    }

    @Test func `a full disk files nothing by halves, and filing goes on when there is room`() async throws {
        try await withStorage { storage, place in
            try await file(1, in: storage)
            let number = try Sample.number(1)
            let pages = try place.tamper { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
            try await storage.limitPages(to: pages)
            var filed = 1
            await #expect(throws: StorageFault.full) {
                while filed < 500 {
                    try await file(filed + 1, in: storage)
                    filed += 1
                }
            }
            #expect(try await storage.draft(of: number)?.pendingEntry == Sample.entryID(filed))
            #expect(try await storage.waitingEntries().count == filed)
            try await storage.limitPages(to: 100_000)
            try await file(filed + 1, in: storage)
            #expect(try await expectAgreement(at: place) == filed + 1)
        }
    }

    @Test func `when the draft cannot be written, the entry is not filed either`() async throws {
        try await withStorage { storage, place in
            try await file(1, in: storage)
            try place.tamper { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER broken BEFORE UPDATE ON draft BEGIN SELECT RAISE(ABORT, 'injected'); END
                        """)
            }
            await #expect(throws: StorageFault.damaged) { try await file(2, in: storage) }
            #expect(try await expectAgreement(at: place) == 1)
        }
    }

    @Test func `when the report cannot be queued, the order is not printed either`() async throws {
        try await withStorage { storage, place in
            var order = try Sample.order(1, of: 1)
            try await storage.open(order, pdf: Data("%PDF".utf8))
            try order.apply(.submit)
            try await storage.update(order)
            try place.tamper { db in
                try db.execute(
                    sql: "CREATE TRIGGER broken BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'injected'); END")
            }
            var printed = order
            try printed.apply(.print(at: Sample.instant))
            await #expect(throws: StorageFault.damaged) { try await storage.update(printed) }
            #expect(try await storage.openOrders() == [order])
        }
    }

    @Test func `a caller that gives up does not undo what it asked for`() async throws {
        try await withStorage { storage, _ in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await file(1, in: storage)
            }
            try await task.value
            #expect(try await storage.waitingEntries().count == 1)
        }
    }
}

private func file(_ index: Int, in storage: LiveKioskStorage) async throws {
    try await storage.file(
        Sample.save(index, of: 1), draft: Sample.draft(1, pending: Sample.entryID(index)), of: Sample.number(1))
}

/// Files `count` entries, goes on filing, and is killed so long after.
private func fileAndDie(_ place: Place, after count: Int, _ microseconds: Int) async throws {
    let storage = try place.open()
    for index in 0..<count { try await file(index + 1, in: storage) }
    Thread.detachNewThread {
        usleep(UInt32(microseconds))
        kill(getpid(), SIGKILL)
    }
    for index in count... { try await file(index + 1, in: storage) }
}

/// - Returns: how many entries survived.
@discardableResult
private func expectAgreement(at place: Place) async throws -> Int {
    let storage = try place.open()
    let entries = try await storage.unsettledEntries()
    #expect(entries.map(\.id) == (0..<entries.count).map { Sample.entryID($0 + 1) })
    #expect(try await storage.draft(of: Sample.number(1))?.pendingEntry == entries.last?.id)
    return entries.count
}

extension LiveKioskStorage {
    /// A disk with room for so many pages and no more. SQLite keeps the limit by connection.
    fileprivate func limitPages(to count: Int) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
    }
}
