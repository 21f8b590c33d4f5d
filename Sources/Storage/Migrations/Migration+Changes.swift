extension Migration {
    /// The log of what changed, and the one row whose lock puts its numbers in the order of commits.
    static let changes = Migration(
        number: 2, name: "changes",
        statements: [
            """
            CREATE TABLE change (
                number BIGINT NOT NULL PRIMARY KEY,
                subject_kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE change_counter (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                number BIGINT NOT NULL
            )
            """,
            "INSERT INTO change_counter (id, number) VALUES (1, 0)",
        ])
}
