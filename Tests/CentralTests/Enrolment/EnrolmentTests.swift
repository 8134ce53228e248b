import CentralAPI
import Crypto
import Foundation
import SwiftASN1
import Testing
import X509

@testable import Central

struct EnrolmentTests {
    /// A registry that certifies, and its roll.
    private func withRoll(_ body: (Registry, KioskRoll, TestStore) async throws -> Void) async throws {
        try await withStore { store in
            var registry = store.registry
            let files = KioskAuthorityFiles(
                certificate: store.folder.appending(path: "authority.pem"),
                key: store.folder.appending(path: "authority.key"), vault: registry.vault)
            try files.create(registry.world)
            registry.enrolment = Enrolment(authority: try files.open(), days: 365)
            try await body(
                registry, KioskRoll(database: registry.database, vault: registry.vault, world: registry.world), store)
        }
    }

    @Test func `a machine's key is certified by its code, for its name, as a client and nothing else`() async throws {
        try await withRoll { (registry: Registry, roll: KioskRoll, store: TestStore) async throws in
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            #expect(code.wholeMatch(of: /[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}/) != nil)
            let key = P256.Signing.PrivateKey()
            // A person may type it with blanks and capitals.
            let typed = code.uppercased().replacing("-", with: " ")
            let issued = try await registry.enrol(.of("kiosk-001", typed), request: try csr("kiosk-001", key))
            let name = try DistinguishedName { CommonName("kiosk-001") }
            #expect(issued.subject == name)
            #expect(issued.publicKey == .init(key.publicKey))
            #expect(issued.notValidAfter.timeIntervalSince(store.clock.now) > 364 * 86_400)
            #expect(try issued.extensions.basicConstraints == .notCertificateAuthority)
            #expect(try issued.extensions.extendedKeyUsage == ExtendedKeyUsage([.clientAuth]))
            #expect(
                registry.enrolment?.authority.certificate.publicKey.isValidSignature(issued.signature, for: issued)
                    == true)
            let rows = try await registry.database.read { try $0.rows("SELECT * FROM enrolment_codes") }
            #expect(!"\(rows)".contains(EnrolmentCode.plain(code)) && !"\(rows)".contains(code))
            #expect(try await store.acts(of: "kiosk-001") == ["enrolled by code"])
        }
    }

    @Test func `the same key asks again with the same code and gets the same certificate; another key gets none`()
        async throws
    {
        try await withRoll { (registry: Registry, roll: KioskRoll, _: TestStore) async throws in
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let key = P256.Signing.PrivateKey()
            let first = try await registry.enrol(.of("kiosk-001", code), request: try csr("kiosk-001", key))
            let again = try await registry.enrol(.of("kiosk-001", code), request: try csr("kiosk-001", key))
            #expect(first == again)
            await #expect(throws: Problem(.enrolmentCodeUsed)) {
                try await registry.enrol(
                    .of("kiosk-001", code), request: try csr("kiosk-001", P256.Signing.PrivateKey()))
            }
        }
    }

    @Test func `ten wrong codes end the right one`() async throws {
        try await withRoll { (registry: Registry, roll: KioskRoll, store: TestStore) async throws in
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let request = try csr("kiosk-001", P256.Signing.PrivateKey())
            for _ in 0..<Enrolment.tries {
                await #expect(throws: Problem(.enrolmentCodeWrong)) {
                    try await registry.enrol(.of("kiosk-001", "2222-2222-2222"), request: request)
                }
            }
            await #expect(throws: Problem(.enrolmentCodeExpired)) {
                try await registry.enrol(.of("kiosk-001", code), request: request)
            }
            #expect(try await store.acts(of: "kiosk-001").count == Enrolment.tries)
            let fresh = try await roll.invite("kiosk-001", hours: 72, by: "test")
            _ = try await registry.enrol(.of("kiosk-001", fresh), request: request)
        }
    }

    @Test func `a code ends with its time, and with the next code; another kiosk's is no good`() async throws {
        try await withRoll { (registry: Registry, roll: KioskRoll, store: TestStore) async throws in
            let request = try csr("kiosk-001", P256.Signing.PrivateKey())
            let old = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let code = try await roll.invite("kiosk-001", hours: 2, by: "test")
            let others = try await roll.invite("kiosk-002", hours: 72, by: "test")
            for wrong in [old, others] {
                await #expect(throws: Problem(.enrolmentCodeWrong)) {
                    try await registry.enrol(.of("kiosk-001", wrong), request: request)
                }
            }
            await #expect(throws: Problem(.enrolmentCodeWrong)) {
                try await registry.enrol(
                    .of("kiosk-003", code), request: try csr("kiosk-003", P256.Signing.PrivateKey()))
            }
            store.clock.advance(seconds: 7_201)
            await #expect(throws: Problem(.enrolmentCodeExpired)) {
                try await registry.enrol(.of("kiosk-001", code), request: request)
            }
        }
    }

    @Test func `a request for another name, by another key or of another kind is not certified, and costs no code`()
        async throws
    {
        try await withRoll { (registry: Registry, roll: KioskRoll, _: TestStore) async throws in
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let own = P256.Signing.PrivateKey()
            var tampered = try csr("kiosk-001", own)
            tampered[tampered.count - 1] ^= 1
            let larger = try CertificateSigningRequest(
                version: .v1, subject: try DistinguishedName { CommonName("kiosk-001") },
                privateKey: .init(P384.Signing.PrivateKey()), attributes: .init(), signatureAlgorithm: .ecdsaWithSHA384)
            let more = try CertificateSigningRequest(
                version: .v1,
                subject: try DistinguishedName {
                    OrganizationalUnitName("technician")
                    CommonName("kiosk-001")
                }, privateKey: .init(own), attributes: .init(), signatureAlgorithm: .ecdsaWithSHA256)
            let bad = [
                try csr("kiosk-002", own), tampered, try larger.der, try more.der, Data("no request".utf8), Data(),
            ]
            for request in bad {
                let problem = await #expect(throws: Problem.self) {
                    try await registry.enrol(.of("kiosk-001", code), request: request)
                }
                #expect(problem?.code == .requestUncertifiable)
            }
            _ = try await registry.enrol(.of("kiosk-001", code), request: try csr("kiosk-001", own))
        }
    }

    @Test func `a renewed certificate ends the one before it when it is used, and not before`() async throws {
        try await withRoll { (registry: Registry, roll: KioskRoll, store: TestStore) async throws in
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let first = try await registry.enrol(
                .of("kiosk-001", code), request: try csr("kiosk-001", P256.Signing.PrivateKey()))
            try await registry.admit("kiosk-001", certificate: try first.der)
            store.clock.advance(seconds: 250 * 86_400)
            let key = P256.Signing.PrivateKey()
            let second = try await registry.renew("kiosk-001", request: try csr("kiosk-001", key))
            // The answer was lost: the same key again.
            #expect(try await registry.renew("kiosk-001", request: try csr("kiosk-001", key)) == second)
            try await registry.admit("kiosk-001", certificate: try first.der)
            try await registry.admit("kiosk-001", certificate: try second.der)
            try await registry.admit("kiosk-001", certificate: try second.der)
            await #expect(throws: Problem(.kioskRevoked)) {
                try await registry.admit("kiosk-001", certificate: try first.der)
            }
            await #expect(throws: Problem.self) {
                try await registry.renew("kiosk-001", request: try csr("kiosk-002", key))
            }
        }
    }

    @Test func `a revoked kiosk opens nothing with any certificate, until it enrols again`() async throws {
        try await withRoll { (registry: Registry, roll: KioskRoll, _: TestStore) async throws in
            let foreign = try TestAuthority("别处的根").host("kiosk-001").der
            try await registry.admit("kiosk-001", certificate: foreign)
            let code = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let own = try await registry.enrol(
                .of("kiosk-001", code), request: try csr("kiosk-001", P256.Signing.PrivateKey()))
            try await roll.revoke("kiosk-001", by: "test")
            for certificate in [foreign, try own.der] {
                await #expect(throws: Problem(.kioskRevoked)) {
                    try await registry.admit("kiosk-001", certificate: certificate)
                }
            }
            await #expect(throws: Problem(.enrolmentCodeWrong)) {
                try await registry.enrol(
                    .of("kiosk-001", code), request: try csr("kiosk-001", P256.Signing.PrivateKey()))
            }
            #expect(try await roll.entries().map(\.isRevoked) == [true])
            try await registry.admit("kiosk-002", certificate: foreign)
            let fresh = try await roll.invite("kiosk-001", hours: 72, by: "test")
            let next = try await registry.enrol(
                .of("kiosk-001", fresh), request: try csr("kiosk-001", P256.Signing.PrivateKey()))
            try await registry.admit("kiosk-001", certificate: try next.der)
            await #expect(throws: Problem(.kioskRevoked)) {
                try await registry.admit("kiosk-001", certificate: foreign)
            }
            #expect(try await roll.entries().map(\.isRevoked) == [false])
        }
    }

    @Test(arguments: ["", "k", "-a", "kiosk 1", "自助机", "a/b", String(repeating: "k", count: 33)])
    func `a name that no certificate should carry gets no code`(name: String) async throws {
        try await withRoll { (_: Registry, roll: KioskRoll, _: TestStore) async throws in
            await #expect(throws: KioskRollFault.wrongName(name)) { try await roll.invite(name, hours: 1, by: "test") }
        }
    }

    @Test func `an authority whose key is elsewhere is told as such`() async throws {
        try await withStore { store in
            let files = KioskAuthorityFiles(
                certificate: store.folder.appending(path: "a.pem"), key: store.folder.appending(path: "a.key"),
                vault: store.registry.vault)
            try files.create(store.registry.world)
            try FileManager.default.removeItem(at: files.key)
            let fault = #expect(throws: KioskAuthorityFault.self) { try files.create(store.registry.world) }
            #expect(fault == .keyElsewhere("a.pem"))
        }
    }

    @Test func `a bag of certificates is itself again, and openssl reads it`() throws {
        let certificates = try ["kiosk-001", "kiosk-002"].map { Array(try TestAuthority("测试根").host($0).der) }
        let bag = try CertificateBag(certificates).encoded()
        #expect(try Set(CertificateBag(der: bag).certificates) == Set(certificates))
        let output = try openssl(["pkcs7", "-inform", "DER", "-print_certs", "-noout"], Data(bag))
        #expect(output.contains("CN = kiosk-001") && output.contains("CN = kiosk-002"))
        for end in stride(from: 0, to: bag.count - 1, by: 7) {
            #expect(throws: (any Error).self) { try CertificateBag(der: Array(bag.prefix(end))) }
        }
    }
}

extension BasicCredentials {
    static func of(_ name: String, _ code: String) -> BasicCredentials {
        BasicCredentials(name: name, code: WireSecret(code))
    }
}

extension CertificateSigningRequest {
    fileprivate var der: Data {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(self)
            return Data(serializer.serializedBytes)
        }
    }
}

private func csr(_ name: String, _ key: P256.Signing.PrivateKey) throws -> Data {
    try CertificateSigningRequest(
        version: .v1, subject: try DistinguishedName { CommonName(name) }, privateKey: .init(key), attributes: .init(),
        signatureAlgorithm: .ecdsaWithSHA256
    ).der
}

/// What the program of that name says.
func openssl(_ arguments: [String], _ input: Data) throws -> String {
    let process = Process()
    let (from, to) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardInput = from
    process.standardOutput = to
    process.standardError = FileHandle.nullDevice
    try process.run()
    try from.fileHandleForWriting.write(contentsOf: input)
    try from.fileHandleForWriting.close()
    let said = to.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self)
}
