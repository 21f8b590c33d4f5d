extension Migration {
    /// What employers ask, where it went, what was said, and how institutions send it on. Links are kept as hashes only. `expires_at` of an
    /// inquiry is when everything of it is erased.
    static let inquiries = Migration(
        number: 15, name: "inquiries",
        statements: [
            // Message-IDs a mail answers, with a space between two; one without an @ is a mail of the portal's own.
            "ALTER TABLE outbox ADD COLUMN answers TEXT",
            """
            CREATE TABLE inquiry (
                id TEXT NOT NULL PRIMARY KEY,
                state TEXT NOT NULL CHECK (state IN ('draft', 'unverified', 'sent')),
                token_hash TEXT NOT NULL UNIQUE,
                confirmation_hash TEXT UNIQUE,
                confirmation_until BIGINT,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                purpose TEXT NOT NULL CHECK (purpose IN ('train-staff', 'hire-graduates', 'both', 'question')),
                head_count TEXT NOT NULL,
                place TEXT NOT NULL,
                timing TEXT NOT NULL,
                message TEXT NOT NULL,
                name TEXT NOT NULL,
                organisation TEXT NOT NULL,
                email TEXT,
                consent TEXT,
                consented_at BIGINT,
                programs TEXT NOT NULL,
                institutions TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX inquiry_expires_at ON inquiry (expires_at)",
            """
            CREATE TABLE inquiry_delivery (
                id TEXT NOT NULL PRIMARY KEY,
                inquiry TEXT NOT NULL REFERENCES inquiry (id) ON DELETE CASCADE,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                status TEXT NOT NULL CHECK (status IN ('waiting', 'queued', 'sent', 'opened', 'replied', 'closed')),
                kind TEXT NOT NULL CHECK (kind IN ('mailbox', 'managers', 'portal')),
                address TEXT NOT NULL,
                label_en TEXT,
                label_fr TEXT,
                reply_hours INTEGER,
                employer_key_hash TEXT NOT NULL UNIQUE,
                office_key_hash TEXT NOT NULL UNIQUE,
                mail TEXT,
                queued_at BIGINT,
                sent_at BIGINT,
                opened_at BIGINT,
                replied_at BIGINT,
                closed_at BIGINT,
                outcome TEXT,
                assignee TEXT,
                reminded_at BIGINT,
                escalated_at BIGINT,
                UNIQUE (inquiry, institution)
            )
            """,
            "CREATE INDEX inquiry_delivery_institution ON inquiry_delivery (institution, status, queued_at)",
            "CREATE INDEX inquiry_delivery_status ON inquiry_delivery (status, queued_at)",
            """
            CREATE TABLE inquiry_message (
                id TEXT NOT NULL PRIMARY KEY,
                delivery TEXT NOT NULL REFERENCES inquiry_delivery (id) ON DELETE CASCADE,
                side TEXT NOT NULL CHECK (side IN ('employer', 'institution', 'note')),
                author TEXT,
                body TEXT NOT NULL,
                written_at BIGINT NOT NULL,
                message_id TEXT,
                UNIQUE (delivery, message_id)
            )
            """,
            "CREATE INDEX inquiry_message_delivery ON inquiry_message (delivery, written_at)",
            // Every mail about an inquiry, so that what still waits can be taken back when it is erased.
            """
            CREATE TABLE inquiry_mail (
                inquiry TEXT NOT NULL REFERENCES inquiry (id) ON DELETE CASCADE,
                mail TEXT NOT NULL,
                PRIMARY KEY (inquiry, mail)
            )
            """,
            """
            CREATE TABLE inquiry_mailbox (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                address TEXT NOT NULL,
                label_en TEXT,
                label_fr TEXT,
                reply_hours INTEGER NOT NULL CHECK (reply_hours > 0)
            )
            """,
            "CREATE INDEX inquiry_mailbox_institution ON inquiry_mailbox (institution)",
            """
            CREATE TABLE inquiry_rule (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                purpose TEXT,
                department TEXT,
                place TEXT,
                language TEXT,
                mailbox TEXT NOT NULL REFERENCES inquiry_mailbox (id) ON DELETE CASCADE
            )
            """,
            "CREATE INDEX inquiry_rule_institution ON inquiry_rule (institution, position)",
            """
            CREATE TABLE inquiry_routing (
                institution TEXT NOT NULL PRIMARY KEY REFERENCES institution (id) ON DELETE CASCADE,
                general TEXT,
                reminder_hours INTEGER NOT NULL CHECK (reminder_hours >= 0),
                escalation_hours INTEGER NOT NULL CHECK (escalation_hours >= 0)
            )
            """,
        ])
}
