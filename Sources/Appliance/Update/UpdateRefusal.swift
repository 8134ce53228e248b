package import Foundation
package import UpdateFormat

/// Why an update is not taken, in words for the technician.
package enum UpdateRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(String)
    /// Not signed by who makes the kiosk, or changed since.
    case signature
    case format(String)
    case expired(Date)
    case notNewer(ReleaseVersion, than: ReleaseVersion)
    /// It was tried on this machine, and did not serve.
    case failedBefore(ReleaseVersion, reason: String)
    /// Made against a version that does not run here.
    case otherBase(ReleaseVersion, running: ReleaseVersion)
    /// A part that is not what the signed manifest says.
    case part(String)
    case tooLarge(String)
    /// A write or a program of the system failed.
    case machine(String)

    /// One word for a line on the serial port.
    package var word: String {
        switch self {
        case .unreadable: "unreadable"
        case .signature: "signature"
        case .format: "format"
        case .expired: "expired"
        case .notNewer: "not-newer"
        case .failedBefore: "failed-before"
        case .otherBase: "other-base"
        case .part: "damaged"
        case .tooLarge: "too-large"
        case .machine: "machine"
        }
    }

    package var description: String {
        switch self {
        case .unreadable(let what): "not an update bundle: \(what)"
        case .signature: "not signed with the update key, or changed after signing"
        case .format(let text): "made for another version of the updater (format \(text))"
        case .expired(let date): "expired on \(date.ISO8601Format()): ask for a newer one"
        case .notNewer(let version, let present): "version \(version) is not newer than \(present), which runs"
        case .failedBefore(let version, let reason):
            "version \(version) was tried on this machine and failed: \(reason)"
        case .otherBase(let base, let running) where base == running:
            "made for another build of version \(base) than the one that runs: bring the whole update"
        case .otherBase(let base, let running):
            "made for machines that run version \(base), and this one runs \(running): bring the whole update"
        case .part(let name): "\(name) is damaged: its content is not what was signed"
        case .tooLarge(let name): "\(name) is larger than its place on this machine's disk"
        case .machine(let words): "cannot be installed: \(words)"
        }
    }
}
