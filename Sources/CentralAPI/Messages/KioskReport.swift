package import Foundation

/// How a kiosk is, as it tells the store: at its start, when something changes, and every ten minutes. Nothing in it is
/// of a person.
package struct KioskReport: Hashable, Sendable, Codable {
    /// As receipts name the hall.
    package var hall: String
    /// Number of the machine in it.
    package var machine: String
    /// Beginning of the program's SHA-256, hexadecimal.
    package var program: String
    /// What the machine around the program says; nil on a desk.
    package var appliance: Appliance?
    /// What does not work now.
    package var ailments: [Ailment]
    /// Nil when the storage does not answer.
    package var counts: Counts?
    /// The newest first, since the program began.
    package var troubles: [Trouble]
    /// An update that could not be fetched whole.
    package var fetching: Fetching?

    package init(
        hall: String, machine: String, program: String, appliance: Appliance? = nil, ailments: [Ailment] = [],
        counts: Counts? = nil, troubles: [Trouble] = [], fetching: Fetching? = nil
    ) {
        (self.hall, self.machine, self.program, self.appliance) = (hall, machine, program, appliance)
        (self.ailments, self.counts, self.troubles, self.fetching) = (ailments, counts, troubles, fetching)
    }

    /// Seconds between two reports of a kiosk with which nothing happens.
    package static let period = 600

    package struct Appliance: Hashable, Sendable, Codable {
        /// `1.4.0`
        package var version: String
        /// Of the running root, 64 hexadecimal digits.
        package var rootHash: String
        /// `a` or `b`.
        package var slot: String
        /// What a roll back would start.
        package var previous: String?
        /// Written and not judged yet.
        package var trial: Trial?
        /// Not taken again.
        package var failed: [FailedVersion]
        /// A bundle of the store's that root's updater did not take.
        package var refused: RefusedBundle?
        package var site: Site

        package init(
            version: String, rootHash: String, slot: String, previous: String? = nil, trial: Trial? = nil,
            failed: [FailedVersion] = [], refused: RefusedBundle? = nil, site: Site
        ) {
            (self.version, self.rootHash, self.slot, self.previous) = (version, rootHash, slot, previous)
            (self.trial, self.failed, self.refused, self.site) = (trial, failed, refused, site)
        }
    }

    package struct Trial: Hashable, Sendable, Codable {
        package var version: String
        /// Why its last start was not good enough.
        package var complaint: String?

        package init(version: String, complaint: String? = nil) {
            (self.version, self.complaint) = (version, complaint)
        }
    }

    package struct FailedVersion: Hashable, Sendable, Codable {
        package var version: String
        package var reason: String
        package var at: Date

        package init(version: String, reason: String, at: Date) {
            (self.version, self.reason, self.at) = (version, reason, at)
        }
    }

    package struct RefusedBundle: Hashable, Sendable, Codable {
        /// SHA-256 of the file, hexadecimal; empty when the machine and not the file was to blame.
        package var digest: String
        package var reason: String
        package var at: Date

        package init(digest: String, reason: String, at: Date) {
            (self.digest, self.reason, self.at) = (digest, reason, at)
        }
    }

    /// The site's file.
    package struct Site: Hashable, Sendable, Codable {
        package var version: Int?
        /// Taken back, because the store could not be reached by them.
        package var failed: [Int]
        /// Why the last file was not taken.
        package var refusal: String?

        package init(version: Int?, failed: [Int] = [], refusal: String? = nil) {
            (self.version, self.failed, self.refusal) = (version, failed, refusal)
        }
    }

    package enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        case cardService, identityReader, enterpriseReader, printer, storage
    }

    package struct Ailment: Hashable, Sendable, Codable {
        package var part: Part
        /// Of docs/failures.md.
        package var code: String

        package init(_ part: Part, code: String) { (self.part, self.code) = (part, code) }
    }

    package struct Counts: Hashable, Sendable, Codable {
        /// Entries that the store has not settled.
        package var waitingEntries: Int
        /// Sheets of which nobody knows whether they are out.
        package var unknownOrders: Int

        package init(waitingEntries: Int, unknownOrders: Int) {
            (self.waitingEntries, self.unknownOrders) = (waitingEntries, unknownOrders)
        }
    }

    package struct Trouble: Hashable, Sendable, Codable {
        package var code: String
        package var count: Int
        package var at: Date

        package init(code: String, count: Int, at: Date) { (self.code, self.count, self.at) = (code, count, at) }
    }

    package struct Fetching: Hashable, Sendable, Codable {
        package var digest: String
        /// How often the file was whole and not what its digest says.
        package var damaged: Int

        package init(digest: String, damaged: Int) { (self.digest, self.damaged) = (digest, damaged) }
    }
}

/// What the store says to a report.
package struct KioskInstructions: Hashable, Sendable, Codable {
    /// The update that is meant for this kiosk; nil: none.
    package var release: ReleaseOffer?

    package init(release: ReleaseOffer? = nil) { self.release = release }
}

/// A file that brings this kiosk to that version.
package struct ReleaseOffer: Hashable, Sendable, Codable {
    package var version: String
    /// SHA-256 of the file, hexadecimal.
    package var digest: String
    /// Bytes.
    package var size: Int

    package init(version: String, digest: String, size: Int) {
        (self.version, self.digest, self.size) = (version, digest, size)
    }

    /// Bytes of one answer, at most.
    package static let piece = 1 << 20
}
