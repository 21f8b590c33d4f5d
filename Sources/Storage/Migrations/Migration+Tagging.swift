extension Migration {
    /// What the portal read out of programs' texts, and what people said about it.
    ///
    /// Suggestions stand apart from `tag`: nobody searches by them, and neither the history nor the log of changes grows when a machine reads.
    static let tagging = Migration(
        number: 13, name: "tagging",
        statements: [
            // `language` is null when there was no text. `is_left` says of a newer reading that somebody decided not to take it.
            """
            CREATE TABLE tag_reading (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                side TEXT NOT NULL CHECK (side IN ('current', 'next')),
                digest TEXT NOT NULL,
                language TEXT CHECK (language IN ('en', 'fr')),
                matcher TEXT NOT NULL,
                taxonomy TEXT NOT NULL,
                is_left INTEGER NOT NULL CHECK (is_left IN (0, 1)),
                read_at BIGINT NOT NULL,
                PRIMARY KEY (program, side)
            )
            """,
            """
            CREATE TABLE tag_suggestion (
                program TEXT NOT NULL,
                side TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('occupation', 'industry', 'skill', 'technology')),
                code TEXT NOT NULL,
                confidence DOUBLE PRECISION NOT NULL CHECK (confidence BETWEEN 0 AND 1),
                part TEXT,
                start_byte INTEGER,
                sentence TEXT,
                taxonomy_version TEXT,
                PRIMARY KEY (program, side, kind, code),
                FOREIGN KEY (program, side) REFERENCES tag_reading (program, side) ON DELETE CASCADE,
                CHECK ((part IS NULL) = (sentence IS NULL) AND (part IS NULL) = (start_byte IS NULL))
            )
            """,
            // One row: which node reads at the moment, with what, and how far it has come. `swept_to` is null when every program has been
            // looked at with this reader; from then on only what the log of changes names is.
            """
            CREATE TABLE tag_reader (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                holder TEXT NOT NULL,
                leased_until BIGINT NOT NULL,
                matcher TEXT NOT NULL,
                taxonomy TEXT NOT NULL,
                swept_to TEXT,
                change_number BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE tag_review (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                account TEXT NOT NULL,
                manner TEXT NOT NULL CHECK (manner IN ('program', 'bulk', 'hand')),
                at BIGINT NOT NULL,
                undone_at BIGINT
            )
            """,
            "CREATE INDEX tag_review_institution ON tag_review (institution, at)",
            // `tag_before` is the tag as JSON as it was before; null when there was none.
            """
            CREATE TABLE tag_decision (
                review TEXT NOT NULL REFERENCES tag_review (id) ON DELETE CASCADE,
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                code TEXT NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'rejected')),
                origin TEXT NOT NULL CHECK (origin IN ('suggestion', 'former-code', 'hand')),
                confidence DOUBLE PRECISION,
                matcher TEXT NOT NULL,
                tag_before TEXT,
                PRIMARY KEY (review, program, kind, code)
            )
            """,
            "CREATE INDEX tag_decision_program ON tag_decision (program)",
            // Seconds from a program's page to the decision, counted by month: no person and no program.
            """
            CREATE TABLE tag_review_time (
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                month TEXT NOT NULL,
                seconds INTEGER NOT NULL CHECK (seconds >= 0),
                count BIGINT NOT NULL CHECK (count > 0),
                PRIMARY KEY (institution, month, seconds)
            )
            """,
        ])
}
