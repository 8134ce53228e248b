extension Schema {
    /// Copies of every paper that the office hands out, whoever prints them: `staff` and `reason` of those that staff
    /// have ordered.
    static let numberedCopies = """
        CREATE TABLE numbered_copies (
            application TEXT NOT NULL REFERENCES applications (id),
            paper_name TEXT NOT NULL,
            copy_number INTEGER NOT NULL,
            kiosk TEXT NOT NULL,
            staff TEXT,
            reason TEXT,
            at TEXT NOT NULL,
            PRIMARY KEY (application, paper_name, copy_number)
        ) STRICT;
        INSERT INTO numbered_copies (application, paper_name, copy_number, kiosk, staff, reason, at)
            SELECT application, 'acceptance-notice', copy_number, kiosk, staff, reason, at FROM copies;
        INSERT OR IGNORE INTO numbered_copies (application, paper_name, copy_number, kiosk, at)
            SELECT application, 'acceptance-notice', copy_number, kiosk, at FROM own_copies;
        DROP TABLE copies;
        DROP TABLE own_copies;
        ALTER TABLE prints ADD COLUMN paper_name TEXT NOT NULL DEFAULT 'acceptance-notice';
        """

    /// What the back office has borne lately, by a keyed hash of whose turn it was.
    static let officeTurns = """
        CREATE TABLE office_turns (
            turn TEXT NOT NULL,
            ends_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX office_turns_by_turn ON office_turns (turn, ends_at);
        CREATE INDEX office_turns_by_end ON office_turns (ends_at);
        """
}
