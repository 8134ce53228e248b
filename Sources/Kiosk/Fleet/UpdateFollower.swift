import CentralAPI
import Foundation
import Sync

/// Fetches the update that the store means for this machine, and stops when it means none any more.
actor UpdateFollower {
    private let folder: ReleaseFolder
    private let download: ReleaseDownload
    private let now: @Sendable () -> Date
    /// After a store that did not answer, or a file that came damaged.
    private let rest: Duration
    private var offer: ReleaseOffer?
    private var fetching: Task<Void, Never>?

    init(
        folder: ReleaseFolder, store: any FleetStore, vacancy: @escaping @Sendable () async -> Void,
        pause: Duration = .seconds(1), rest: Duration = .seconds(60), now: @escaping @Sendable () -> Date
    ) {
        self.folder = folder
        self.now = now
        self.rest = rest
        download = ReleaseDownload(into: folder, from: store, vacancy: vacancy, pause: pause)
    }

    /// A file that came damaged; nil when none did.
    var trouble: KioskReport.Fetching? {
        guard let offer else { return nil }
        let damaged = folder.damage(to: offer.digest)
        return damaged > 0 ? KioskReport.Fetching(digest: offer.digest, damaged: damaged) : nil
    }

    /// - Parameter release: nil when nothing is meant for this machine.
    func follow(_ release: ReleaseOffer?) async {
        guard release != offer || fetching == nil else { return }
        fetching?.cancel()
        await fetching?.value
        fetching = nil
        offer = release
        guard let release else { return folder.clear() }
        fetching = Task { await fetch(release) }
    }

    private func fetch(_ release: ReleaseOffer) async {
        while !Task.isCancelled {
            switch await download.fetch(release, now: now()) {
            case .ready, .givenUp, .disk: return done()
            case .withdrawn:
                folder.clear()
                return done()
            case .interrupted, .damaged: try? await Task.sleep(for: rest)
            }
        }
    }

    /// The next report may bring the same offer again.
    private func done() { fetching = nil }
}
