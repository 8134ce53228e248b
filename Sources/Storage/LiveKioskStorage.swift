package import Core
package import Foundation
import GRDB

/// The kiosk's durable memory in one SQLite file.
///
/// SQLite blocks, therefore an actor on its own queue. Calls run to their end even when the caller is cancelled.
package actor LiveKioskStorage: KioskStorage {
    private let executor = QueueExecutor(label: "storage")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let database: DatabaseQueue
    let vault: Vault
    let now: @Sendable () -> Date

    /// Opens or makes the file, brings it to the present version and checks it.
    /// - Parameters:
    ///   - path: of the database; `-wal` and `-shm` stand beside it.
    ///   - now: the clock, for the audit chain and for the age of drafts.
    /// - Throws: `damaged`, `keyMismatch` (the file was made under another device key), `newer`, `full` or `unavailable`.
    package init(at path: String, key: DeviceKey, now: @escaping @Sendable () -> Date) throws(StorageFault) {
        vault = Vault(key)
        database = try DatabaseFile.open(at: path, vault: vault)
        self.now = now
    }

    /// Versions of the file that this program knows.
    package static var knownVersions: Int { Schema.versions.count }

    /// Programs that know so many versions or more may write the file.
    package func writableFrom() throws(StorageFault) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'writableFrom'") }
            ?? Self.knownVersions
    }

    /// One transaction: all of `body` or nothing, on disk when it returns.
    func write<Result>(_ body: (Database) throws -> Result) throws(StorageFault) -> Result {
        do { return try database.write(body) } catch { throw StorageFault(error) }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(StorageFault) -> Result {
        do { return try database.read(body) } catch { throw StorageFault(error) }
    }
}
