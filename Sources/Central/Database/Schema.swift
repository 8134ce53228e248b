/// The tables, version after version. A version that was released is never changed: a new one is added.
enum Schema {
    static let versions: [(name: String, sql: String)] = [
        ("1 registry", registry), ("2 copies", copies), ("3 signatures", signatures),
        ("4 back office", backOffice), ("5 own copies", ownCopies), ("6 attachments", attachments),
        ("7 phone tickets", phoneTickets), ("8 imports", imports), ("9 certificates", certificates),
        ("10 numbered copies", numberedCopies), ("11 office turns", officeTurns),
        ("12 support bundles", supportBundles), ("13 fleet", fleet), ("14 release files", releaseFiles),
        ("15 enrolment", enrolment),
    ]

    /// A certificate as a file brought it: as long as it is still that, a file may change it.
    private static let imports = "ALTER TABLE certificates ADD COLUMN imported TEXT;"

    /// Reviewers, and what their queue looks for. A certificate names the application that led to it, or that renewed
    /// it last; those from elsewhere name none.
    private static let backOffice = """
        CREATE TABLE reviewers (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            password TEXT NOT NULL,
            is_active INTEGER NOT NULL,
            created_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE office_sessions (
            token_hash TEXT PRIMARY KEY,
            reviewer TEXT NOT NULL REFERENCES reviewers (id),
            opened_at TEXT NOT NULL,
            used_at TEXT NOT NULL
        ) STRICT;
        ALTER TABLE applications ADD COLUMN state TEXT NOT NULL DEFAULT '';
        ALTER TABLE applications ADD COLUMN kind TEXT NOT NULL DEFAULT '';
        UPDATE applications SET
            state = json_extract(content, '$.state'),
            kind = CASE
                WHEN json_type(content, '$.form.initial') IS NOT NULL THEN 'initial'
                WHEN json_type(content, '$.form.renewal') IS NOT NULL THEN 'renewal'
                ELSE 'cancellation'
            END;
        CREATE INDEX applications_by_state ON applications (state, updated_at);
        ALTER TABLE certificates ADD COLUMN application TEXT REFERENCES applications (id);
        CREATE TABLE certificate_counters (
            year INTEGER PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT;
        """

    /// Numbered copies of notices that staff have ordered; a sheet that is out stands in `prints`.
    private static let copies = """
        CREATE TABLE copies (
            application TEXT NOT NULL REFERENCES applications (id),
            copy_number INTEGER NOT NULL,
            kiosk TEXT NOT NULL,
            staff TEXT NOT NULL,
            reason TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (application, copy_number)
        ) STRICT;
        """

    /// Numbers of copies that applicants and enterprises print for themselves.
    private static let ownCopies = """
        CREATE TABLE own_copies (
            application TEXT NOT NULL REFERENCES applications (id),
            copy_number INTEGER NOT NULL,
            kiosk TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (application, copy_number)
        ) STRICT;
        """

    /// What stands on a form as the person's hand.
    private static let signatures = "ALTER TABLE people ADD COLUMN signature TEXT;"

    /// Certificates found by their employer, their signed PDFs, and what renames have changed.
    private static let certificates = """
        ALTER TABLE certificates ADD COLUMN enterprise_code TEXT;
        UPDATE certificates SET enterprise_code = json_extract(content, '$.enterprise.code');
        CREATE INDEX certificates_of_enterprise ON certificates (enterprise_code);
        CREATE TABLE certificate_papers (
            certificate TEXT NOT NULL REFERENCES certificates (id),
            edition TEXT NOT NULL,
            content BLOB NOT NULL,
            signed_at TEXT NOT NULL,
            PRIMARY KEY (certificate, edition)
        ) STRICT;
        CREATE TABLE renames (
            entry TEXT PRIMARY KEY,
            enterprise_code TEXT NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        """

    /// Files that a form names; they come before the form that names them, so before the application.
    private static let attachments = """
        CREATE TABLE attachments (
            application TEXT NOT NULL,
            kind TEXT NOT NULL,
            digest TEXT NOT NULL,
            file TEXT NOT NULL,
            content BLOB NOT NULL,
            kiosk TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (application, kind, digest)
        ) STRICT;
        CREATE INDEX attachments_by_age ON attachments (at);
        """

    /// Codes for people's own phones: the token only as a keyed hash, and what came until the kiosk has had the time to
    /// fetch it.
    private static let phoneTickets = """
        CREATE TABLE tickets (
            id TEXT PRIMARY KEY,
            token_hash TEXT NOT NULL UNIQUE,
            purpose TEXT NOT NULL,
            kiosk TEXT NOT NULL,
            subject TEXT NOT NULL,
            state TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            content BLOB
        ) STRICT;
        CREATE INDEX tickets_by_age ON tickets (expires_at);
        """

    private static let registry = """
        CREATE TABLE people (
            id TEXT PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            identity TEXT NOT NULL,
            phone TEXT
        ) STRICT;
        CREATE TABLE qualifications (
            number TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            certificate TEXT NOT NULL,
            photo BLOB NOT NULL,
            photo_digest TEXT NOT NULL
        ) STRICT;
        CREATE TABLE certificates (
            id TEXT PRIMARY KEY,
            holder TEXT NOT NULL,
            content TEXT NOT NULL,
            issued_on TEXT NOT NULL
        ) STRICT;
        CREATE INDEX certificates_of_holder ON certificates (holder, issued_on);
        CREATE TABLE enterprises (
            position INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            phone TEXT NOT NULL
        ) STRICT;
        CREATE INDEX enterprises_by_name ON enterprises (name);

        CREATE TABLE sessions (
            token_hash TEXT PRIMARY KEY,
            kiosk TEXT NOT NULL,
            subject TEXT NOT NULL,
            expires_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE visits (
            kiosk TEXT NOT NULL,
            subject TEXT NOT NULL,
            PRIMARY KEY (kiosk, subject)
        ) STRICT;
        CREATE TABLE challenges (
            id TEXT PRIMARY KEY,
            kiosk TEXT NOT NULL,
            bytes BLOB NOT NULL,
            expires_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE codes (
            id TEXT PRIMARY KEY,
            purpose TEXT NOT NULL,
            person TEXT NOT NULL REFERENCES people (id),
            phone TEXT NOT NULL,
            code_hash TEXT NOT NULL,
            tries_left INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            resend_after TEXT NOT NULL
        ) STRICT;
        CREATE INDEX codes_of_person ON codes (person, purpose, created_at);
        CREATE TABLE messages (
            id TEXT PRIMARY KEY,
            position INTEGER NOT NULL UNIQUE,
            recipient TEXT NOT NULL,
            content TEXT NOT NULL,
            created_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            sent_at TEXT
        ) STRICT;
        CREATE INDEX messages_unsent ON messages (due_at) WHERE sent_at IS NULL;

        CREATE TABLE credentials (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL UNIQUE REFERENCES people (id),
            certificate BLOB NOT NULL,
            sealed_key BLOB NOT NULL
        ) STRICT;
        CREATE TABLE releases (
            sad_hash TEXT PRIMARY KEY,
            credential TEXT NOT NULL REFERENCES credentials (id),
            document_hash BLOB NOT NULL,
            expires_at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE applications (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL REFERENCES people (id),
            kiosk TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            was_signed INTEGER NOT NULL,
            enterprise_code TEXT,
            content TEXT NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX one_open_application ON applications (person) WHERE is_open = 1;
        CREATE INDEX applications_of_enterprise ON applications (enterprise_code);
        CREATE TABLE history (
            application TEXT NOT NULL REFERENCES applications (id),
            revision INTEGER NOT NULL,
            event TEXT NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT,
            from_state TEXT NOT NULL,
            to_state TEXT NOT NULL,
            at TEXT NOT NULL,
            kiosk TEXT NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (application, revision)
        ) STRICT;
        CREATE TABLE papers (
            application TEXT NOT NULL REFERENCES applications (id),
            digest TEXT NOT NULL,
            kind TEXT NOT NULL,
            content BLOB NOT NULL,
            is_void INTEGER NOT NULL,
            PRIMARY KEY (application, digest)
        ) STRICT;
        CREATE TABLE notices (
            application TEXT PRIMARY KEY REFERENCES applications (id),
            number TEXT NOT NULL UNIQUE,
            content TEXT NOT NULL
        ) STRICT;
        CREATE TABLE notice_counters (
            year INTEGER PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE prints (
            token TEXT PRIMARY KEY,
            application TEXT NOT NULL REFERENCES applications (id),
            paper TEXT NOT NULL,
            copy_number INTEGER NOT NULL,
            at TEXT NOT NULL,
            kiosk TEXT NOT NULL
        ) STRICT;

        CREATE TABLE entries (
            id TEXT PRIMARY KEY,
            application TEXT NOT NULL,
            kiosk TEXT NOT NULL,
            receipt TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX entries_of_kiosk ON entries (kiosk, application);
        CREATE TABLE changes (
            position INTEGER PRIMARY KEY,
            application TEXT NOT NULL REFERENCES applications (id),
            status TEXT NOT NULL
        ) STRICT;
        CREATE TABLE audit (
            position INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            act TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        """
}
