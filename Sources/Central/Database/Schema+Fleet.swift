extension Schema {
    /// What kiosks have said of themselves last, and what has happened to their versions.
    static let fleet = """
        CREATE TABLE kiosk_reports (
            kiosk TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            report TEXT NOT NULL
        ) STRICT;
        CREATE TABLE kiosk_events (
            position INTEGER PRIMARY KEY,
            kiosk TEXT NOT NULL,
            at TEXT NOT NULL,
            event TEXT NOT NULL
        ) STRICT;
        CREATE INDEX kiosk_events_by_kiosk ON kiosk_events (kiosk, position);
        """

    /// Files of updates, and to whom their versions are offered.
    static let releaseFiles = """
        CREATE TABLE release_files (
            digest TEXT PRIMARY KEY,
            version TEXT NOT NULL,
            root_hash TEXT NOT NULL,
            base_version TEXT,
            base_root_hash TEXT,
            size INTEGER NOT NULL,
            expires_at TEXT NOT NULL,
            added_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE release_offers (
            version TEXT PRIMARY KEY,
            audience TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        """
}
