import GRDB

/// The database file by version. A released migration is never changed; a new version adds one.
///
/// Tables are `STRICT` rowid tables: SQLite's update hook, on which `outboxChanges()` rests, does not fire for
/// `WITHOUT ROWID` tables. Every column named `sealed` is AES-GCM under the application's data key; all others hold
/// nothing personal.
enum Schema {
    /// One step of the file, and which programs may still write a file that has it.
    struct Version {
        let name: String
        let sql: String
        /// Programs that know so many versions or more may write the file: what this one adds does not disturb them.
        let writableFrom: Int
    }

    /// From the oldest on. After a roll-back of the program an older one meets a newer file: a version that only adds
    /// what the older one never touches says so by its `writableFrom`.
    static let versions = [
        Version(name: "1", sql: version1, writableFrom: 1),
        // Attachments hold on to the data keys that a program which does not know them would erase.
        Version(name: "2 attachments", sql: attachments, writableFrom: 2),
    ]

    static func migrator(_ versions: [Version]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for version in versions {
            migrator.registerMigration(version.name) { db in
                try db.execute(sql: version.sql)
                try db.execute(
                    sql: "INSERT OR REPLACE INTO meta VALUES ('writableFrom', ?)", arguments: [version.writableFrom])
            }
        }
        return migrator
    }

    private static let attachments = """
        CREATE TABLE attachment (
            application TEXT NOT NULL REFERENCES data_key (application),
            digest TEXT NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (application, digest)
        ) STRICT;
        """

    private static let version1 = """
        CREATE TABLE meta (
            name TEXT NOT NULL PRIMARY KEY,
            value ANY NOT NULL
        ) STRICT;

        CREATE TABLE data_key (
            application TEXT NOT NULL PRIMARY KEY,
            wrapped BLOB NOT NULL
        ) STRICT;

        CREATE TABLE draft (
            person BLOB NOT NULL PRIMARY KEY,
            application TEXT NOT NULL REFERENCES data_key (application),
            pending_entry TEXT,
            touched_at REAL NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT;
        CREATE INDEX draft_application ON draft (application);

        CREATE TABLE outbox (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entry TEXT NOT NULL UNIQUE,
            application TEXT NOT NULL REFERENCES data_key (application),
            sealed BLOB NOT NULL
        ) STRICT;
        CREATE INDEX outbox_application ON outbox (application);

        -- Without its sealed part once erased: the bare row still keeps a settled entry from being filed again.
        CREATE TABLE receipt (
            entry TEXT NOT NULL PRIMARY KEY,
            application TEXT NOT NULL,
            is_applied INTEGER NOT NULL,
            sealed BLOB
        ) STRICT;
        CREATE INDEX receipt_application ON receipt (application);

        -- Stays after the erasure of its application: copies are counted over the years.
        CREATE TABLE print_order (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            token TEXT NOT NULL UNIQUE,
            application TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX print_order_application ON print_order (application);

        CREATE TABLE print_paper (
            token TEXT NOT NULL PRIMARY KEY REFERENCES print_order (token),
            application TEXT NOT NULL REFERENCES data_key (application),
            sealed BLOB NOT NULL
        ) STRICT;
        CREATE INDEX print_paper_application ON print_paper (application);

        CREATE TABLE enterprise (
            code TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT;

        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            at REAL NOT NULL,
            act TEXT NOT NULL,
            link BLOB NOT NULL
        ) STRICT;
        """
}
