package import Core
package import Foundation
package import UpdateFormat

/// What the machine's own services know of it, written where the screen's program reads it (`/run/kiosk/machine.json`):
/// for the technician's screen and the store's page of machines. Nothing in it is of a person.
package struct MachineReport: Codable, Hashable, Sendable {
    /// The version that runs.
    package var version: ReleaseVersion
    /// Of the dm-verity tree of the running root, 64 hexadecimal digits.
    package var rootHash: String
    package var slot: Slot.Name
    /// The version in the other slot that a roll back would start; nil where there is none to go back to.
    package var previous: ReleaseVersion?
    /// A version that is written and not judged yet, and those that are not taken again.
    package var updates: UpdateState
    package var site: Site
    /// As `ip` says them: `enp0s3 10.0.2.15/24`.
    package var addresses: [String]
    /// What came of the technician's orders since the start, the newest first.
    package var outcomes: [Outcome]
    package var at: Date

    package init(
        version: ReleaseVersion, rootHash: String, slot: Slot.Name, previous: ReleaseVersion?, updates: UpdateState,
        site: Site, addresses: [String], outcomes: [Outcome], at: Date
    ) {
        (self.version, self.rootHash, self.slot, self.previous) = (version, rootHash, slot, previous)
        (self.updates, self.site, self.addresses, self.outcomes, self.at) = (updates, site, addresses, outcomes, at)
    }

    /// The site's file.
    package struct Site: Codable, Hashable, Sendable {
        /// In force; nil before the first.
        package var version: Int?
        /// Versions that were taken back because the store could not be reached by them.
        package var failed: [Int]
        /// Why the last file was not taken; nil when all is well.
        package var refusal: String?

        package init(version: Int?, failed: [Int] = [], refusal: String? = nil) {
            (self.version, self.failed, self.refusal) = (version, failed, refusal)
        }
    }

    /// What came of an order.
    package struct Outcome: Codable, Hashable, Sendable {
        /// Of the order.
        package var id: UUID
        package var order: MachineOrder
        /// Nil when it was carried out.
        package var fault: MachineFault?
        package var at: Date

        package init(id: UUID, _ order: MachineOrder, fault: MachineFault?, at: Date) {
            (self.id, self.order, self.fault, self.at) = (id, order, fault, at)
        }
    }
}

extension MachineReport {
    /// - Returns: nil where there is none, or none of this program's format.
    package static func read(from path: String) -> MachineReport? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return FileManager.default.contents(atPath: path).flatMap { try? decoder.decode(MachineReport.self, from: $0) }
    }

    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
