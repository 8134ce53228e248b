extension Schema {
    /// One-use codes, and what was certified. `key_hash` is the SHA-256 of the public key; a row of `revoked_kiosks` is
    /// for certificates that this store has not issued.
    static let enrolment = """
        CREATE TABLE enrolment_codes (
            kiosk TEXT PRIMARY KEY,
            code_hash TEXT NOT NULL,
            tries_left INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            key_hash TEXT
        ) STRICT;
        CREATE TABLE kiosk_certificates (
            fingerprint TEXT PRIMARY KEY,
            kiosk TEXT NOT NULL,
            key_hash TEXT NOT NULL,
            content BLOB NOT NULL,
            issued_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            used_at TEXT,
            revoked_at TEXT
        ) STRICT;
        CREATE INDEX kiosk_certificates_by_kiosk ON kiosk_certificates (kiosk, issued_at);
        CREATE TABLE revoked_kiosks (
            kiosk TEXT PRIMARY KEY,
            at TEXT NOT NULL
        ) STRICT;
        """
}
