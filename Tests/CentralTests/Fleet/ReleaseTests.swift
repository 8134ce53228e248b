import CentralAPI
import Foundation
import Testing
import UpdateFormat

@testable import Central

struct ReleaseTests {
    /// A registry with a shelf, and the shelf.
    private func withShelf(_ body: (Registry, ReleaseShelf, TestStore) async throws -> Void) async throws {
        try await withStore { store in
            var registry = store.registry
            let folder = store.folder.appending(path: "releases")
            registry.releases = folder
            try await body(
                registry, ReleaseShelf(database: registry.database, folder: folder, world: registry.world), store)
        }
    }

    private func add(_ release: SampleRelease, to shelf: ReleaseShelf, in store: TestStore) async throws {
        let file = store.folder.appending(path: "\(UUID().uuidString).update")
        try release.write(to: file)
        try await shelf.add(file, by: "test")
    }

    private func offered(
        _ registry: Registry, _ report: KioskReport = .sample("1.0.0"), kiosk: String = "kiosk-001"
    ) async throws -> ReleaseOffer? {
        try await registry.takeReport(report, kiosk: kiosk).release
    }

    struct NoBundle: CustomTestStringConvertible, Sendable {
        let name: String
        let release: SampleRelease
        let words: String
        var testDescription: String { name }
    }

    static let noBundles = [
        NoBundle(
            name: "no manifest", release: SampleRelease(version: "1.1.0") { $0.removeAll { $0.name == "manifest" } },
            words: "it has no manifest"),
        NoBundle(
            name: "no signature",
            release: SampleRelease(version: "1.1.0") { $0.removeAll { $0.name == "manifest.p7s" } },
            words: "it has no manifest.p7s"),
        NoBundle(
            name: "a part is missing",
            release: SampleRelease(version: "1.1.0") { $0.removeAll { $0.name == "root.verity" } },
            words: "it has no root.verity"),
        NoBundle(
            name: "a part is damaged", release: SampleRelease(version: "1.1.0") { $0[4].content[17] ^= 1 },
            words: "root.sqfs in it is damaged"),
        NoBundle(
            name: "a part too many",
            release: SampleRelease(version: "1.1.0") { $0.append(("more", Data([1]))) }, words: "names no more"),
        NoBundle(name: "no version", release: SampleRelease(version: "1.1"), words: "lacks version"),
        NoBundle(
            name: "no root hash", release: SampleRelease(version: "1.1.0", rootHash: "5F5F"), words: "lacks version"),
        NoBundle(
            name: "a base that is none", release: SampleRelease(version: "1.1.0", base: ("1", "2")),
            words: "names no version to start from"),
        NoBundle(
            name: "expired", release: SampleRelease(version: "1.1.0", expires: "2026-01-01T00:00:00Z"),
            words: "no machine takes it any more"),
    ]

    @Test func `what is no bundle is not taken up, and the words say why`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            for bad in Self.noBundles {
                let fault = await #expect(throws: ReleaseFault.self, "\(bad.name)") {
                    try await add(bad.release, to: shelf, in: store)
                }
                #expect(fault?.description.contains(bad.words) == true, "\(bad.name): \(fault?.description ?? "")")
            }
            for (name, content) in [
                ("text", Data("no tar at all".utf8)), ("nothing", Data()), ("zeros", Data(count: 9_000)),
            ] {
                let file = store.folder.appending(path: name)
                try content.write(to: file)
                await #expect(throws: ReleaseFault.self) { try await shelf.add(file, by: "test") }
            }
            await #expect(throws: ReleaseFault.self) {
                try await shelf.add(store.folder.appending(path: "missing"), by: "test")
            }
            #expect(try await registry.database.read { try $0.releases() }.isEmpty)
            #expect(!FileManager.default.fileExists(atPath: store.folder.appending(path: "releases/1.1.0").path()))
        }
    }

    @Test func `a bundle that ends in the middle is no bundle`() async throws {
        try await withShelf { (_: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            let file = store.folder.appending(path: "half.update")
            try SampleRelease(version: "1.1.0").write(to: file)
            let whole = try Data(contentsOf: file)
            for end in stride(from: 0, to: whole.count - 1_024, by: 257) {
                try whole.prefix(end).write(to: file)
                await #expect(throws: ReleaseFault.self, "\(end) bytes") { try await shelf.add(file, by: "test") }
            }
        }
    }

    @Test func `one version is one root; the same file twice is one; a delta stands beside the bundle`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(SampleRelease(version: "1.1.0"), to: shelf, in: store)
            try await add(SampleRelease(version: "1.1.0"), to: shelf, in: store)
            try await add(
                SampleRelease(version: "1.1.0", base: ("1.0.0", KioskReport.root), size: 900), to: shelf, in: store)
            let releases = try await registry.database.read { try $0.releases() }
            #expect(releases.map(\.base?.version.description) == ["1.0.0", nil])
            let other = SampleRelease(version: "1.1.0", rootHash: KioskReport.root(of: "another"))
            let fault = await #expect(throws: ReleaseFault.self) { try await add(other, to: shelf, in: store) }
            #expect(fault == ReleaseVersion("1.1.0").map { .otherContent($0) })
            #expect(
                try await store.acts(of: "test") == ["release 1.1.0 added", "release 1.1.0 from 1.0.0 added"])
        }
    }

    @Test func `nobody is offered anything before somebody says so, and only who is meant`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(SampleRelease(version: "1.1.0"), to: shelf, in: store)
            #expect(try await offered(registry) == nil)
            try await shelf.offer("1.1.0", to: .kiosks(["kiosk-002", "kiosk-003"]), by: "test")
            #expect(try await offered(registry) == nil)
            #expect(try await offered(registry, kiosk: "kiosk-002")?.version == "1.1.0")
            try await shelf.offer("1.1.0", to: .all, by: "test")
            #expect(try await offered(registry)?.version == "1.1.0")
            #expect(try await registry.fleet().map(\.offered) == ["1.1.0", "1.1.0"])
            #expect(try await registry.fleet().first?.updateLines == ["将升级到 1.1.0"])
            #expect(try await offered(registry, KioskReport(hall: "桌面", machine: "1", program: "abc")) == nil)
            try await shelf.withdraw("1.1.0", by: "test")
            #expect(try await offered(registry) == nil)
            await #expect(throws: ReleaseFault.self) { try await shelf.withdraw("1.1.0", by: "test") }
            let fault = await #expect(throws: ReleaseFault.self) {
                try await shelf.offer("1.2.0", to: .all, by: "test")
            }
            #expect(fault?.description.contains("central release add") == true)
        }
    }

    @Test func `a kiosk is never offered what it runs, has gone back from, has written or has refused`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(
                SampleRelease(version: "1.9.0", rootHash: KioskReport.root(of: "1.9.0")), to: shelf, in: store)
            try await add(
                SampleRelease(version: "1.10.0", rootHash: KioskReport.root(of: "1.10.0")), to: shelf, in: store)
            for version in ["1.9.0", "1.10.0"] { try await shelf.offer(version, to: .all, by: "test") }
            let newest = try #require(try await offered(registry))
            #expect(newest.version == "1.10.0")
            #expect(try await offered(registry, .sample("1.10.0")) == nil)
            #expect(try await offered(registry, .sample("2.0.0")) == nil)
            let at = store.clock.now
            let failed = KioskReport.sample("1.0.0") {
                $0.appliance?.failed = [.init(version: "1.10.0", reason: "did not work: screen", at: at)]
            }
            #expect(try await offered(registry, failed)?.version == "1.9.0")
            let written = KioskReport.sample("1.9.0") { $0.appliance?.trial = .init(version: "1.10.0") }
            #expect(try await offered(registry, written) == nil)
            let refused = KioskReport.sample("1.9.0") {
                $0.appliance?.refused = .init(digest: newest.digest, reason: "not signed", at: at)
            }
            #expect(try await offered(registry, refused) == nil)
            store.clock.advance(seconds: 5 * 366 * 86_400)
            #expect(try await offered(registry) == nil)
        }
    }

    @Test func `a delta goes to whoever runs its base, by version and root; everybody else gets all of it`()
        async throws
    {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(SampleRelease(version: "1.1.0"), to: shelf, in: store)
            try await add(
                SampleRelease(version: "1.1.0", base: ("1.0.0", KioskReport.root), size: 900), to: shelf, in: store)
            try await shelf.offer("1.1.0", to: .all, by: "test")
            let delta = try #require(try await offered(registry))
            let full = try #require(try await offered(registry, .sample("0.9.0")))
            #expect(delta.size < full.size && delta.digest != full.digest)
            let otherRoot = KioskReport.sample("1.0.0", rootHash: KioskReport.root(of: "home made"))
            #expect(try await offered(registry, otherRoot) == full)
            // What the updater did not take as a delta it gets whole.
            let refused = KioskReport.sample("1.0.0") {
                $0.appliance?.refused = .init(digest: delta.digest, reason: "other base", at: store.clock.now)
            }
            #expect(try await offered(registry, refused) == full)
        }
    }

    @Test func `a delta without its bundle is nothing for another base`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(SampleRelease(version: "1.1.0", base: ("1.0.0", KioskReport.root)), to: shelf, in: store)
            try await shelf.offer("1.1.0", to: .all, by: "test")
            #expect(try await offered(registry) != nil)
            #expect(try await offered(registry, .sample("0.9.0")) == nil)
        }
    }

    @Test func `a share of the kiosks grows, and is about what it says`() {
        let names = (1...1_000).map { "kiosk-\($0)" }
        var before: Set<String> = []
        for percent in [1, 10, 25, 60, 100] {
            let now = Set(names.filter(ReleaseAudience.share(percent).includes))
            #expect(now.isSuperset(of: before))
            #expect(abs(now.count - percent * 10) <= 50, "\(percent) %: \(now.count)")
            before = now
        }
        #expect(before.count == names.count)
    }

    @Test func `pieces are given to whoever is offered the file, and to nobody else`() async throws {
        try await withShelf { (registry: Registry, shelf: ReleaseShelf, store: TestStore) async throws in
            try await add(SampleRelease(version: "1.1.0", size: ReleaseOffer.piece + 5_000), to: shelf, in: store)
            try await shelf.offer("1.1.0", to: .kiosks(["kiosk-001"]), by: "test")
            let offer = try #require(try await offered(registry))
            let first = try await registry.releasePiece(.init(digest: offer.digest, from: 0), kiosk: "kiosk-001")
            #expect(first.content.count == ReleaseOffer.piece)
            let last = try await registry.releasePiece(
                .init(digest: offer.digest, from: ReleaseOffer.piece), kiosk: "kiosk-001")
            #expect(first.content.count + last.content.count == offer.size)
            await #expect(throws: Problem(.notFound)) {
                try await registry.releasePiece(.init(digest: offer.digest, from: 0), kiosk: "kiosk-002")
            }
            await #expect(throws: Problem(.parameterWrong)) {
                try await registry.releasePiece(.init(digest: offer.digest, from: offer.size), kiosk: "kiosk-001")
            }
            await #expect(throws: Problem(.notFound)) {
                try await registry.releasePiece(
                    .init(digest: String(repeating: "0", count: 64), from: 0), kiosk: "kiosk-001")
            }
        }
    }
}
