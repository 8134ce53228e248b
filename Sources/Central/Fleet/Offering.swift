import CentralAPI
import Core
import Foundation
import UpdateFormat

extension Registry {
    /// One piece of a file that is offered to this kiosk now.
    func releasePiece(_ reference: ReleaseReference, kiosk: String) async throws -> RawBytes {
        guard let folder = releases,
            let release = try await database.read({ try $0.releases() }).first(where: {
                $0.digest == reference.digest && $0.audience?.includes(kiosk) == true
            })
        else { throw Problem(.notFound) }
        guard reference.from < release.size else { throw Problem(.parameterWrong) }
        let file = ReleaseShelf.place(of: release.version, base: release.base, in: folder)
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(reference.from))
        return RawBytes(content: try handle.read(upToCount: ReleaseOffer.piece) ?? Data())
    }
}

extension SQLSession {
    /// The newest version that is meant for this kiosk: newer than what runs, never one that it has gone back from, has
    /// written already or whose file it has refused. A delta where one fits what runs, else all of it.
    func offer(to kiosk: String, _ machine: KioskReport.Appliance, at now: Date) throws -> ReleaseOffer? {
        guard let running = ReleaseVersion(machine.version) else { return nil }
        let passed = Set(machine.failed.map(\.version) + [machine.trial?.version].compactMap { $0 })
        let release = try releases().first { release in
            release.version > running && release.audience?.includes(kiosk) == true && release.expires > now
                && !passed.contains(release.version.description) && release.digest != machine.refused?.digest
                && release.fits(running, machine.rootHash)
        }
        return release.map { ReleaseOffer(version: $0.version.description, digest: $0.digest, size: $0.size) }
    }
}

extension ShelvedRelease {
    fileprivate func fits(_ running: ReleaseVersion, _ rootHash: String) -> Bool {
        base.map { $0.version == running && $0.rootHash == rootHash } ?? true
    }
}
