import CentralAPI
import Core
import Foundation
import Logging
import Testing

@testable import Sync

@Suite struct OutboxPumpTests {
    typealias Mishap = StoreOfEntries.Mishap

    static let mishaps: [(String, [Mishap])] = [
        ("answer lost", [.answerLost]),
        ("answer lost twice", [.answerLost, .answerLost]),
        ("cut before", [.cutBefore, .answerLost]),
        ("store stopping", [.answer(.answer(status: 503, Data()))]),
        ("store failing", [.answer(.answer(status: 500, Data("<html>".utf8))), .answerLost]),
        ("rubbish", [.answer(.bytes("rubbish\r\n\r\n")), .answer(.answer(status: 200, Data("{}".utf8)))]),
    ]

    @Test(arguments: mishaps)
    func `whatever happens on the way, an entry is applied once and settled`(
        name: String, mishaps: [Mishap]
    ) async throws {
        let store = StoreOfEntries(mishaps: [Sample.entryID(1): mishaps])
        try await withPump(store) { pump, storage in
            try await storage.file(Sample.save(1, of: 1))
            await storage.settled()
            #expect(await store.applied.map(\.id) == [Sample.entryID(1)])
            #expect(await store.attempts.count == mishaps.count + 1)
            #expect(await storage.receipts.count == 1)
        }
    }

    @Test func `entries of one application arrive in order, mishaps or not`() async throws {
        let mishaps: [EntryID: [Mishap]] = [
            Sample.entryID(1): [.cutBefore, .cutBefore], Sample.entryID(2): [.answerLost],
            Sample.entryID(5): [.answer(.answer(status: 500, Data()))],
        ]
        let store = StoreOfEntries(mishaps: mishaps)
        try await withPump(store) { _, storage in
            for index in 0..<12 { try await storage.file(Sample.save(index, of: index % 3)) }
            await storage.settled()
            let applied = await store.applied
            #expect(applied.count == 12)
            for application in 0..<3 {
                let own = applied.filter { $0.applicationID == Sample.application(application) }
                #expect(own.map(\.id) == (0..<4).map { Sample.entryID($0 * 3 + application) })
            }
        }
    }

    @Test func `an entry that cannot be delivered blocks its own application only`() async throws {
        let stuck = Array(repeating: Mishap.answer(.answer(status: 500, Data())), count: 10_000)
        let store = StoreOfEntries(mishaps: [Sample.entryID(1): stuck])
        try await withPump(store) { _, storage in
            try await storage.file(Sample.save(1, of: 1))
            try await storage.file(Sample.save(2, of: 1))
            let changes = await storage.outboxChanges()
            try await storage.file(Sample.save(3, of: 2))
            for await _ in changes where await storage.receipts[Sample.entryID(3)] != nil { break }
            #expect(await store.applied.map(\.id) == [Sample.entryID(3)])
            #expect(try await storage.unsettledEntries().map(\.id) == [Sample.entryID(1), Sample.entryID(2)])
        }
    }

    @Test func `a refusal is an answer: settled, and what follows is sent for the store to judge`() async throws {
        let store = StoreOfEntries(refused: [Sample.entryID(1)])
        try await withPump(store) { _, storage in
            for index in 1...2 { try await storage.file(Sample.save(index, of: 1)) }
            await storage.settled()
            let receipt = await storage.receipts[Sample.entryID(1)]
            #expect(receipt?.outcome == .refused(.otherApplicationOpen))
            #expect(await store.attempts == [Sample.entryID(1), Sample.entryID(2)])
        }
    }

    @Test func `an answer that the full disk could not keep is asked for again`() async throws {
        let store = StoreOfEntries()
        try await withPump(store) { _, storage in
            await storage.fail(2)
            try await storage.file(Sample.save(1, of: 1))
            await storage.settled()
            #expect(await store.applied.count == 1)
            #expect(await store.attempts.count == 3)
        }
    }

    @Test func `a cut network holds the entry, and the pump goes on by itself when it is back`() async throws {
        let store = StoreOfEntries()
        try await withHall(script: { try await store.answer($0) }) { hall in
            let storage = MemoryStorage()
            try await hall.server.stop()
            var states = hall.client.reachability().makeAsyncIterator()
            await expect(&states, true)
            try await withRunning(pump(storage, hall)) { _ in
                try await storage.file(Sample.save(1, of: 1))
                await expect(&states, false)
                let server = try await hall.restart()
                await storage.settled()
                await expect(&states, true)
                try await server.stop()
            }
            #expect(await store.applied.count == 1)
        }
    }

    @Test(arguments: [true, false])
    func `a nudge, or the store's return, ends a long back-off`(byNudge: Bool) async throws {
        let store = StoreOfEntries(mishaps: [Sample.entryID(1): [.answer(.answer(status: 500, Data()))]])
        let (reachability, network) = AsyncStream.makeStream(of: Bool.self)
        try await withHall(script: { try await store.answer($0) }) { hall in
            let storage = MemoryStorage()
            let failed = Signal()
            let pump = OutboxPump(
                storage: storage, store: hall.client, reachability: reachability,
                backoff: Backoff(first: .seconds(3_600), longest: .seconds(3_600)),
                jitter: {
                    failed.fire()
                    return 1
                }, logger: silent)
            try await withRunning(pump) { pump in
                try await storage.file(Sample.save(1, of: 1))
                _ = await failed.occurrences.first { true }
                if byNudge { await pump.nudge() } else { network.yield(true) }
                await storage.settled()
            }
            #expect(await store.attempts.count == 2)
        }
    }

    @Test func `a pump that is stopped in the middle leaves its entries to the next one`() async throws {
        let asked = Signal()
        let store = StoreOfEntries(mishaps: [Sample.entryID(1): [.answer(.silence)]])
        let script: ScriptedServer.Script = { request in
            let answer = try await store.answer(request)
            asked.fire()
            return answer
        }
        try await withHall(script: script) { hall in
            let storage = MemoryStorage()
            try await storage.file(Sample.save(1, of: 1))
            try await withRunning(pump(storage, hall)) { _ in _ = await asked.occurrences.first { true } }
            #expect(try await storage.unsettledEntries().count == 1)
            try await withRunning(pump(storage, hall)) { _ in await storage.settled() }
            #expect(await store.applied.count == 1)
        }
    }

    private func withPump(
        _ store: StoreOfEntries, _ body: (OutboxPump, MemoryStorage) async throws -> Void
    ) async throws {
        try await withHall(script: { try await store.answer($0) }) { hall in
            let storage = MemoryStorage()
            try await withRunning(pump(storage, hall)) { try await body($0, storage) }
        }
    }

    private func pump(_ storage: MemoryStorage, _ hall: Hall) -> OutboxPump {
        OutboxPump(
            storage: storage, store: hall.client, reachability: hall.client.reachability(),
            backoff: Backoff(first: .milliseconds(2), longest: .milliseconds(20)), jitter: { 0.5 }, logger: silent)
    }
}

let silent = Logger(label: "test", factory: { _ in Silence() })
