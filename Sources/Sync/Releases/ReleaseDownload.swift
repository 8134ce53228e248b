package import CentralAPI
import Core
package import Foundation

/// Brings an update's file onto the machine, piece by piece, behind everything that people do there. What is on the disk
/// is kept over every cut; the file appears under its name only when it is whole and is what the digest says.
package struct ReleaseDownload: Sendable {
    let folder: ReleaseFolder
    let store: any FleetStore
    /// Returns when nobody stands at the machine.
    let vacancy: @Sendable () async -> Void
    /// Between two pieces: 1 MiB a second is what the store and the line are asked for at most.
    let pause: Duration

    package init(
        into folder: ReleaseFolder, from store: any FleetStore, vacancy: @escaping @Sendable () async -> Void,
        pause: Duration = .seconds(1)
    ) {
        (self.folder, self.store, self.vacancy, self.pause) = (folder, store, vacancy, pause)
    }

    package enum Outcome: Hashable, Sendable {
        /// It lies where root's updater looks, or has lain there lately.
        case ready
        /// The store does not offer it any more.
        case withdrawn
        /// It was whole and not what its digest says, so often now; the next try begins anew.
        case damaged(times: Int)
        /// Damaged as often as it is tried.
        case givenUp
        /// The store does not answer; the next try goes on.
        case interrupted
        /// The disk has no room, or does not take it.
        case disk(String)
    }

    /// Tries of a file that comes damaged.
    package static let tries = 3

    package func fetch(_ offer: ReleaseOffer, now: Date) async -> Outcome {
        do {
            if folder.handedOver(offer, now: now) { return .ready }
            guard folder.damage(to: offer.digest) < Self.tries else { return .givenUp }
            try folder.prepare(for: offer)
            if let outcome = await bring(offer) { return outcome }
            guard try folder.isWhole(offer) else { return .damaged(times: try folder.drop(damaged: offer)) }
            try folder.handOver(offer, now: now)
            return .ready
        } catch { return .disk("\(error)") }
    }

    /// - Returns: nil when all bytes are there.
    private func bring(_ offer: ReleaseOffer) async -> Outcome? {
        while true {
            let there = folder.bytes(of: offer)
            guard there < offer.size else { return nil }
            await vacancy()
            if Task.isCancelled { return .interrupted }
            do throws(StoreFault) {
                let piece = try await store.releasePiece(of: offer.digest, from: there)
                guard !piece.isEmpty, piece.count <= offer.size - there else { return .interrupted }
                do { try folder.append(piece, to: offer) } catch { return .disk("\(error)") }
            } catch {
                if error == .notFound { return .withdrawn }
                return .interrupted
            }
            try? await Task.sleep(for: pause)
        }
    }
}
