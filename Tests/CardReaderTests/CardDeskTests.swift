import Core
import Crypto
import Foundation
import Synchronization
import Testing
import VirtualDevices

@testable import CardReader

/// The desk over virtual cards without pcscd.
@Suite struct CardDeskTests {
    private let binding = ReaderBinding(identity: "ID", enterprise: "YZT")

    private func desk(_ card: any VirtualCard, patience: Duration = .seconds(30)) -> LiveCardDesk {
        LiveCardDesk(binding: binding, patience: patience) { _ throws(TransportFault) in try DirectTransport(card) }
    }

    @Test func `it reads, it signs, and it leaves no verified PIN behind`() async throws {
        let (card, key) = try withPKI { pki in
            (
                VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer)),
                try pki.cardCredential(for: SampleEnterprises.employer, .authentication).key.publicKey
            )
        }
        let desk = desk(card)
        #expect(try await desk.pinTriesLeft() == 5)
        let challenge = Data("a challenge".utf8)
        let pin = Secret("123456")
        let signature = try await desk.sign(Data(SHA256.hash(data: challenge)), with: .authentication, pin: pin)
        #expect(
            key.isValidSignature(try P256.Signing.ECDSASignature(derRepresentation: signature), for: challenge))
        #expect(!card.isVerified)
        #expect(pin.count == 6)  // The caller's own copy is the caller's to erase.
    }

    @Test func `a PIN that somebody else verified before is not taken over`() async throws {
        let card = try withPKI { VirtualPIVCard(keys: try $0.cardKeys(for: SampleEnterprises.employer)) }
        for command in ["00A4040005A000000308", "0020008008313233343536FFFF"] {
            _ = card.answer(try #require(Hex.bytes(command)))
        }
        #expect(card.isVerified)
        #expect(try await desk(card).pinTriesLeft() == 5)
    }

    @Test(arguments: [
        (TransportFault.serviceDown, CardFault.serviceDown), (.readerMissing, .readerMissing(.identity)),
        (.noCard, .noCard(.identity)), (.removed, .removed(.identity)), (.mute, .mute(.identity)),
        (.busy, .busy(.identity)),
    ])
    func `every fault of the transport has its name at the desk`(_ cause: TransportFault, _ expected: CardFault) async {
        let desk = LiveCardDesk(binding: binding, patience: .seconds(30)) { _ throws(TransportFault) in throw cause }
        #expect(await fault { () async throws(CardFault) in try await desk.readIdentity() } == expected)
    }

    @Test func `a card that hangs is given up, and tried again when it lets go`() async throws {
        let card = StuckCard(VirtualIdentityCard(SamplePeople.applicant.identity))
        let desk = desk(card, patience: .milliseconds(100))
        for _ in 0..<2 {
            #expect(
                await fault { () async throws(CardFault) in try await desk.readIdentity() } == .timedOut(.identity))
        }
        card.letGo()
        // The abandoned reading may still be ending.
        var record: IdentityRecord?
        for _ in 0..<50 where record == nil { record = try? await desk.readIdentity() }
        #expect(record == SamplePeople.applicant.identity)
        #expect(card.attempts < 20)
    }

    @Test func `a signature that was given up before its turn is never made`() async throws {
        let inner = try withPKI { VirtualPIVCard(keys: try $0.cardKeys(for: SampleEnterprises.employer)) }
        let card = StuckCard(inner)
        let desk = desk(card, patience: .milliseconds(100))
        async let tries = fault { () async throws(CardFault) in try await desk.pinTriesLeft() }
        async let signing = fault { () async throws(CardFault) in
            try await desk.sign(Data(repeating: 0, count: 32), with: .seal, pin: Secret("000000"))
        }
        #expect(await tries == .timedOut(.enterprise))
        #expect(await signing == .timedOut(.enterprise))
        card.letGo()
        var left: Int?
        for _ in 0..<50 where left == nil { left = try? await desk.pinTriesLeft() }
        #expect(left == 5)
        #expect(inner.triesLeft == 5)
    }
}

/// A card that blocks its caller until it is told to let go.
private final class StuckCard: VirtualCard {
    let atr: [UInt8]?
    private let card: any VirtualCard
    private let isStuck = Mutex(true)
    private let count = Mutex(0)

    init(_ card: any VirtualCard) {
        self.card = card
        atr = card.atr
    }

    var attempts: Int { count.withLock(\.self) }
    func letGo() { isStuck.withLock { $0 = false } }
    func reset() { card.reset() }

    func answer(_ command: [UInt8]) -> CardReaction {
        count.withLock { $0 += 1 }
        while isStuck.withLock(\.self) { Thread.sleep(forTimeInterval: 0.005) }
        return card.answer(command)
    }
}
