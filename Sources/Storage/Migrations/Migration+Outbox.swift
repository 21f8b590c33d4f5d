extension Migration {
    /// Mail on its way. `due_at` is when a worker may take the row: a lease moves it forward, so that a worker that died gives the row back
    /// by itself, and `lease` tells whose it is. `expires_at` is when nobody tries any more.
    static let outbox = Migration(
        number: 8, name: "outbox",
        statements: [
            """
            CREATE TABLE outbox (
                id TEXT NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                recipient TEXT NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                subject TEXT NOT NULL,
                text_body TEXT NOT NULL,
                html_body TEXT NOT NULL,
                reply_to TEXT,
                unsubscribe TEXT,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
                attempts INTEGER NOT NULL CHECK (attempts >= 0),
                created_at BIGINT NOT NULL,
                due_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                lease TEXT,
                finished_at BIGINT,
                failure TEXT
            )
            """,
            "CREATE INDEX outbox_due_at ON outbox (state, due_at)",
            "CREATE INDEX outbox_finished_at ON outbox (finished_at)",
        ])
}
