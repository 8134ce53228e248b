import CentralAPI
import Core
import Foundation
import Testing

@testable import Sync

@Suite struct TrustTests {
    enum Stranger: CaseIterable { case anotherRoot, expired }

    @Test(arguments: Stranger.allCases)
    func `a kiosk whose certificate the store does not accept is told that it is not enrolled`(
        stranger: Stranger
    ) async throws {
        try await withFolder { folder in
            let authority = try TestAuthority(named: "test root", in: folder)
            let kiosk =
                switch stranger {
                case .anotherRoot: try TestAuthority(named: "other root", in: folder).issue("kiosk-001")
                case .expired: try authority.issue("kiosk-001", expires: .now - 60)
                }
            let fault = try await ask(authority, roots: authority.writeRoot(), kiosk: kiosk)
            #expect(fault == .notEnrolled)
        }
    }

    @Test func `a store under another root gets no question`() async throws {
        try await withFolder { folder in
            let authority = try TestAuthority(named: "test root", in: folder)
            let roots = try TestAuthority(named: "other root", in: folder).writeRoot()
            let fault = try await ask(authority, roots: roots, kiosk: authority.issue("kiosk-001"))
            #expect(fault == .unreachable)
        }
    }

    @Test func `a store that speaks no TLS 1.3 gets no question`() async throws {
        try await withFolder { folder in
            let authority = try TestAuthority(named: "test root", in: folder)
            let fault = try await ask(
                authority, roots: authority.writeRoot(), kiosk: authority.issue("kiosk-001"), isOld: true)
            #expect(fault == .unreachable)
        }
    }

    @Test func `a kiosk without its files is not enrolled`() async throws {
        try await withFolder { folder in
            let authority = try TestAuthority(named: "test root", in: folder)
            let (roots, kiosk) = (try authority.writeRoot(), try authority.issue("kiosk-001"))
            let missing = folder + "/missing.pem"
            for (one, two, three) in [
                (missing, kiosk.certificate, kiosk.key), (roots, missing, kiosk.key),
                (roots, kiosk.certificate, missing),
            ] {
                let connection = StoreConnection(
                    baseURL: try #require(URL(string: "https://127.0.0.1:1")), rootsFile: one, certificateFile: two,
                    keyFile: three)
                #expect(throws: StoreFault.notEnrolled) { try CentralClient(connection, logger: silent) }
            }
        }
    }

    /// What a kiosk hears from a store of `authority`, which must never see its question.
    private func ask(
        _ authority: TestAuthority, roots: String, kiosk: (certificate: String, key: String),
        isOld: Bool = false
    ) async throws -> StoreFault? {
        let store = try authority.issue("store")
        let asked = Box(0)
        let server = try await ScriptedServer.start(
            certificate: store.certificate, key: store.key, clientRoots: authority.writeRoot(), isOld: isOld
        ) { _ in
            asked.change { $0 += 1 }
            return try .ok(Nothing())
        }
        let client = try CentralClient(
            StoreConnection(
                baseURL: try #require(URL(string: "https://127.0.0.1:\(server.port)")), rootsFile: roots,
                certificateFile: kiosk.certificate, keyFile: kiosk.key), logger: silent)
        var fault: StoreFault?
        do { _ = try await client.requestChallenge() } catch { fault = error }
        try await client.shutdown()
        try await server.stop()
        #expect(asked.value == 0)
        return fault
    }
}
