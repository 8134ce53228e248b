import CardReader
import Core
import Foundation
import SwiftASN1
import Testing
import VirtualDevices

extension RealReaders {
    /// Programs by others read our virtual cards as they read any card.
    @Suite(.serialized) struct Peers {
        @Test func `OpenSC lists keys and certificates of the virtual PIV card`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(try hall.employersCard(), on: .enterprise, log)
                let listing = try await run("/usr/bin/pkcs15-tool", ["-D", "--reader", "2"], hall)
                #expect(listing.contains("PIV AUTH key"))
                #expect(listing.contains("SIGN key"))
                #expect(listing.contains("Certificate for Digital Signature"))
                #expect(listing.contains(SampleEnterprises.employer.name))
                let objects = try await run("/usr/bin/pkcs11-tool", ["--slot-index", "2", "-O"], hall)
                #expect(objects.contains("EC_POINT 256 bits"))
            }
        }

        @Test(arguments: [(EnterpriseKey.authentication, "01", "9a"), (.seal, "02", "9c")])
        func `OpenSC and yubico-piv-tool read the same certificate as we do`(
            _ key: EnterpriseKey, _ object: String, _ slot: String
        ) async throws {
            try await withCardHall { hall, log in
                try await hall.place(try hall.employersCard(), on: .enterprise, log)
                let ours = [UInt8](try await hall.desk.enterpriseCertificate(key))
                let arguments = ["--read-certificate", object, "--reader", "2"]
                #expect(try der(await run("/usr/bin/pkcs15-tool", arguments, hall)) == ours)
                let reading = ["-r", "Hall Enterprise", "-a", "read-certificate", "-s", slot]
                #expect(try der(await run("/usr/bin/yubico-piv-tool", reading, hall)) == ours)
            }
        }

        @Test func `yubico-piv-tool reports tries and slots`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(try hall.employersCard(tries: 3), on: .enterprise, log)
                let status = try await run(
                    "/usr/bin/yubico-piv-tool", ["-r", "Hall Enterprise", "-a", "status"], hall)
                #expect(status.contains("Slot 9a"))
                #expect(status.contains("Slot 9c"))
                #expect(status.contains("PIN tries left:\t3"))
            }
        }

        @Test func `yubico-piv-tool verifies the PIN`() async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard()
                try await hall.place(card, on: .enterprise, log)
                let verify = ["-r", "Hall Enterprise", "-a", "verify-pin", "-P"]
                #expect(try await run("/usr/bin/yubico-piv-tool", verify + ["123456"], hall).contains("Success"))
                await #expect(throws: ServiceFault.self) {
                    try await run("/usr/bin/yubico-piv-tool", verify + ["000000"], hall)
                }
                #expect(card.triesLeft == 4)
            }
        }

        private func der(_ text: String) throws -> [UInt8] {
            let start = try #require(text.range(of: "-----BEGIN CERTIFICATE-----")).lowerBound
            return try PEMDocument(pemString: String(text[start...])).derBytes
        }
    }
}
