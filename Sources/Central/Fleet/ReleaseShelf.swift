import CentralAPI
import Foundation
import UpdateFormat

/// The updates that a store has, and whom it offers them. Each change stands in the audit.
struct ReleaseShelf: Sendable {
    let database: any RegistryDatabase
    /// `VERSION/full.update`, `VERSION/from-BASE.update`.
    let folder: URL
    let world: World

    /// Copies the file; adding it again does nothing.
    func add(_ source: URL, by actor: String) async throws {
        let release = try ReleaseFile(source)
        let now = world.now()
        guard release.expires > now else { throw ReleaseFault.expired(release.expires) }
        let known = try await database.read { try $0.releases() }.filter { $0.version == release.version }
        guard known.allSatisfy({ $0.rootHash == release.rootHash }) else {
            throw ReleaseFault.otherContent(release.version)
        }
        if known.contains(where: { $0.digest == release.digest }) { return }
        try copy(source, release)
        try await database.write { session in
            try session.run(
                "DELETE FROM release_files WHERE version = ? AND COALESCE(base_root_hash, '') = ?",
                release.version.description, release.base?.rootHash ?? "")
            try session.run(
                """
                INSERT INTO release_files
                    (digest, version, root_hash, base_version, base_root_hash, size, expires_at, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, release.digest, release.version.description, release.rootHash, release.base?.version.description,
                release.base?.rootHash, release.size, release.expires, now)
            let kind = release.base.map { " from \($0.version)" } ?? ""
            try session.audit("release \(release.version)\(kind) added", by: actor, at: now)
        }
    }

    /// Under its name when it is whole.
    private func copy(_ source: URL, _ release: ReleaseFile) throws(ReleaseFault) {
        let target = Self.place(of: release.version, base: release.base, in: folder)
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            let draft = target.appendingPathExtension("new")
            try? FileManager.default.removeItem(at: draft)
            try FileManager.default.copyItem(at: source, to: draft)
            let handle = try FileHandle(forUpdating: draft)
            try handle.synchronize()
            try handle.close()
            guard rename(draft.path(), target.path()) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch { throw .disk("\(target.path()) cannot be written: \(error)") }
    }

    static func place(of version: ReleaseVersion, base: ReleaseFile.Base?, in folder: URL) -> URL {
        let name = base.map { "from-\($0.version)-\($0.rootHash.prefix(8))" } ?? "full"
        return folder.appending(path: "\(version)/\(name).update")
    }

    /// Takes the place of what was offered of this version before.
    func offer(_ version: String, to audience: ReleaseAudience, by actor: String) async throws {
        let now = world.now()
        try await database.write { session in
            guard let file = try session.releases().first(where: { $0.version == ReleaseVersion(version) }) else {
                throw ReleaseFault.unknown(version)
            }
            guard file.expires > now else { throw ReleaseFault.expired(file.expires) }
            try session.run(
                """
                INSERT INTO release_offers (version, audience, at) VALUES (?, ?, ?)
                ON CONFLICT (version) DO UPDATE SET audience = excluded.audience, at = excluded.at
                """, file.version.description, JSONColumn(audience), now)
            try session.audit("release \(file.version) offered to \(audience)", by: actor, at: now)
        }
    }

    /// No kiosk gets another byte of it. Those that run it go on with it.
    func withdraw(_ version: String, by actor: String) async throws {
        let now = world.now()
        try await database.write { session in
            guard try session.row("SELECT 1 AS found FROM release_offers WHERE version = ?", version) != nil else {
                throw ReleaseFault.audience("version \(version) is not offered")
            }
            try session.run("DELETE FROM release_offers WHERE version = ?", version)
            try session.audit("release \(version) withdrawn", by: actor, at: now)
        }
    }
}

/// A file of the shelf, as the database knows it.
struct ShelvedRelease: Hashable, Sendable {
    let digest: String
    let version: ReleaseVersion
    let rootHash: String
    let base: ReleaseFile.Base?
    let size: Int
    let expires: Date
    /// Nil: to nobody.
    let audience: ReleaseAudience?
}

extension SQLSession {
    /// The newest version first, of each the smallest file.
    func releases() throws -> [ShelvedRelease] {
        try rows("SELECT * FROM release_files LEFT JOIN release_offers USING (version)").map(ShelvedRelease.init)
            .sorted { ($1.version, $0.size) < ($0.version, $1.size) }
    }
}

extension ShelvedRelease {
    fileprivate init(_ row: SQLRow) throws {
        guard let version = ReleaseVersion(try row.text("version")) else {
            throw DatabaseFault.unexpected(column: "release_files.version")
        }
        let base = try row.optionalText("base_version").flatMap { ReleaseVersion($0) }
        let hash = try row.optionalText("base_root_hash")
        self.init(
            digest: try row.text("digest"), version: version, rootHash: try row.text("root_hash"),
            base: base.flatMap { base in hash.map { ReleaseFile.Base(version: base, rootHash: $0) } },
            size: try row.integer("size"), expires: try row.date("expires_at"),
            audience: try row.optionalText("audience") == nil ? nil : try row.json(ReleaseAudience.self, "audience"))
    }
}
