import CentralAPI
import Core
import Foundation
import Logging
import Sync
import Synchronization
import Testing

@testable import Central

/// A kiosk's own client against the real program, over TLS.
@Suite(.serialized)
struct ReleaseChannelTests {
    private static let now = Date(timeIntervalSince1970: 1_795_330_800)

    @Test func `a fetch that the store's death cuts goes on where it was, and the file is what was added`() async throws
    {
        try await withChannel { (channel: Channel) async throws in
            let asked = Mutex(0)
            let cut = try await channel.download { process in
                if asked.withLock({
                    $0 += 1; return $0
                }) == 3 {
                    process.killHard()
                }
            }
            #expect(cut == .interrupted)
            let there = channel.part?.count
            #expect(there == 2 * ReleaseOffer.piece)
            asked.withLock { $0 = 0 }
            #expect(try await channel.download { _ in asked.withLock { $0 += 1 } } == .ready)
            #expect(asked.withLock { $0 } == 2)
            #expect(channel.received == channel.sent)
            // Nothing is fetched again before root's updater has had its say.
            try FileManager.default.removeItem(atPath: channel.target.ready)
            #expect(try await channel.download { _ in Issue.record("asked again") } == .ready)
        }
    }

    @Test func `what changes on the way is seen when it is whole, and the next try begins anew`() async throws {
        try await withChannel { (channel: Channel) async throws in
            let shelved = channel.store.folder.appending(path: "releases/1.1.0/full.update")
            var changed = channel.sent
            changed[changed.count / 2] ^= 1
            try changed.write(to: shelved)
            #expect(try await channel.download() == .damaged(times: 1))
            #expect(channel.part == nil && channel.received == nil)
            #expect(try await channel.download() == .damaged(times: 2))
            try channel.sent.write(to: shelved)
            #expect(try await channel.download() == .ready)
            #expect(channel.received == channel.sent)
        }
    }

    @Test func `a file that is damaged three times is given up, and the count is told`() async throws {
        try await withChannel { (channel: Channel) async throws in
            let shelved = channel.store.folder.appending(path: "releases/1.1.0/full.update")
            try Data(count: channel.sent.count).write(to: shelved)
            for times in 1...3 { #expect(try await channel.download() == .damaged(times: times)) }
            #expect(try await channel.download { _ in Issue.record("asked again") } == .givenUp)
            #expect(channel.target.damage(to: channel.offer.digest) == 3)
        }
    }

    @Test func `a release that is withdrawn in the middle is not fetched to its end`() async throws {
        try await withChannel { (channel: Channel) async throws in
            let asked = Mutex(0)
            let outcome = try await channel.download { _ in
                guard
                    asked.withLock({
                        $0 += 1; return $0
                    }) == 2
                else { return }
                let ended = try? CentralProcess.run(
                    ["release", "withdraw", "1.1.0", "--config", channel.store.settingsFile.path()])
                #expect(ended?.status == 0)
            }
            #expect(outcome == .withdrawn)
            #expect(channel.received == nil)
        }
    }

    @Test func `commands say what is here, and what is wrong`() async throws {
        try await withChannel { (channel: Channel) async throws in
            let config = ["--config", channel.store.settingsFile.path()]
            let list = try CentralProcess.run(["release", "list"] + config)
            #expect(list.output == "1.1.0\tfull\t\(channel.sent.count)\tall\t\(channel.offer.digest.prefix(12))\n")
            let none = channel.store.folder.appending(path: "none.update")
            try Data("none".utf8).write(to: none)
            let bad = try CentralProcess.run(["release", "add", none.path()] + config)
            #expect(bad.status != 0 && bad.error.contains("not an update bundle"))
            for arguments in [
                ["1.1.0"], ["1.1.0", "--share", "0"], ["1.1.0", "--to", "a", "--all"], ["9.9.9", "--all"],
            ] {
                #expect(try CentralProcess.run(["release", "offer"] + arguments + config).status != 0)
            }
            #expect(try CentralProcess.run(["release", "offer", "1.1.0", "--share", "25"] + config).status == 0)
            #expect(try CentralProcess.run(["release", "list"] + config).output.contains("\t25 %\t"))
        }
    }
}

/// A store that offers a release of some pieces to a kiosk.
private struct Channel {
    let store: ServedStore
    let identity: (certificate: String, key: String, roots: String)
    let sent: Data
    let offer: ReleaseOffer
    let folder: String

    var target: ReleaseFolder { ReleaseFolder(folder, margin: 0) }
    var part: Data? { FileManager.default.contents(atPath: "\(folder)/\(offer.digest).part") }
    var received: Data? { FileManager.default.contents(atPath: target.ready) }

    /// Serves, and fetches as far as it goes.
    /// - Parameter before: called before each piece is asked for.
    func download(_ before: @escaping @Sendable (CentralProcess) -> Void = { _ in }) async throws
        -> ReleaseDownload.Outcome
    {
        let process = try CentralProcess(store)
        let client = try client(port: process.port)
        nonisolated(unsafe) let running = process
        let download = ReleaseDownload(
            into: target, from: client, vacancy: { before(running) }, pause: .zero)
        let outcome = await download.fetch(offer, now: Date(timeIntervalSince1970: 1_795_330_800))
        try await client.shutdown()
        process.killHard()
        return outcome
    }

    func client(port: Int) throws -> CentralClient {
        try CentralClient(
            StoreConnection(
                baseURL: try #require(URL(string: "https://localhost:\(port)")), rootsFile: identity.roots,
                certificateFile: identity.certificate, keyFile: identity.key),
            logger: Logger(label: "kiosk") { _ in SwiftLogNoOpLogHandler() })
    }
}

private func withChannel(_ body: (Channel) async throws -> Void) async throws {
    try await withFolder { folder in
        let store = try await ServedStore(in: folder)
        let own = try store.hosts.host("kiosk-001")
        func write(_ name: String, _ text: String) throws -> String {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return file.path()
        }
        let identity = (
            try write("own.pem", own.pem), try write("own.key", own.keyPEM), try write("roots.pem", store.hosts.pem)
        )
        let file = folder.appending(path: "kiosk.update")
        try SampleRelease(version: "1.1.0", size: 3 * ReleaseOffer.piece + 100_000).write(to: file)
        let config = ["--config", store.settingsFile.path()]
        for arguments in [["add", file.path()], ["offer", "1.1.0", "--all"]] {
            let ended = try CentralProcess.run(["release"] + arguments + config)
            try #require(ended.status == 0, "\(ended.error)")
        }
        let process = try CentralProcess(store)
        let target = folder.appending(path: "update").path()
        var channel = Channel(
            store: store, identity: identity, sent: try Data(contentsOf: file),
            offer: ReleaseOffer(version: "", digest: "", size: 0), folder: target)
        let client = try channel.client(port: process.port)
        let answer = try await client.report(.sample("1.0.0"))
        try await client.shutdown()
        process.killHard()
        channel = Channel(
            store: store, identity: identity, sent: channel.sent, offer: try #require(answer.release), folder: target)
        try await body(channel)
    }
}
