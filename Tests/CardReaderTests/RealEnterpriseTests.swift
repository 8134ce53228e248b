import CardReader
import Core
import Crypto
import Foundation
import Testing
import VirtualDevices

extension RealReaders {
    @Suite(.serialized) struct EnterpriseCards {
        private let message = Data("a form".utf8)
        private var digest: Data { Data(SHA256.hash(data: message)) }

        @Test(arguments: EnterpriseKey.allCases)
        func `a certificate is read with five commands at most, and its key signs`(_ key: EnterpriseKey) async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard()
                try await hall.place(card, on: .enterprise, log)
                let credential = try hall.pki.cardCredential(for: SampleEnterprises.employer, key)
                let before = hall.readers.commands(on: .enterprise)
                #expect(try await hall.desk.enterpriseCertificate(key) == Data(credential.certificateDER()))
                #expect(hall.readers.commands(on: .enterprise) - before <= 5)
                let signature = try await hall.desk.sign(digest, with: key, pin: Secret("123456"))
                #expect(
                    credential.key.publicKey.isValidSignature(
                        try P256.Signing.ECDSASignature(derRepresentation: signature), for: message))
                #expect(!card.isVerified)
            }
        }

        @Test func `a wrong PIN, the tries, a blocked card`() async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard(tries: 2)
                try await hall.place(card, on: .enterprise, log)
                #expect(try await hall.desk.pinTriesLeft() == 2)
                #expect(await sign(hall, "000000") == .wrongPIN(triesLeft: 1))
                #expect(await sign(hall, "000000") == .pinBlocked)
                #expect(try await hall.desk.pinTriesLeft() == 0)
                #expect(await sign(hall, "123456") == .pinBlocked)
                card.unblock()
                #expect(await sign(hall, "123456") == nil)
            }
        }

        // SELECT, GET DATA and two GET RESPONSE, the question for tries, VERIFY, the signature.
        @Test(arguments: 0..<7)
        func `a card pulled at any command is a removed one`(_ command: Int) async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard()
                try await hall.place(TroubledCard(card, .pulled(after: command)), on: .enterprise, log)
                #expect(await sign(hall, "123456") == .removed(.enterprise))
                try await log.expect([.removed(.enterprise)])
                try await hall.place(card, on: .enterprise, log)
                #expect(try await hall.desk.pinTriesLeft() == 5)
            }
        }

        @Test func `a PIN verified by another program is not taken over`() async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard()
                try await hall.place(card, on: .enterprise, log)
                let commands = ["-s", "00A4040005A000000308", "-s", "0020008008313233343536FFFF"]
                try await run("/usr/bin/opensc-tool", ["--reader", "2"] + commands, hall)
                // Asked by name: only a reset makes the card ask for its PIN again.
                #expect(try await hall.desk.pinTriesLeft() == 5)
                #expect(!card.isVerified)
            }
        }

        @Test func `a kiosk killed between PIN and signature leaves no verified card`() async throws {
            try await withCardHall { hall, log in
                let card = try hall.employersCard()
                let gate = GatedCard(card, before: 0x87)
                try await hall.place(gate, on: .enterprise, log)
                let trigger = hall.directory.path("now")
                async let exit = #expect(processExitsWith: .signal(SIGKILL)) { [trigger = trigger as String] in
                    let desk = LiveCardDesk(binding: VirtualCardDesk.binding)
                    async let signature = desk.sign(Data(repeating: 0, count: 32), with: .seal, pin: Secret("123456"))
                    while !FileManager.default.fileExists(atPath: trigger) { usleep(5_000) }
                    kill(getpid(), SIGKILL)
                    _ = try await signature
                }
                while !gate.isWaiting { try await Task.sleep(for: .milliseconds(5)) }
                #expect(card.isVerified)
                #expect(FileManager.default.createFile(atPath: trigger, contents: nil))
                _ = await exit
                gate.open()
                while card.isVerified { try await Task.sleep(for: .milliseconds(5)) }
                #expect(try await hall.desk.pinTriesLeft() == 5)
            }
        }

        @Test func `the desk says busy while another program holds the card`() async throws {
            try await withCardHall { hall, log in
                let gate = GatedCard(try hall.employersCard(), before: 0xA4)
                try await hall.place(gate, on: .enterprise, log)
                let other = CardSurvey(binding: VirtualCardDesk.binding)
                async let reports = other.reports()
                while !gate.isWaiting { try await Task.sleep(for: .milliseconds(5)) }
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.pinTriesLeft()
                    } == .busy(.enterprise))
                gate.open()
                #expect(try await reports.first { $0.role == .enterprise }?.pinTriesLeft == 5)
            }
        }

        private func sign(_ hall: CardHall, _ pin: String) async -> CardFault? {
            await fault { () async throws(CardFault) in
                try await hall.desk.sign(digest, with: .seal, pin: Secret(pin))
            }
        }
    }
}

/// Runs a program against the hall's pcscd; a failure throws with what it wrote.
@discardableResult
func run(_ program: String, _ arguments: [String], _ hall: CardHall) async throws -> String {
    let log = hall.directory.path("peer-\(UUID().uuidString).log")
    return try await ServiceProcess.Once(
        program, arguments, environment: hall.readers.daemon.environment, log: log
    ).output(within: .seconds(30))
}
