extension Migration {
    /// Wrong codes by network address, for an hour, so that nodes slow guessing down together. Addresses are hashed with a salt of the day,
    /// and when that is gone nobody can tell whose they were.
    static let guesses = Migration(
        number: 7, name: "guesses",
        statements: [
            """
            CREATE TABLE guess (
                guesser TEXT NOT NULL PRIMARY KEY,
                wrong BIGINT NOT NULL CHECK (wrong >= 0),
                last_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX guess_last_at ON guess (last_at)",
            """
            CREATE TABLE guess_salt (
                day TEXT NOT NULL PRIMARY KEY,
                salt TEXT NOT NULL
            )
            """,
        ])
}
