extension Migration {
    /// Answers to the quiz, sealed with their code, under the code's hash. Nothing here tells whose they are or what they say.
    static let quiz = Migration(
        number: 5, name: "quiz",
        statements: [
            """
            CREATE TABLE quiz (
                code_hash TEXT NOT NULL PRIMARY KEY,
                sealed_answers TEXT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX quiz_expires_at ON quiz (expires_at)",
        ])
}
