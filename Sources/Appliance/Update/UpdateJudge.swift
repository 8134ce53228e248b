package import Foundation
package import UpdateFormat

/// Decides after a start whether the version that runs may stay, and remembers one that had to go.
package struct UpdateJudge: Sendable {
    private let entries: BootEntries
    private let running: ReleaseVersion
    private let folder: String

    package init(entries: BootEntries, running: ReleaseVersion, folder: String) {
        (self.entries, self.running, self.folder) = (entries, running, folder)
    }

    package enum Verdict: Hashable, Sendable {
        /// No trial: nothing to decide.
        case nothing
        case committed
        /// Not well: the machine starts again, and the boot loader counts.
        case again(missing: [Vital])
        /// This is the version before it: the other one is not taken again.
        case rolledBack(FailedUpdate)
    }

    /// - Parameter unwell: waits as long as it sees fit, and answers what does not work.
    package func judge(now: Date, unwell: (Set<Vital>) -> Set<Vital>) throws(UpdateRefusal) -> Verdict {
        var state = UpdateState.read(in: folder)
        if case .committed? = entries.standing(of: running) {
            // A power cut between the two steps of committing leaves the image with the counter.
            do { try entries.commit(running) } catch { throw .machine("\(error)") }
            return try lookBack(&state, now)
        }
        guard entries.standing(of: running) != nil else { return .nothing }
        let trial = state.trial.flatMap { $0.version == running ? $0 : nil }
        let wanted = Set(Vital.allCases).subtracting(trial?.unwellBefore ?? [])
        let missing = unwell(wanted).intersection(wanted)
        guard missing.isEmpty else {
            let words = missing.map(\.rawValue).sorted().joined(separator: ", ")
            state.trial?.complaint = "did not work: \(words)"
            try state.write(in: folder)
            return .again(missing: missing.sorted { $0.rawValue < $1.rawValue })
        }
        do { try entries.commit(running) } catch { throw .machine("\(error)") }
        state.trial = nil
        try state.write(in: folder)
        return .committed
    }

    /// A technician wants the version before this one: the next start has it, and does not take this one again.
    /// - Returns: the version before; nil where there is none, and nothing has changed.
    package func rollBack() throws(UpdateRefusal) -> ReleaseVersion? {
        guard let previous = entries.committed(before: running) else { return nil }
        var state = UpdateState.read(in: folder)
        state.trial = UpdateState.Trial(
            version: running, from: previous, unwellBefore: [], complaint: "rolled back by a technician")
        try state.write(in: folder)
        do { try entries.retire(running) } catch { throw .machine("\(error)") }
        return previous
    }

    /// A committed version runs: was there a trial that came to nothing?
    private func lookBack(_ state: inout UpdateState, _ now: Date) throws(UpdateRefusal) -> Verdict {
        guard let trial = state.trial, trial.version != running else { return .nothing }
        switch entries.standing(of: trial.version) {
        // Its turn comes with the next start.
        case .trial: return .nothing
        case .failed:
            let failed = FailedUpdate(
                version: trial.version, reason: trial.complaint ?? "it did not start", at: now)
            state.failed.append(failed)
            state.trial = nil
            try state.write(in: folder)
            do { try entries.removeAll(but: running) } catch { throw .machine("\(error)") }
            return .rolledBack(failed)
        // The power went before its kernel image was there.
        case .committed, nil:
            state.trial = nil
            try state.write(in: folder)
            return .nothing
        }
    }
}
