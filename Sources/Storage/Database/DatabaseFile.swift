import Core
import Foundation
import GRDB

/// Opens the file as this kiosk wants it and keeps what was deleted from staying behind.
enum DatabaseFile {
    /// - Throws: `damaged` for a file that is no sound database, `keyMismatch` for one made under another device key,
    ///   `newer` for one that a later program has written and that this one would spoil.
    /// - Parameter versions: that this program knows.
    static func open(
        at path: String, vault: Vault, versions: [Schema.Version] = Schema.versions
    ) throws(StorageFault) -> DatabaseQueue {
        do {
            makePrivate(path)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try checkSoundness(queue)
            try migrate(queue, versions)
            try queue.write { db in try checkKey(db, vault) }
            return queue
        } catch { throw StorageFault(error) }
    }

    // Before SQLite makes it under the process's mask; the log takes over the file's mode.
    private static func makePrivate(_ path: String) {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "storage"
        // Another process of the kiosk (`kiosk queue`) may be reading or filing.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // FULL: what is said to be filed must survive a power cut, also in WAL mode.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }

    private static func checkSoundness(_ queue: DatabaseQueue) throws {
        let finding = try queue.read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
        guard finding == "ok" else { throw StorageFault.damaged }
    }

    /// After a roll-back of the program it is older than the file: then the file says whether it may still write it.
    private static func migrate(_ queue: DatabaseQueue, _ versions: [Schema.Version]) throws {
        let migrator = Schema.migrator(versions)
        guard try queue.read({ db in try migrator.hasBeenSuperseded(db) }) else { return try migrator.migrate(queue) }
        let writableFrom = try queue.read { db in
            try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'writableFrom'")
        }
        guard let writableFrom, writableFrom <= versions.count else { throw StorageFault.newer }
    }

    private static func checkKey(_ db: Database, _ vault: Vault) throws {
        if let known = try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'fingerprint'") {
            guard known == vault.fingerprint else { throw StorageFault.keyMismatch }
        } else {
            try db.execute(sql: "INSERT INTO meta VALUES ('fingerprint', ?)", arguments: [vault.fingerprint])
        }
    }

    /// Moves the log into the database file and empties it, so that deleted rows do not live on in the log.
    static func truncateLog(_ queue: DatabaseQueue) throws {
        let isBusy = try queue.writeWithoutTransaction { db in
            try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        guard isBusy == false else { throw StorageFault.unavailable }
    }
}
