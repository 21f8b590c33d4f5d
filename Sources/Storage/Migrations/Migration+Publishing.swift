extension Migration {
    /// The draft beside a published program, and the history of both. A program of before has no history until it is written to: its first
    /// entry then says how it was found. Beside them what is known of their freshness: who was reminded, and what addresses answered.
    static let publishing = Migration(
        number: 11, name: "publishing",
        statements: [
            """
            CREATE TABLE program_draft (
                program TEXT NOT NULL PRIMARY KEY REFERENCES program (id) ON DELETE CASCADE,
                base_version BIGINT NOT NULL,
                content TEXT NOT NULL
            )
            """,
            // `content` is the program as JSON, whole: an entry is read without the others.
            """
            CREATE TABLE program_version (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                number BIGINT NOT NULL CHECK (number > 0),
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                act TEXT NOT NULL,
                side TEXT NOT NULL CHECK (side IN ('standing', 'draft')),
                content TEXT NOT NULL,
                PRIMARY KEY (program, number)
            )
            """,
            """
            CREATE TABLE freshness_reminder (
                institution TEXT NOT NULL PRIMARY KEY REFERENCES institution (id) ON DELETE CASCADE,
                sent_at BIGINT NOT NULL
            )
            """,
            // `failures` in a row; `status` is what HTTP answered, or 0 for none.
            """
            CREATE TABLE link_check (
                url TEXT NOT NULL PRIMARY KEY,
                checked_at BIGINT NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('fine', 'gone', 'unreachable', 'refused', 'not-asked')),
                status INTEGER NOT NULL,
                failures INTEGER NOT NULL CHECK (failures >= 0)
            )
            """,
            "CREATE INDEX link_check_checked_at ON link_check (checked_at)",
        ])
}
