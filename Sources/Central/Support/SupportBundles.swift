import CentralAPI
import Core
import Foundation

extension Schema {
    /// What technicians had their kiosks bring, sealed: the store cannot read it.
    static let supportBundles = """
        CREATE TABLE support_bundles (
            id TEXT PRIMARY KEY,
            kiosk TEXT NOT NULL,
            at TEXT NOT NULL,
            bundle BLOB NOT NULL
        ) STRICT;
        CREATE INDEX support_bundles_of_kiosk ON support_bundles (kiosk, at);
        """
}

/// A support bundle in the store's books.
struct SupportBundleEntry: Hashable, Sendable {
    let id: String
    let kiosk: String
    let at: Date
    /// Bytes.
    let size: Int
}

extension Registry {
    /// Of each kiosk the newest few are kept: a kiosk that is taken over fills nobody's disk.
    func keepSupportBundle(_ upload: SupportUpload, kiosk: String) async throws -> Nothing {
        // CMS is a SEQUENCE; what it holds is the site's business.
        guard upload.bundle.first == 0x30 else { throw Problem(.requestUnreadable, detail: "bundle") }
        try await database.write { session in
            try session.run(
                "INSERT INTO support_bundles (id, kiosk, at, bundle) VALUES (?, ?, ?, ?)",
                world.uuid(), kiosk, world.now(), upload.bundle)
            try session.run(
                """
                DELETE FROM support_bundles WHERE kiosk = ? AND id NOT IN
                    (SELECT id FROM support_bundles WHERE kiosk = ? ORDER BY at DESC, id LIMIT \(Self.keptSupportBundles))
                """, kiosk, kiosk)
        }
        return Nothing()
    }

    /// Of each kiosk.
    static let keptSupportBundles = 5
}

extension SQLSession {
    /// The newest first.
    func supportBundles() throws -> [SupportBundleEntry] {
        try rows("SELECT id, kiosk, at, length(bundle) AS size FROM support_bundles ORDER BY at DESC, id").map {
            SupportBundleEntry(
                id: try $0.text("id"), kiosk: try $0.text("kiosk"), at: try $0.date("at"), size: try $0.integer("size"))
        }
    }

    func supportBundle(_ id: String) throws -> (kiosk: String, content: Data)? {
        try row("SELECT kiosk, bundle FROM support_bundles WHERE id = ?", id)
            .map { (try $0.text("kiosk"), try $0.blob("bundle")) }
    }
}
