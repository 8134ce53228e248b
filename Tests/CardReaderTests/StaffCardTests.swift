import CardReader
import Core
import Crypto
import Foundation
import Testing
import VirtualDevices
import X509

@Suite struct StaffCardTests {
    private let message = Data("a challenge".utf8)
    private var digest: [UInt8] { Array(SHA256.hash(data: message)) }

    @Test func `a staff card signs without a PIN, with the key of its certificate`() throws {
        try withPKI { pki in
            let card = VirtualPIVCard(staff: try pki.staffCardKey(for: SampleStaff.hallStaff))
            let session = CardSession(try DirectTransport(card), role: .enterprise)
            let profile = try PIVProfile(session)
            let credential = try pki.staffCredential(for: SampleStaff.hallStaff)
            #expect(try profile.certificate(.cardAuthentication) == credential.certificateDER())
            let signature = try P256.Signing.ECDSASignature(derRepresentation: profile.signAsCard(digest))
            #expect(credential.key.publicKey.isValidSignature(signature, for: message))
            #expect(!card.isVerified)
        }
    }

    @Test func `each kind of card says that it is not the other`() throws {
        try withPKI { pki in
            let staff = VirtualPIVCard(staff: try pki.staffCardKey(for: SampleStaff.technician))
            let enterprise = VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer))
            let wrong: [(VirtualPIVCard, PIVSlot)] = [
                (staff, .authentication), (staff, .signature), (enterprise, .cardAuthentication),
            ]
            for (card, slot) in wrong {
                let profile = try PIVProfile(CardSession(DirectTransport(card), role: .enterprise))
                #expect(
                    fault { () throws(CardFault) in try profile.certificate(slot) } == .unknownCard(.enterprise))
            }
        }
    }

    /// The transcript of NIST SP 800-73: no VERIFY before GENERAL AUTHENTICATE with 9E.
    @Test func `a signature with 9E sends no PIN and is asked for once`() throws {
        try withPKI { pki in
            let credential = try pki.staffCredential(for: SampleStaff.hallStaff)
            let object = TLV.encode(0x53, TLV.encode(0x70, try credential.certificateDER()))
            let transport = ScriptedTransport(
                """
                00A4040009A0000003080000100000 > 9000
                00CB3FFF055C035FC10100 > \(Hex.text(object)) 9000
                0087119E267C2482008120\(Hex.text(digest))00 > 6982
                """)
            let profile = try PIVProfile(CardSession(transport, role: .enterprise))
            let found = fault { () throws(CardFault) in try profile.signAsCard(digest) }
            #expect(found == .refused(.enterprise, statusWord: 0x6982))
            #expect(transport.isPlayedOut)
        }
    }

    @Test(arguments: StaffRole.allCases)
    func `the certificate of a staff card names role and number`(_ role: StaffRole) throws {
        try withPKI { pki in
            let member = SampleStaff.member(of: role)
            let subject = try pki.staffCredential(for: member).certificate.subject.description
            #expect(subject.contains("OU=\(role.rawValue)") && subject.contains("CN=\(member.number)"))
            let bare = try pki.staffCredential(for: member, flaw: .noRole).certificate.subject.description
            #expect(!bare.contains("OU="))
        }
    }
}

extension RealReaders {
    @Suite(.serialized) struct StaffCards {
        @Test func `a staff card behind pcscd is read with five commands, and signs`() async throws {
            try await withCardHall { hall, log in
                let member = SampleStaff.technician
                let credential = try hall.pki.staffCredential(for: member)
                try await hall.place(VirtualPIVCard(staff: hall.pki.staffCardKey(for: member)), on: .enterprise, log)
                let before = hall.readers.commands(on: .enterprise)
                #expect(try await hall.desk.staffCertificate() == Data(credential.certificateDER()))
                #expect(hall.readers.commands(on: .enterprise) - before <= 5)
                let message = Data("a challenge".utf8)
                let signature = try await hall.desk.signAsStaff(Data(SHA256.hash(data: message)))
                #expect(
                    credential.key.publicKey.isValidSignature(
                        try P256.Signing.ECDSASignature(derRepresentation: signature), for: message))
            }
        }
    }
}
