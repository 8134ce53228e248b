package import Core
package import Foundation
import GRDB

// Files that people bring: under the key of their application, and gone with it.
extension LiveKioskStorage {
    package func keep(
        _ content: Data, as digest: PaperDigest, of application: ApplicationID
    ) throws(StorageFault) {
        try write { db in
            let sealed = try dataKey(for: application, in: db).seal(content, as: Self.fileLabel(digest, application))
            try db.execute(
                sql: "INSERT OR REPLACE INTO attachment (application, digest, sealed) VALUES (?, ?, ?)",
                arguments: [application.description, digest.hex, sealed])
        }
    }

    package func attachment(_ digest: PaperDigest, of application: ApplicationID) throws(StorageFault) -> Data? {
        try read { db in
            let sealed = try Data.fetchOne(
                db, sql: "SELECT sealed FROM attachment WHERE application = ? AND digest = ?",
                arguments: [application.description, digest.hex])
            guard let sealed else { return nil }
            guard let key = try existingDataKey(for: application, in: db) else { throw StorageFault.damaged }
            return try key.open(sealed, as: Self.fileLabel(digest, application))
        }
    }

    private static func fileLabel(_ digest: PaperDigest, _ application: ApplicationID) -> String {
        "attachment \(digest.hex) of \(application)"
    }
}
