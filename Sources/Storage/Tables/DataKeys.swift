import Core
import Foundation
import GRDB

extension LiveKioskStorage {
    /// The application's data key, made at its first use.
    func dataKey(for application: ApplicationID, in db: Database) throws -> DataKey {
        if let key = try existingDataKey(for: application, in: db) { return key }
        let (key, wrapped) = try vault.makeDataKey(for: application)
        try db.execute(
            sql: "INSERT INTO data_key (application, wrapped) VALUES (?, ?)",
            arguments: [application.description, wrapped])
        return key
    }

    /// Nil once the application has been erased.
    func existingDataKey(for application: ApplicationID, in db: Database) throws -> DataKey? {
        let wrapped = try Data.fetchOne(
            db, sql: "SELECT wrapped FROM data_key WHERE application = ?", arguments: [application.description])
        return try wrapped.map { try vault.unwrap($0, for: application) }
    }
}

extension Row {
    /// The identifier in a text column; a row that holds anything else is damaged.
    func identifier<Thing>(_ column: String) throws -> Identifier<Thing> {
        guard let text = self[column] as String?, let identifier = Identifier<Thing>(text) else {
            throw StorageFault.damaged
        }
        return identifier
    }
}
