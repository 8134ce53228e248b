import CentralAPI
import Core
import Crypto
import Foundation
import Logging
import SwiftASN1
import Testing
import X509

@testable import Central

struct CodeTests {
    @Test func `the right code proves the phone and gives the person a key`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            let again = try await store.registry.openApplicantSession(
                try Samples.identity(), kiosk: TestStore.kiosk)
            #expect(again.phone == (try Samples.phone()))
            #expect(try await store.registry.listCredentials(for: session.applicant()).credentialIDs.count == 1)
        }
    }

    @Test func `each wrong code costs a try, and the last one ends the code`() async throws {
        try await withStore { store in
            let session = try await store.session()
            let ticket = try await store.registry.requestPhoneCode(try Samples.phone(), for: session.applicant())
            let right = try await store.newestCode(to: Samples.phone())
            let wrong = PhoneProof(ticket: ticket.id, code: WireSecret(right == "000000" ? "000001" : "000000"))
            for triesLeft in [4, 3, 2, 1, 0] {
                await #expect(throws: Problem(.codeWrong, triesLeft: triesLeft)) {
                    try await store.registry.registerApplicant(wrong, for: session)
                }
            }
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.registerApplicant(
                    PhoneProof(ticket: ticket.id, code: WireSecret(right)), for: session)
            }
        }
    }

    @Test func `a code lives five minutes`() async throws {
        try await withStore { store in
            let session = try await store.session()
            let ticket = try await store.registry.requestPhoneCode(try Samples.phone(), for: session.applicant())
            let code = try await store.newestCode(to: Samples.phone())
            store.clock.advance(seconds: 300)
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.registerApplicant(
                    PhoneProof(ticket: ticket.id, code: WireSecret(code)), for: session)
            }
        }
    }

    @Test func `a code is used once`() async throws {
        try await withStore { store in
            let session = try await store.session()
            let ticket = try await store.registry.requestPhoneCode(try Samples.phone(), for: session.applicant())
            let code = try await store.newestCode(to: Samples.phone())
            let proof = PhoneProof(ticket: ticket.id, code: WireSecret(code))
            _ = try await store.registry.registerApplicant(proof, for: session)
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.registerApplicant(proof, for: session)
            }
        }
    }

    @Test func `a new code is sent after a minute and ends the one before`() async throws {
        try await withStore { store in
            let session = try await store.session()
            let person = try session.applicant()
            let first = try await store.registry.requestPhoneCode(try Samples.phone(), for: person)
            let code = try await store.newestCode(to: Samples.phone())
            store.clock.advance(seconds: 18.5)
            await #expect(throws: Problem(.tooManyCodes, retryAfter: 42)) {
                try await store.registry.requestPhoneCode(try Samples.phone(), for: person)
            }
            store.clock.advance(seconds: 42)
            _ = try await store.registry.requestPhoneCode(try Samples.phone(), for: person)
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.registerApplicant(
                    PhoneProof(ticket: first.id, code: WireSecret(code)), for: session)
            }
        }
    }

    @Test func `nobody floods another's phone`() async throws {
        try await withStore { store in
            _ = try await store.registry.requestPhoneCode(
                try Samples.phone(), for: store.session(0).applicant())
            await #expect(throws: Problem(.tooManyCodes, retryAfter: 60)) {
                try await store.registry.requestPhoneCode(
                    try Samples.phone(), for: store.session(1).applicant())
            }
        }
    }

    @Test func `no table holds a code but the message on its way, and that is emptied once sent`() async throws {
        try await withStore { store in
            _ = try await store.registry.requestPhoneCode(try Samples.phone(), for: store.session().applicant())
            let code = try await store.newestCode(to: Samples.phone())
            let pump = MessagePump(registry: store.registry, gateway: store.spool, logger: .init(label: "test"))
            try await pump.sendDue()
            let tables = try await store.registry.database.read {
                try $0.rows("SELECT * FROM codes") + $0.rows("SELECT * FROM messages")
            }
            #expect(tables.count == 2)
            #expect(!"\(tables)".contains(code))
        }
    }
}

struct RemoteSigningTests {
    private func released(_ hash: Data, _ store: TestStore) async throws -> (PersonID, String, WireSecret) {
        let person = try await store.registered().applicant()
        let id = try #require(try await store.registry.listCredentials(for: person).credentialIDs.first)
        _ = try await store.registry.sendOTP(.init(credentialID: id), for: person)
        let code = WireSecret(try await store.newestCode(to: Samples.phone()))
        let authorization = try await store.registry.authorize(
            .init(credentialID: id, hash: [hash], OTP: code), for: person, kiosk: TestStore.kiosk)
        return (person, id, authorization.SAD)
    }

    private func sign(
        _ hash: Data, _ release: (PersonID, String, WireSecret), _ store: TestStore
    ) async throws -> CSC.Signatures {
        try await store.registry.signHash(
            .init(credentialID: release.1, SAD: release.2, hash: [hash]), for: release.0, kiosk: TestStore.kiosk)
    }

    @Test func `the code releases the key for this hash, once, and the signature is the person's`() async throws {
        try await withStore { store in
            let document = Data("the form".utf8)
            let hash = Data(SHA256.hash(data: document))
            let release = try await released(hash, store)
            let signature = try #require(try await sign(hash, release, store).signatures.first)
            let info = try await store.registry.credentialInfo(.init(credentialID: release.1), for: release.0)
            let chain = try #require(info.cert.certificates)
            #expect(chain.count == 2)
            let certificate = try Certificate(derEncoded: Array(chain[0]))
            #expect(
                certificate.publicKey.isValidSignature(
                    signature, for: document, signatureAlgorithm: .ecdsaWithSHA256))
            await #expect(throws: Problem(.releaseExpired)) { try await sign(hash, release, store) }
        }
    }

    @Test func `a release for one hash signs no other, and is gone after the attempt`() async throws {
        try await withStore { store in
            let hash = Data(SHA256.hash(data: Data("the form".utf8)))
            let release = try await released(hash, store)
            let other = Data(SHA256.hash(data: Data("another form".utf8)))
            await #expect(throws: Problem(.hashNotReleased)) { try await sign(other, release, store) }
            await #expect(throws: Problem(.releaseExpired)) { try await sign(hash, release, store) }
        }
    }

    @Test func `a release expires`() async throws {
        try await withStore { store in
            let hash = Data(SHA256.hash(data: Data("the form".utf8)))
            let release = try await released(hash, store)
            store.clock.advance(seconds: 120)
            await #expect(throws: Problem(.releaseExpired)) { try await sign(hash, release, store) }
        }
    }

    @Test func `a code for the phone does not release the key`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            let person = try session.applicant()
            let id = try #require(try await store.registry.listCredentials(for: person).credentialIDs.first)
            store.clock.advance(seconds: 60)
            _ = try await store.registry.requestPhoneCode(try Samples.phone(), for: person)
            let code = WireSecret(try await store.newestCode(to: Samples.phone()))
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.authorize(
                    .init(credentialID: id, hash: [Data(repeating: 0, count: 32)], OTP: code), for: person,
                    kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `another's credential is not found`() async throws {
        try await withStore { store in
            let one = try await store.registered(0).applicant()
            let other = try await store.registered(1).applicant()
            let id = try #require(try await store.registry.listCredentials(for: one).credentialIDs.first)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.sendOTP(.init(credentialID: id), for: other)
            }
        }
    }

    @Test(arguments: [31, 33])
    func `only a SHA-256 is signed`(_ count: Int) async throws {
        try await withStore { store in
            let person = try await store.registered().applicant()
            let id = try #require(try await store.registry.listCredentials(for: person).credentialIDs.first)
            await #expect(throws: Problem(.algorithmUnsupported)) {
                try await store.registry.authorize(
                    .init(credentialID: id, hash: [Data(count: count)], OTP: WireSecret("000000")), for: person,
                    kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `a registry prints none of its keys`() async throws {
        try await withStore { store in
            var text = "\(store.registry) \(String(reflecting: store.registry.vault))"
            dump(MessagePump(registry: store.registry, gateway: store.spool, logger: Logger(label: "test")), to: &text)
            #expect(!text.contains("SymmetricKey"))
            #expect(!text.contains("P256"))
        }
    }

    @Test func `the database holds no private key in the clear`() async throws {
        try await withStore { store in
            let person = try await store.registered().applicant()
            let credential = try #require(try await store.registry.database.read { try $0.credential(of: person) })
            #expect(throws: (any Error).self) {
                try P256.Signing.PrivateKey(rawRepresentation: credential.sealedKey)
            }
            #expect(throws: (any Error).self) {
                try store.registry.vault.open(credential.sealedKey, for: .personKeys, owner: "another")
            }
        }
    }
}
