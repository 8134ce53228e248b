import DurableFiles
package import Foundation
package import UpdateFormat

/// What the machine remembers of updates, in `state.json` of its folder.
package struct UpdateState: Codable, Hashable, Sendable {
    /// An update that is being written: goes on where it was when the same one comes again.
    package var writing: Writing?
    /// Written and not judged yet.
    package var trial: Trial?
    package var failed: [FailedUpdate] = []
    /// The last bundle of the store's, if it was not taken.
    package var refused: RefusedBundle?

    package init() {}

    package struct Writing: Codable, Hashable, Sendable {
        package var version: ReleaseVersion
        package var rootHash: String
        /// Bytes of the part that are on the disk for certain.
        package var done: [String: Int] = [:]
    }

    package struct Trial: Codable, Hashable, Sendable {
        package var version: ReleaseVersion
        /// The version to go back to.
        package var from: ReleaseVersion
        /// What did not work before the update, and so need not work after it.
        package var unwellBefore: Set<Vital>
        /// Why the last start was not good enough.
        package var complaint: String?
    }
}

extension UpdateState {
    package struct RefusedBundle: Codable, Hashable, Sendable {
        /// SHA-256 of the file, hexadecimal; empty when the machine and not the file was to blame.
        package var digest: String
        package var reason: String
        package var at: Date

        package init(digest: String, reason: String, at: Date) {
            (self.digest, self.reason, self.at) = (digest, reason, at)
        }
    }
}

/// A version that this machine does not take again.
package struct FailedUpdate: Codable, Hashable, Sendable {
    package var version: ReleaseVersion
    package var reason: String
    package var at: Date
}

/// What must work after an update, unless it did not work before it.
package enum Vital: String, Codable, CaseIterable, Hashable, Sendable {
    /// The screen's loop turns.
    case screen
    case readers
    case spooler
    case store
}

extension UpdateState {
    package static func read(in folder: String) -> UpdateState {
        guard let data = FileManager.default.contents(atPath: "\(folder)/state.json") else { return UpdateState() }
        return (try? JSONDecoder().decode(UpdateState.self, from: data)) ?? UpdateState()
    }

    /// On the disk when it returns.
    package func write(in folder: String) throws(UpdateRefusal) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try DurableFile.write(try encoder.encode(self), to: "\(folder)/state.json")
        } catch { throw .machine("\(folder): \(error)") }
    }
}
