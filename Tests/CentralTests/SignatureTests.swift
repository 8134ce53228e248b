import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

struct SignatureTests {
    @Test func `a signature is kept for its person, told back, and replaced by a later one`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            #expect(try await store.registry.signature(Nothing(), for: session).mark == nil)
            let drawn = SignatureMark.drawn(try SignatureImage([[.init(x: 100, y: 500), .init(x: 900, y: 400)]]))
            for mark in [drawn, .typeset] {
                _ = try await store.registry.keepSignature(mark, for: session)
                #expect(try await store.registry.signature(Nothing(), for: session).mark == mark)
            }
            let again = try await store.registry.openApplicantSession(Samples.identity(), kiosk: TestStore.kiosk)
            #expect(again.hasSignature)
        }
    }

    @Test func `before the phone is proved nothing is kept`() async throws {
        try await withStore { store in
            let session = try await store.session()
            await #expect(throws: Problem.self) {
                try await store.registry.keepSignature(.typeset, for: session)
            }
            #expect(try await store.registry.signature(Nothing(), for: session).mark == nil)
        }
    }
}
