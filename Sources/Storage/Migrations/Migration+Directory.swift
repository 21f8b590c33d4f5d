extension Migration {
    /// Employers who may be contacted, what institutions wrote to them, and the ledger of consents.
    ///
    /// The ledger knows people by a random `subject`; which address it means stands in `consent_subject` alone, as a keyed hash, and that row goes
    /// when the address is erased. What is left in the ledger then tells nobody who it was. Nothing ever changes or removes a `consent_record`.
    static let directory = Migration(
        number: 17, name: "employers' directory",
        statements: [
            """
            CREATE TABLE directory_entry (
                id TEXT NOT NULL PRIMARY KEY,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                organisation TEXT NOT NULL,
                contact TEXT NOT NULL,
                email TEXT NOT NULL,
                note TEXT NOT NULL,
                consent TEXT NOT NULL,
                paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
                token_hash TEXT NOT NULL UNIQUE,
                created_at BIGINT NOT NULL,
                confirmed_at BIGINT,
                reminded_at BIGINT,
                expires_at BIGINT NOT NULL
            )
            """,
            // Anybody may type an address; one entry of it at most is the mailbox's own.
            "CREATE UNIQUE INDEX directory_entry_email ON directory_entry (email) WHERE confirmed_at IS NOT NULL",
            "CREATE INDEX directory_entry_expires_at ON directory_entry (expires_at)",
            """
            CREATE TABLE directory_entry_tag (
                entry TEXT NOT NULL REFERENCES directory_entry (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('interest', 'industry', 'region')),
                code TEXT NOT NULL,
                PRIMARY KEY (entry, kind, code)
            )
            """,
            """
            CREATE TABLE outreach_letter (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                account TEXT NOT NULL,
                author TEXT NOT NULL,
                reply_to TEXT NOT NULL,
                postal TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                sent_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX outreach_letter_institution ON outreach_letter (institution, sent_at)",
            """
            CREATE TABLE outreach_delivery (
                id TEXT NOT NULL PRIMARY KEY,
                letter TEXT NOT NULL REFERENCES outreach_letter (id) ON DELETE CASCADE,
                entry TEXT NOT NULL REFERENCES directory_entry (id) ON DELETE CASCADE,
                institution TEXT NOT NULL,
                mail TEXT NOT NULL,
                end_hash TEXT NOT NULL UNIQUE,
                sent_at BIGINT NOT NULL,
                UNIQUE (letter, entry)
            )
            """,
            "CREATE INDEX outreach_delivery_entry ON outreach_delivery (entry, institution, sent_at)",
            "CREATE INDEX outreach_delivery_institution ON outreach_delivery (institution, sent_at)",
            """
            CREATE TABLE consent_subject (
                address_hash TEXT NOT NULL PRIMARY KEY,
                subject TEXT NOT NULL UNIQUE,
                last_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE consent_record (
                id TEXT NOT NULL PRIMARY KEY,
                subject TEXT NOT NULL,
                at BIGINT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('directory', 'outreach', 'inquiry')),
                act TEXT NOT NULL,
                way TEXT NOT NULL,
                wording TEXT,
                language TEXT,
                institution TEXT
            )
            """,
            "CREATE INDEX consent_record_subject ON consent_record (subject, at)",
            // Institutions an employer wants no mail from.
            """
            CREATE TABLE contact_refusal (
                entry TEXT NOT NULL REFERENCES directory_entry (id) ON DELETE CASCADE,
                institution TEXT NOT NULL,
                refused_at BIGINT NOT NULL,
                PRIMARY KEY (entry, institution)
            )
            """,
            """
            CREATE TABLE employer_data_link (
                address_hash TEXT NOT NULL PRIMARY KEY,
                token_hash TEXT NOT NULL UNIQUE,
                email TEXT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
        ])
}
