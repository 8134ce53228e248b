import CentralAPI
import Core
import Foundation
import Testing

@testable import Sync

@Suite struct FollowingTests {
    private let backoff = Backoff(first: .milliseconds(2), longest: .milliseconds(20))

    @Test func `changes arrive in order, once, across mishaps, and the place in the feed is kept`() async throws {
        let attempts = Box(0)
        let script: ScriptedServer.Script = { request in
            let query = URLComponents(string: request.target)?.queryItems ?? []
            let after = query.first { $0.name == "after" }?.value.flatMap { Int($0) } ?? -1
            // Every second question meets a mishap.
            let attempt = attempts.change { attempts in
                attempts += 1
                return attempts
            }
            if attempt % 2 == 0 { return attempt % 4 == 0 ? .cut : .answer(status: 500, Data()) }
            guard after < 6 else { return .silence }
            let news = try (after + 1...after + 2).map { try Sample.status($0, revision: $0) }
            return try .ok(ChangePage(changes: news, cursor: after + 2))
        }
        try await withHall(script: script) { hall in
            let storage = MemoryStorage()
            let follower = ChangeFeedFollower(
                storage: storage, store: hall.client, backoff: backoff, jitter: { 1 }, logger: silent)
            var changes = follower.changes().makeAsyncIterator()
            try await withRunning(follower) { _ in
                for last in [2, 4, 6] {
                    let page = await changes.next(isolation: #isolation)
                    #expect(page?.map(\.revision) == [last - 1, last])
                    #expect(await storage.cursor >= last)
                }
            }
            #expect(await storage.cursor == 6)
        }
    }

    @Test func `a change that the disk could not take is asked for again`() async throws {
        let script: ScriptedServer.Script = { request in
            request.target.contains("after=0")
                ? try .ok(ChangePage(changes: [try Sample.status(1)], cursor: 1)) : .silence
        }
        try await withHall(script: script) { hall in
            let storage = MemoryStorage()
            await storage.fail(2)
            let follower = ChangeFeedFollower(
                storage: storage, store: hall.client, backoff: backoff, jitter: { 1 }, logger: silent)
            var changes = follower.changes().makeAsyncIterator()
            try await withRunning(follower) { _ in
                let page = await changes.next(isolation: #isolation)
                #expect(page?.map(\.id) == [Sample.application(1)])
            }
            #expect(await storage.cursor == 1)
        }
    }

    @Test func `the register is fetched page by page from where it stopped`() async throws {
        let attempts = Box(0)
        let script: ScriptedServer.Script = { request in
            let attempt = attempts.change { attempts in
                attempts += 1
                return attempts
            }
            if attempt == 2 { return .cut }
            let after = Int(request.target.split(separator: "=").last ?? "") ?? -1
            let page = EnterpriseRegisterPage(
                enterprises: [try Sample.enterprise("示例企业\(after)")], cursor: after + 1, isLast: after == 3)
            return try .ok(page)
        }
        try await withHall(script: script) { hall in
            let storage = MemoryStorage()
            let fetcher = RegisterFetcher(
                storage: storage, store: hall.client, backoff: backoff, jitter: { 1 }, logger: silent)
            var updates = fetcher.updates().makeAsyncIterator()
            try await withRunning(fetcher) { _ in
                for _ in 0..<4 {
                    let count = await updates.next(isolation: #isolation)
                    #expect(count == 1)
                }
            }
            #expect(try await storage.enterprises().map(\.name) == (0...3).map { "示例企业\($0)" })
            #expect(try await storage.registerCursor() == 4)
        }
    }
}
