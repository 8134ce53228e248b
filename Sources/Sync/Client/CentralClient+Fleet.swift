package import CentralAPI
package import Core
package import Foundation

/// The store as the machine speaks to it, beside whatever people do there.
package protocol FleetStore: Sendable {
    func report(_ report: KioskReport) async throws(StoreFault) -> KioskInstructions
    /// The next bytes of an update's file, at most a piece.
    /// - Throws: `notFound` when it is not offered any more.
    func releasePiece(of digest: String, from: Int) async throws(StoreFault) -> Data
}

extension CentralClient: FleetStore {
    package func report(_ report: KioskReport) async throws(StoreFault) -> KioskInstructions {
        try await ask(Endpoints.report, report)
    }

    package func releasePiece(of digest: String, from: Int) async throws(StoreFault) -> Data {
        try await bytes(of: Endpoints.releasePiece, ReleaseReference(digest: digest, from: from))
    }
}
