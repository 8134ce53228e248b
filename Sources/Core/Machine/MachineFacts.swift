package import Foundation

/// What the machine around the kiosk is and has been through, for a technician's eyes. Nothing in it is of a person.
package struct MachineFacts: Hashable, Sendable {
    /// The version that runs.
    package var version: String
    /// Of the dm-verity tree of the running root, hexadecimal.
    package var rootHash: String
    /// `a` or `b`.
    package var slot: String
    /// What a roll back would start; nil where there is nothing to go back to.
    package var previous: String?
    /// A version that is written and tried with the next start.
    package var waiting: String?
    /// Versions that are not taken again, the newest last.
    package var failed: [FailedVersion]
    /// Of the site's file in force; nil before the first.
    package var siteVersion: Int?
    /// Why the last site file was not taken, or not kept; nil when all is well.
    package var siteRefusal: String?
    /// Interfaces with their addresses.
    package var addresses: [String]

    package init(
        version: String, rootHash: String, slot: String, previous: String?, waiting: String?, failed: [FailedVersion],
        siteVersion: Int?, siteRefusal: String?, addresses: [String]
    ) {
        (self.version, self.rootHash, self.slot, self.previous) = (version, rootHash, slot, previous)
        (self.waiting, self.failed, self.siteVersion) = (waiting, failed, siteVersion)
        (self.siteRefusal, self.addresses) = (siteRefusal, addresses)
    }

    package struct FailedVersion: Hashable, Sendable {
        package var version: String
        package var reason: String
        package var at: Date

        package init(version: String, reason: String, at: Date) {
            (self.version, self.reason, self.at) = (version, reason, at)
        }
    }
}

/// The machine's own services, as the screen's program reaches them.
package protocol MachineDesk: Sendable {
    func facts() async throws(MachineFault) -> MachineFacts

    /// 32 bytes of this start that an order has to be signed over; they change with each order.
    func challenge() async throws(MachineFault) -> Data

    /// Hands an order over and waits for what comes of it. A restart comes before any answer.
    func carryOut(_ order: SignedOrder) async throws(MachineFault)

    /// The support bundle that the last `supportToStore` has made: encrypted to the site's key.
    func supportBundle() async throws(MachineFault) -> Data
}

/// An order, and the card that gives it.
package struct SignedOrder: Codable, Hashable, Sendable {
    /// Names it in what comes of it.
    package var id: UUID
    package var order: MachineOrder
    /// DER of the card's certificate for card authentication (PIV 9E).
    package var certificate: Data
    /// Over SHA-256 of `message`.
    package var signature: Data

    package init(id: UUID, _ order: MachineOrder, certificate: Data, signature: Data) {
        (self.id, self.order, self.certificate, self.signature) = (id, order, certificate, signature)
    }

    /// What is signed: the challenge, then the order's name. A signature for one start or one order is good for no other.
    package static func message(_ order: MachineOrder, challenge: Data) -> Data {
        challenge + Data("kiosk order \(order.rawValue)".utf8)
    }
}
