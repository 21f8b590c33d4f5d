extension Migration {
    /// The log of administrative acts. It holds keys, not names or addresses, so that a person can be erased and the chain stays whole: that is
    /// also why nothing in it refers to another table.
    static let audit = Migration(
        number: 10, name: "audit",
        statements: [
            """
            CREATE TABLE audit_entry (
                number BIGINT NOT NULL PRIMARY KEY,
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                act TEXT NOT NULL,
                institution TEXT,
                subject TEXT NOT NULL,
                old_value TEXT,
                new_value TEXT,
                previous_hash TEXT NOT NULL,
                hash TEXT NOT NULL
            )
            """,
            "CREATE INDEX audit_entry_institution ON audit_entry (institution, number)",
            // The chain's end: entries cut off there are missed as well as those changed in the middle.
            """
            CREATE TABLE audit_head (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                number BIGINT NOT NULL,
                hash TEXT NOT NULL
            )
            """,
            "INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '')",
        ])
}
