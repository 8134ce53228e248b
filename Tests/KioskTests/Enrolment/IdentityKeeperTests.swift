import Core
import Crypto
import Foundation
import Logging
import SwiftASN1
import Synchronization
import Testing
import X509

@testable import Kiosk
@testable import Sync

struct IdentityKeeperTests {
    @Test func `a certificate is renewed when two thirds of its life are over, and not before`() async throws {
        try await withKeeper { keeper, office, clock in
            try await office.enroller.enrol()
            #expect(await keeper.look() == .isWell)
            clock.withLock { $0 += 66 * 86_400 }
            #expect(await keeper.look() == .isWell)
            let before = try String(contentsOfFile: office.folder.file, encoding: .utf8)
            clock.withLock { $0 += 86_400 }
            #expect(await keeper.look() == .isNew)
            #expect(try String(contentsOfFile: office.folder.file, encoding: .utf8) != before)
            #expect(office.asked.withLock { $0 } == ["enrol", "renew"])
            // The next start: the store takes it, and the old one goes.
            #expect(office.enroller.standing?.isUntried == true)
            #expect(await keeper.look() == .isWell)
            #expect(office.enroller.standing?.isUntried == false)
        }
    }

    @Test func `a new certificate that the store does not take gives way to the old one`() async throws {
        try await withKeeper { keeper, office, clock in
            try await office.enroller.enrol()
            let old = try String(contentsOfFile: office.folder.file, encoding: .utf8)
            try await office.enroller.renew()
            office.answer.withLock { $0 = .notEnrolled }
            #expect(await keeper.look() == .isNew)
            #expect(try String(contentsOfFile: office.folder.file, encoding: .utf8) == old)
            // The code has brought this one already: it is not tried a second time.
            #expect(await keeper.look() == .isOpen)
            #expect(office.asked.withLock { $0 } == ["enrol", "renew"])
        }
    }

    @Test func `a new code enrols a machine again whose certificate the store does not take any more`() async throws {
        try await withKeeper { keeper, office, clock in
            try await office.enroller.enrol()
            office.answer.withLock { $0 = .notEnrolled }
            let again = office.keeper(code: "new-code")
            #expect(await again.look() == .isNew)
            #expect(office.asked.withLock { $0 } == ["enrol", "enrol"])
        }
    }

    @Test func `a used code on a machine that is enrolled does nothing`() async throws {
        try await withKeeper { keeper, office, clock in
            try await office.enroller.enrol()
            for _ in 0..<3 { #expect(await office.keeper(code: "another-old-code").look() == .isWell) }
            #expect(office.asked.withLock { $0 } == ["enrol"])
        }
    }

    @Test func `a store that is away leaves everything as it is`() async throws {
        try await withKeeper { keeper, office, clock in
            try await office.enroller.enrol()
            office.answer.withLock { $0 = .unreachable }
            #expect(await keeper.look() == .isWell)
            clock.withLock { $0 += 70 * 86_400 }
            #expect(await keeper.look() == .isOpen)
            #expect(office.asked.withLock { $0 } == ["enrol"])
            // It has ended: the next start shows why nobody is served.
            clock.withLock { $0 += 40 * 86_400 }
            #expect(await keeper.look() == .isNew)
            #expect(office.enroller.standing == nil)
        }
    }

    @Test func `the certificate of another name is none`() async throws {
        try await withKeeper { _, office, _ in
            try await office.enroller.enrol()
            #expect(office.folder.standing(of: "kiosk-001", at: Sample.now) != nil)
            #expect(office.folder.standing(of: "kiosk-002", at: Sample.now) == nil)
        }
    }

    @Test func `the key that waits is used again after a power cut, and no other's`() throws {
        try withFolder { folder in
            let identity = IdentityFolder(folder.appending(path: "identity").path)
            let key = try identity.nextKey()
            #expect(try identity.nextKey().pem == key.pem)
            let certificate = try Office.certificate(for: key, of: "kiosk-001", at: Sample.now, days: 100)
            try identity.keep(certificate, for: key)
            #expect(try identity.nextKey().pem != key.pem)
            // A key that stayed behind after its certificate was kept is not certified twice.
            try key.pem.write(toFile: folder.path + "/identity/next.key", atomically: true, encoding: .utf8)
            #expect(try identity.nextKey().pem != key.pem)
        }
    }

    private func withKeeper(
        _ body: (IdentityKeeper, Office, borrowing Mutex<Date>) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let office = Office(folder: IdentityFolder(folder.appending(path: "identity").path))
            try await body(office.keeper(code: "code"), office, office.clock)
        }
    }
}

/// A store that certifies whoever asks, for 100 days, and answers as it is told.
private final class Office: Certifier {
    let folder: IdentityFolder
    let clock = Mutex(Sample.now)
    let asked = Mutex<[String]>([])
    let answer = Mutex<StoreFault?>(nil)

    init(folder: IdentityFolder) { self.folder = folder }

    var enroller: Enroller { enroller(code: "code") }

    func enroller(code: String) -> Enroller {
        Enroller(
            kiosk: "kiosk-001", code: code, folder: folder, certifier: self,
            now: { [self] in clock.withLock { $0 } })
    }

    func keeper(code: String) -> IdentityKeeper {
        IdentityKeeper(enroller(code: code), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
            [self] () throws(StoreFault) in
            if let fault = answer.withLock({ $0 }) { throw fault }
        }
    }

    func enrol(_ kiosk: String, code: String, key: IdentityKey, now: Date) async throws(EnrolmentFault) -> String {
        asked.withLock { $0.append("enrol") }
        return try issue(key, kiosk)
    }

    func renew(_ kiosk: String, key: IdentityKey, identity: String, now: Date) async throws(EnrolmentFault) -> String {
        asked.withLock { $0.append("renew") }
        return try issue(key, kiosk)
    }

    private func issue(_ key: IdentityKey, _ kiosk: String) throws(EnrolmentFault) -> String {
        do { return try Self.certificate(for: key, of: kiosk, at: clock.withLock { $0 }, days: 100) } catch {
            throw .misunderstood
        }
    }

    static func certificate(for key: IdentityKey, of kiosk: String, at now: Date, days: Double) throws -> String {
        let authority = P256.Signing.PrivateKey()
        let request = try CertificateSigningRequest(derEncoded: Array(key.request(for: kiosk)))
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: request.publicKey, notValidBefore: now,
            notValidAfter: now + days * 86_400, issuer: try DistinguishedName { CommonName("测试根") },
            subject: request.subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(),
            issuerPrivateKey: .init(authority))
        return try certificate.serializeAsPEM().pemString + "\n"
    }
}
