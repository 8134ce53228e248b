import Core
import Crypto
import Documents
import Foundation
import Testing
import X509

@Suite struct CertificateTests {
    @Test(arguments: TestAuthority.Encoding.allCases)
    func `a credit code is found however it is encoded`(_ encoding: TestAuthority.Encoding) throws {
        let der = try TestAuthority().issue(.p256(), .init(encoding: encoding))
        let holder = try CertificateReader().read(der)
        #expect(holder.name == "上海示例建筑设计有限公司")
        #expect(holder.creditCode == (encoding == .absent ? nil : try Sample.enterprise().code))
    }

    @Test func `a credit code under an identifier that the site does not know is not one`() throws {
        let der = try TestAuthority().issue(.p256())
        #expect(try CertificateReader(creditCodeOIDs: ["1.2.3.4", "not one", ""]).read(der).creditCode == nil)
        let reader = CertificateReader(creditCodeOIDs: ["1.2.3.4", "1.2.156.112570.11.210"])
        #expect(try reader.read(der).creditCode != nil)
    }

    @Test func `a credit code with a wrong check character is not one`() throws {
        let der = try TestAuthority().issue(.p256(), .init(code: "91350100M000100Y44"))
        #expect(try CertificateReader().read(der).creditCode == nil)
    }

    @Test(arguments: [[], [0x30, 0x00], [UInt8](repeating: 0x30, count: 4096)])
    func `what is no certificate cannot be read`(_ der: [UInt8]) async throws {
        #expect(throws: CertificateFinding.unreadable) { try CertificateReader().read(der) }
        let checker = try CertificateChecker(roots: [TestAuthority().der])
        await #expect(throws: CertificateFinding.unreadable) { try await checker.check(der, at: Sample.noon) }
        #expect(throws: CertificateFinding.unreadable) { try CertificateChecker(roots: [der]) }
    }

    @Test func `a mutated certificate never crashes the reader`() throws {
        var random = Xorshift(state: 0xC0FF_EE00_1234_5677)
        let der = try TestAuthority().issue(.p256())
        for _ in 0..<2000 {
            var mutated = der
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutated[Int.random(in: 0..<der.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? CertificateReader().read(mutated)
        }
    }

    enum Case: CaseIterable, Sendable {
        case good, stranger, expired, future, authority, otherUse

        var finding: CertificateFinding? {
            switch self {
            case .good: nil
            case .stranger, .authority, .otherUse: .untrusted
            case .expired: .expired
            case .future: .notYetValid
            }
        }

        func options() -> TestAuthority.Options {
            var options = TestAuthority.Options()
            switch self {
            case .good, .stranger: break
            case .expired: options.until = Sample.noon.addingTimeInterval(-1)
            case .future: options.from = Sample.noon.addingTimeInterval(1)
            case .authority: options.isAuthority = true
            case .otherUse: options.usage = KeyUsage(keyEncipherment: true)
            }
            return options
        }
    }

    @Test(arguments: Case.allCases)
    func `a certificate is believed for its chain, its days and its use`(_ one: Case) async throws {
        let authority = try TestAuthority()
        let der = try authority.issue(.p256(), one.options())
        let trusted = one == .stranger ? try TestAuthority().der : authority.der
        var finding: CertificateFinding?
        do { try await CertificateChecker(roots: [trusted]).check(der, at: Sample.noon) } catch {
            finding = error
        }
        #expect(finding == one.finding)
    }

    @Test func `an authority in between needs its own certificate beside the signer's`() async throws {
        let root = try TestAuthority()
        let between = try TestAuthority(name: "测试企业证书二级", under: root)
        let der = try between.issue(.p256())
        let checker = try CertificateChecker(roots: [root.der])
        try await checker.check(der, intermediates: [between.der], at: Sample.noon)
        await #expect(throws: CertificateFinding.untrusted) { try await checker.check(der, at: Sample.noon) }
    }

    @Test(arguments: [("-sha256", nil), ("-sha1", CertificateFinding.untrusted)] as [(String, CertificateFinding?)])
    func `a chain signed with SHA-1 is not believed`(_ digest: String, _ expected: CertificateFinding?) async throws {
        let (root, leaf) = try withFiles([[], [], [], []]) { paths in
            let openssl = "/usr/bin/openssl"
            let days = ["-days", "30000"]
            let commands = [
                [
                    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=root", "-keyout", paths[0], "-out",
                    paths[1],
                ]
                    + days,
                [
                    "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=leaf", "-keyout", "/dev/null", "-out",
                    paths[2],
                ],
                ["x509", "-req", "-in", paths[2], "-CA", paths[1], "-CAkey", paths[0], "-set_serial", "7", digest]
                    + days + ["-outform", "DER", "-out", paths[3]],
                ["x509", "-in", paths[1], "-outform", "DER", "-out", paths[2]],
            ]
            for arguments in commands {
                let command = try Command(openssl, arguments)
                try #require(command.status == 0, "\(command.output)")
            }
            return try (
                Array(Data(contentsOf: URL(filePath: paths[2]))), Array(Data(contentsOf: URL(filePath: paths[3])))
            )
        }
        var finding: CertificateFinding?
        do { try await CertificateChecker(roots: [root]).check(leaf, at: Date(timeIntervalSinceNow: 60)) } catch {
            finding = error
        }
        #expect(finding == expected)
    }

    @Test func `a challenge proves the key, P-256 and RSA`() throws {
        let authority = try TestAuthority()
        let challenge = SignedSample.bytes(9)
        for key in [TestKey.p256(), try TestKey.rsa()] {
            let der = try authority.issue(key)
            let signature = try key.sign(digest: Array(SHA256.hash(data: challenge)))
            try CertificateChecker.verify(signature, over: challenge, by: der)
            for (signature, message) in [(signature, SignedSample.bytes(8)), ([], challenge), ([1, 2, 3], challenge)] {
                #expect(throws: CertificateFinding.keyNotProved) {
                    try CertificateChecker.verify(signature, over: message, by: der)
                }
            }
        }
    }

    @Test func `the store's authority issues what its own root vouches for`() async throws {
        let authority = try PersonCertificateAuthority.makeRoot(
            name: "测试个人证书根", key: SignedSample.bytes(1), serial: SignedSample.bytes(1, 16), at: Sample.noon, years: 10)
        let der = try authority.issue(
            name: "测试员甲", holder: "H-0001", key: SignedSample.bytes(2), serial: SignedSample.bytes(2, 16),
            at: Sample.noon, years: 2)
        try await CertificateChecker(roots: [authority.root]).check(der, at: Sample.noon)
        let holder = try CertificateReader().read(der)
        #expect((holder.name, holder.serialNumber, holder.creditCode) == ("测试员甲", "H-0001", nil))
        let signature = try PersonCertificateAuthority.sign(
            Array(SHA256.hash(data: [1, 2, 3])), key: SignedSample.bytes(2))
        try CertificateChecker.verify(signature, over: [1, 2, 3], by: der)
    }

    @Test(arguments: Serials.forbidden)
    func `no certificate is issued with a serial number that RFC 5280 forbids`(_ serial: [UInt8]) throws {
        let key = SignedSample.bytes(1)
        #expect(throws: PersonCertificateAuthority.Fault.serialNumber) {
            try PersonCertificateAuthority.makeRoot(
                name: "测试个人证书根", key: key, serial: serial, at: Sample.noon, years: 10)
        }
        let authority = try PersonCertificateAuthority.makeRoot(
            name: "测试个人证书根", key: key, serial: SignedSample.bytes(1, 16), at: Sample.noon, years: 10)
        #expect(throws: PersonCertificateAuthority.Fault.serialNumber) {
            try authority.issue(name: "测试员甲", holder: "H-0001", key: key, serial: serial, at: Sample.noon, years: 2)
        }
    }

    @Test func `an authority opens with its own key only`() throws {
        let authority = try PersonCertificateAuthority.makeRoot(
            name: "测试个人证书根", key: SignedSample.bytes(1), serial: SignedSample.bytes(1, 16), at: Sample.noon, years: 10)
        _ = try PersonCertificateAuthority(root: authority.root, key: SignedSample.bytes(1))
        #expect(throws: PersonCertificateAuthority.Fault.keyMismatch) {
            try PersonCertificateAuthority(root: authority.root, key: SignedSample.bytes(2))
        }
        #expect(throws: PersonCertificateAuthority.Fault.keyUnreadable) {
            try PersonCertificateAuthority(root: authority.root, key: [])
        }
        #expect(throws: PersonCertificateAuthority.Fault.certificateUnreadable) {
            try PersonCertificateAuthority(root: [], key: SignedSample.bytes(1))
        }
    }

    @Test(arguments: [0, 20, 31, 33, 64])
    func `only the 32 bytes of a SHA-256 are signed`(_ count: Int) {
        #expect(throws: PersonCertificateAuthority.Fault.digestLength) {
            try PersonCertificateAuthority.sign([UInt8](repeating: 0, count: count), key: SignedSample.bytes(2))
        }
    }
}
