import CentralAPI
import Core
import Crypto
import Foundation
import Sync
import Synchronization
import Testing

@testable import Kiosk

struct UpdateFollowerTests {
    @Test func `an update is fetched piece by piece and lies where root's updater looks`() async throws {
        try await withFollower { follower, store, folder in
            await follower.follow(store.offer)
            let ready = "\(folder)/kiosk.update"
            try await until { FileManager.default.fileExists(atPath: ready) }
            #expect(FileManager.default.contents(atPath: ready) == store.content)
            #expect(store.asked == [0, 100, 200])
        }
    }

    @Test func `a store that is away is asked again from where it was cut`() async throws {
        try await withFollower { follower, store, folder in
            store.failing.withLock { $0 = 2 }
            await follower.follow(store.offer)
            try await until { FileManager.default.fileExists(atPath: "\(folder)/kiosk.update") }
            #expect(store.asked == [0, 0, 0, 100, 200])
        }
    }

    @Test func `nothing is asked for while somebody is there`() async throws {
        let isThere = Mutex(true)
        try await withFollower(
            vacancy: {
                while isThere.withLock({ $0 }), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
            }
        ) { follower, store, folder in
            await follower.follow(store.offer)
            try await Task.sleep(for: .milliseconds(80))
            #expect(store.asked.isEmpty)
            isThere.withLock { $0 = false }
            try await until { FileManager.default.fileExists(atPath: "\(folder)/kiosk.update") }
        }
    }

    @Test func `what is not meant for this machine any more is stopped, and its bytes go`() async throws {
        let isThere = Mutex(false)
        try await withFollower(
            vacancy: {
                while isThere.withLock({ $0 }), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
            }
        ) { follower, store, folder in
            store.onPiece.withLock { $0 = { isThere.withLock { $0 = true } } }
            await follower.follow(store.offer)
            try await until { store.asked.count == 1 }
            let part = "\(folder)/\(store.offer.digest).part"
            try await until { FileManager.default.fileExists(atPath: part) }
            await follower.follow(nil)
            #expect(!FileManager.default.fileExists(atPath: part))
            isThere.withLock { $0 = false }
            try await Task.sleep(for: .milliseconds(50))
            #expect(store.asked.count == 1)
        }
    }

    @Test func `a file that comes damaged is told with its count, and not asked for for ever`() async throws {
        try await withFollower { follower, store, folder in
            store.damages.withLock { $0 = true }
            await follower.follow(store.offer)
            try await until { await follower.trouble?.damaged == ReleaseDownload.tries }
            let count = store.asked.count
            await follower.follow(store.offer)
            try await Task.sleep(for: .milliseconds(50))
            #expect(store.asked.count == count)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/kiosk.update"))
        }
    }

    private func withFollower(
        vacancy: @escaping @Sendable () async -> Void = {},
        _ body: (UpdateFollower, PiecesStore, String) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let store = PiecesStore()
            let path = folder.appending(path: "update").path
            let follower = UpdateFollower(
                folder: ReleaseFolder(path, margin: 0), store: store, vacancy: vacancy, pause: .zero,
                rest: .milliseconds(5), now: { Sample.now })
            try await body(follower, store, path)
            await follower.follow(nil)
        }
    }

    private func until(_ isSo: () async -> Bool) async throws {
        for _ in 0..<1_000 {
            if await isSo() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("waited in vain")
    }
}

/// Gives 250 bytes by a hundred.
private final class PiecesStore: FleetStore {
    let content = Data((0..<250).map { UInt8($0) })
    /// Questions that come to nothing first.
    let failing = Mutex(0)
    let damages = Mutex(false)
    let onPiece = Mutex<@Sendable () -> Void>({})
    private let questions = Mutex<[Int]>([])

    var asked: [Int] { questions.withLock { $0 } }
    var offer: ReleaseOffer {
        ReleaseOffer(
            version: "1.1.0", digest: SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined(),
            size: content.count)
    }

    func report(_ report: KioskReport) async throws(StoreFault) -> KioskInstructions { throw .notFound }

    func releasePiece(of digest: String, from: Int) async throws(StoreFault) -> Data {
        questions.withLock { $0.append(from) }
        if failing.withLock({
            $0 -= 1
            return $0 >= 0
        }) {
            throw .unreachable
        }
        onPiece.withLock { $0 }()
        let piece = content[from..<min(from + 100, content.count)]
        return damages.withLock { $0 } ? Data(repeating: 0, count: piece.count) : Data(piece)
    }
}
