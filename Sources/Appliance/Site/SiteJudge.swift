/// Decides after a start whether a new site file may stay: one by which the store is never reached gives way to the one
/// before it, by which it was. A file that was good once is not judged again: a store may be away for a week.
package struct SiteJudge: Sendable {
    private let folder: SiteFolder

    package init(folder: SiteFolder) { self.folder = folder }

    package enum Verdict: Hashable, Sendable {
        /// There is no file, or it was found good before.
        case nothing
        case good(Int)
        /// The store is not reached, and no file before it is known to be better.
        case undecided
        /// This one is not taken again; the one before it is in force from the next start on.
        case takenBack(Int, to: Int)
    }

    /// Whether the store is not the measure of anything else yet: the file that says where it is has not been proved.
    package var isOnProbation: Bool { folder.version.map { folder.standing.proved != $0 } ?? false }

    /// - Parameter isStoreReached: waits as long as it sees fit.
    package func judge(isStoreReached: () -> Bool) throws(SiteRefusal) -> Verdict {
        guard let version = folder.version, isOnProbation else { return .nothing }
        var standing = folder.standing
        if isStoreReached() {
            standing.proved = version
            try folder.keep(standing)
            return .good(version)
        }
        guard let previous = folder.previousVersion, standing.proved == previous else { return .undecided }
        // First the memory, then the deed: a power cut in between repeats the judgement, which comes out the same.
        if !standing.failed.contains(version) { standing.failed.append(version) }
        try folder.keep(standing)
        try folder.takeBack(to: previous)
        return .takenBack(version, to: previous)
    }
}
