import CentralAPI
import Core
import Foundation
import ServiceLifecycle
import Testing

@testable import Sync

@Suite struct ServiceTests {
    @Test func `all services stop gracefully, also in the middle of a long poll and of a sending`() async throws {
        let asked = Box<Set<String>>([])
        let everything = Signal()
        let script: ScriptedServer.Script = { request in
            let path = String(request.target.prefix { $0 != "?" })
            let count = asked.change { asked in
                asked.insert(path)
                return asked.count
            }
            if count == 3 { everything.fire() }
            return .silence
        }
        try await withHall(script: script) { hall in
            let storage = MemoryStorage()
            try await storage.file(Sample.save(1, of: 1))
            let pump = OutboxPump(
                storage: storage, store: hall.client, reachability: hall.client.reachability(), jitter: { 1 },
                logger: silent)
            let follower = ChangeFeedFollower(storage: storage, store: hall.client, jitter: { 1 }, logger: silent)
            let fetcher = RegisterFetcher(storage: storage, store: hall.client, jitter: { 1 }, logger: silent)
            let group = ServiceGroup(services: [hall.client, pump, follower, fetcher], logger: silent)
            let running = Task { try await group.run() }
            _ = await everything.occurrences.first { true }
            await group.triggerGracefulShutdown()
            try await running.value
            #expect(asked.value == ["/v1/entries", "/v1/changes", "/v1/enterprises"])
            #expect(try await storage.unsettledEntries().count == 1)
        }
    }
}
