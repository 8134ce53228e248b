import Core
import Foundation
import VirtualDevices

/// The readers of the hall and the cards in its visitors' hands.
actor CardCorner {
    /// Nil where the readers belong to a machine of its own.
    nonisolated let daemon: PrivatePCSCD?
    nonisolated let pki: TestPKI
    nonisolated let enterprise: Enterprise
    nonisolated let samples: StoreProcess.Samples
    nonisolated let socket: String
    private let hands: [ReaderRole: any CardHand]
    private var cards: [ReaderRole: any VirtualCard]
    private var staffCards: [StaffRole: VirtualPIVCard]
    /// Whose staff card is in the certificate reader.
    private var staffCard: StaffRole?

    /// PIN of the virtual enterprise card.
    static let pin = "123456"

    /// - Parameters:
    ///   - visitors: known to the store beside the usual sample people.
    ///   - machine: the readers of a machine in QEMU, by their sockets; nil makes a pcscd of our own.
    init(in directory: RunDirectory, visitors: [SamplePerson], machine: [ReaderRole: String]? = nil) throws {
        if let machine {
            daemon = nil
            hands = machine.mapValues { CCIDHand(socket: $0) }
        } else {
            let daemon = try PrivatePCSCD(in: directory)
            self.daemon = daemon
            hands = [.identity: VPCDHand(port: daemon.ports[0]), .enterprise: VPCDHand(port: daemon.ports[1])]
        }
        socket = daemon?.environment["PCSCLITE_CSOCK_NAME"] ?? ""
        pki = try TestPKI(in: URL(fileURLWithPath: try directory.directory("pki")))
        enterprise = SampleEnterprises.employer
        cards = [
            .identity: VirtualIdentityCard(SamplePeople.applicant.identity),
            .enterprise: try VirtualPIVCard(keys: pki.cardKeys(for: enterprise), pin: Self.pin),
        ]
        staffCards = [:]
        for role in StaffRole.allCases {
            staffCards[role] = VirtualPIVCard(staff: try pki.staffCardKey(for: SampleStaff.member(of: role)))
        }
        samples = StoreProcess.Samples(
            seed: try SeedFile(
                enterprises: SampleEnterprises.all,
                people: SamplePeople.all + SamplePeople.certificateHolders + visitors
            ).encoded(),
            enterpriseRoots: pki.enterpriseRoot.path,
            staffRoots: pki.staffRoot.path,
            tls: (pki.serverCertificate.path, pki.serverKey.path, pki.tlsRoot.path))
    }

    /// Names of the readers, as the kiosk's settings want them.
    nonisolated var readerNames: (identity: String, enterprise: String) {
        (daemon?.readers[0] ?? "", daemon?.readers[1] ?? "")
    }

    func open() async throws { try await daemon?.start() }

    func close() async {
        for hand in hands.values { hand.remove() }
        await daemon?.stop()
    }

    /// `kill -9` of pcscd.
    func killDaemon() async { await daemon?.kill() }

    /// Starts pcscd again when it has died; the cards still lie where they were.
    func revive() async throws { if let daemon, !daemon.isRunning { try await daemon.start() } }

    /// Another visitor has come, with this card in hand.
    func give(_ card: any VirtualCard, for role: ReaderRole) { cards[role] = card }

    func isPlaced(_ role: ReaderRole) -> Bool { hands[role]?.card != nil }

    /// The staff card that is in the certificate reader.
    var placedStaffCard: StaffRole? { isPlaced(.enterprise) ? staffCard : nil }

    /// Takes out what is in the certificate reader.
    func place(_ role: StaffRole) {
        guard let card = staffCards[role] else { return }
        staffCard = role
        hands[.enterprise]?.insert(card)
    }

    /// Does nothing when the card lies there already.
    func place(_ role: ReaderRole) {
        guard let card = cards[role], let hand = hands[role], hand.card == nil else { return }
        if role == .enterprise { staffCard = nil }
        hand.insert(card)
    }

    /// Lays any other card on; one that lies there is taken away first.
    func place(_ card: any VirtualCard, on role: ReaderRole) {
        if role == .enterprise { staffCard = nil }
        hands[role]?.insert(card)
    }

    func remove(_ role: ReaderRole) { hands[role]?.remove() }

    /// Commands that reached cards on this reader so far.
    func commands(_ role: ReaderRole) -> Int { hands[role]?.commands ?? 0 }

    /// What was asked of the card that lies there.
    func exchange(_ role: ReaderRole) -> VPCDHand.Exchange? { hands[role]?.exchange }
}
