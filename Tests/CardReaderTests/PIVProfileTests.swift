import CardReader
import Core
import Crypto
import CryptoExtras
import Foundation
import Testing
import VirtualDevices

@Suite struct PIVProfileTests {
    private let digest = [UInt8](SHA256.hash(data: Data("a form".utf8)))

    @Test(arguments: EnterpriseKey.allCases)
    func `a certificate takes no more than five commands`(_ key: EnterpriseKey) throws {
        try withPKI { pki in
            let keys = try pki.cardKeys(for: SampleEnterprises.institute)
            let session = CardSession(try DirectTransport(VirtualPIVCard(keys: keys)), role: .enterprise)
            let der = try PIVProfile(session).certificate(key.slot)
            #expect(der == (try pki.cardCredential(for: SampleEnterprises.institute, key).certificateDER()))
            #expect(session.exchanges <= 5)
        }
    }

    @Test(arguments: EnterpriseKey.allCases)
    func `both keys sign, and the signature verifies`(_ key: EnterpriseKey) throws {
        try withPKI { pki in
            let card = VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer))
            let session = CardSession(try DirectTransport(card), role: .enterprise)
            let bytes = try PIVProfile(session).sign(digest, with: key, pin: Secret("123456"))
            let signature = try P256.Signing.ECDSASignature(derRepresentation: bytes)
            let publicKey = try pki.cardCredential(for: SampleEnterprises.employer, key).key.publicKey
            #expect(publicKey.isValidSignature(signature, for: Data("a form".utf8)))
        }
    }

    @Test(arguments: [CardProtocol.t0, .t1])
    func `an RSA card signs what PKCS 1 demands, in chained parts`(_ cardProtocol: CardProtocol) throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let certificate = try rsaCertificate(for: key)
        let card = VirtualPIVCard(keys: [.seal: PIVCardKey(.rsa2048(key), certificate: certificate)])
        let session = CardSession(try DirectTransport(card, cardProtocol: cardProtocol), role: .enterprise)
        let bytes = try PIVProfile(session).sign(digest, with: .seal, pin: Secret("123456"))
        let signature = _RSA.Signing.RSASignature(rawRepresentation: Data(bytes))
        #expect(
            key.publicKey.isValidSignature(signature, for: Data("a form".utf8), padding: .insecurePKCS1v1_5))
    }

    @Test func `wrong PINs count down to the blocked card, which is never tried`() throws {
        try withPKI { pki in
            let card = VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer), tries: 3)
            let profile = try PIVProfile(CardSession(DirectTransport(card), role: .enterprise))
            #expect(sign(profile, "000000") == .wrongPIN(triesLeft: 2))
            #expect(sign(profile, "000001") == .wrongPIN(triesLeft: 1))
            #expect(try profile.triesLeft() == 1)
            #expect(sign(profile, "000002") == .pinBlocked)
            #expect(sign(profile, "123456") == .pinBlocked)
            #expect(try profile.triesLeft() == 0)
            card.unblock()
            #expect(sign(profile, "123456") == nil)
        }
    }

    @Test(arguments: ["", "123456789", "12345"])
    func `what cannot be a PIN costs no try`(_ pin: String) throws {
        try withPKI { pki in
            let card = VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer))
            let profile = try PIVProfile(CardSession(DirectTransport(card), role: .enterprise))
            #expect(sign(profile, pin) == .wrongPIN(triesLeft: 5))
            #expect(card.triesLeft == 5)
        }
    }

    /// The transcript of NIST SP 800-73: the PIN padded with FF, GENERAL AUTHENTICATE right after it.
    @Test func `a blocked card sees no VERIFY with data`() throws {
        try withPKI { pki in
            let credential = try pki.cardCredential(for: SampleEnterprises.employer, .seal)
            let object = TLV.encode(0x53, TLV.encode(0x70, try credential.certificateDER()))
            let transport = ScriptedTransport(
                """
                00A4040009A0000003080000100000 > 9000
                00CB3FFF055C035FC10A00 > \(Hex.text(object)) 9000
                00200080 > 6983
                """)
            let profile = try PIVProfile(CardSession(transport, role: .enterprise))
            #expect(sign(profile, "123456") == .pinBlocked)
            #expect(transport.isPlayedOut)
        }
    }

    @Test func `a refused signature is told with its status word and not asked for again`() throws {
        try withPKI { pki in
            let credential = try pki.cardCredential(for: SampleEnterprises.employer, .seal)
            let object = TLV.encode(0x53, TLV.encode(0x70, try credential.certificateDER()))
            let transport = ScriptedTransport(
                """
                00A4040009A0000003080000100000 > 9000
                00CB3FFF055C035FC10A00 > \(Hex.text(object)) 9000
                00200080 > 63C2
                0020008008313233343536FFFF > 9000
                0087119C267C2482008120\(Hex.text(digest))00 > 6982
                """)
            let profile = try PIVProfile(CardSession(transport, role: .enterprise))
            #expect(sign(profile, "123456") == .refused(.enterprise, statusWord: 0x6982))
            #expect(transport.isPlayedOut)
        }
    }

    @Test(arguments: [
        ("00A4040009A0000003080000100000 > 6A82", CardFault.unknownCard(.enterprise)),
        ("00A4040009A0000003080000100000 > 9000\n00CB3FFF055C035FC10A00 > 6A82", .unknownCard(.enterprise)),
        ("00A4040009A0000003080000100000 > 9000\n00CB3FFF055C035FC10A00 > 53020102 9000", .unreadable(.enterprise)),
        ("00A4040009A0000003080000100000 > 9000\n00CB3FFF055C035FC10A00 > 9000", .unreadable(.enterprise)),
        (
            "00A4040009A0000003080000100000 > 9000\n00CB3FFF055C035FC10A00 > 6F00",
            .refused(.enterprise, statusWord: 0x6F00)
        ),
        ("00A4040009A0000003080000100000 > 90", .removed(.enterprise)),
    ])
    func `an odd card has its own fault`(_ script: String, _ expected: CardFault) {
        let session = CardSession(ScriptedTransport(script), role: .enterprise)
        #expect(fault { () throws(CardFault) in try PIVProfile(session).certificate(.signature) } == expected)
    }

    @Test(arguments: 0..<7)
    func `a card pulled at any command is a removed one and no longer verified`(_ command: Int) throws {
        try withPKI { pki in
            let card = VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer))
            let transport = try DirectTransport(TroubledCard(card, .pulled(after: command)))
            let found = fault { () throws(CardFault) in
                try PIVProfile(CardSession(transport, role: .enterprise))
                    .sign(digest, with: .seal, pin: Secret("123456"))
            }
            #expect(found == .removed(.enterprise))
            transport.close(.reset)
            #expect(!card.isVerified)
        }
    }

    @Test func `an outline of a certificate finds name, key and credit code`() throws {
        try withPKI { pki in
            let credential = try pki.cardCredential(for: SampleEnterprises.institute, .authentication)
            let outline = try #require(CertificateOutline(der: credential.certificateDER()))
            #expect(outline.key == .p256)
            #expect(outline.subjectCommonName == SampleEnterprises.institute.name)
            #expect(outline.text(ofExtension: "1.2.156.112570.11.210") == SampleEnterprises.institute.code.text)
            #expect(outline.text(ofExtension: "1.2.156.112570.11.205") == nil)
            let bare = try pki.cardCredential(for: SampleEnterprises.institute, .seal, flaw: .noCreditCode)
            let plain = try #require(CertificateOutline(der: bare.certificateDER()))
            #expect(plain.text(ofExtension: "1.2.156.112570.11.210") == nil)
        }
    }

    private func sign(_ profile: PIVProfile, _ pin: String) -> CardFault? {
        fault { () throws(CardFault) in try profile.sign(digest, with: .seal, pin: Secret(pin)) }
    }
}
