import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

struct SupportTests {
    private func bundle(_ number: UInt8) -> SupportUpload { SupportUpload(bundle: Data([0x30, number])) }

    @Test func `a support bundle is kept as it came`() async throws {
        try await withStore { store in
            _ = try await store.registry.keepSupportBundle(bundle(1), kiosk: TestStore.kiosk)
            let entry = try #require(try await store.registry.database.read { try $0.supportBundles() }.first)
            #expect(entry.kiosk == TestStore.kiosk && entry.size == 2)
            #expect(try await store.registry.database.read { try $0.supportBundle(entry.id) } == Data([0x30, 1]))
            #expect(try await store.registry.database.read { try $0.supportBundle("other") } == nil)
        }
    }

    @Test func `of each kiosk the newest few are kept`() async throws {
        try await withStore { store in
            _ = try await store.registry.keepSupportBundle(bundle(99), kiosk: "kiosk-other")
            for number in 1...8 as ClosedRange<UInt8> {
                store.clock.advance(seconds: 60)
                _ = try await store.registry.keepSupportBundle(bundle(number), kiosk: TestStore.kiosk)
            }
            let entries = try await store.registry.database.read { try $0.supportBundles() }
            #expect(entries.map(\.kiosk) == Array(repeating: TestStore.kiosk, count: 5) + ["kiosk-other"])
            #expect(try await store.registry.database.read { try $0.supportBundle(entries[0].id) } == Data([0x30, 8]))
        }
    }

    @Test(arguments: [Data(), Data("text".utf8)])
    func `what is no bundle is not kept`(_ data: Data) async throws {
        try await withStore { store in
            await #expect(throws: Problem.self) {
                try await store.registry.keepSupportBundle(SupportUpload(bundle: data), kiosk: TestStore.kiosk)
            }
            let kept = try await store.registry.database.read { try $0.supportBundles() }
            #expect(kept.isEmpty)
        }
    }
}
