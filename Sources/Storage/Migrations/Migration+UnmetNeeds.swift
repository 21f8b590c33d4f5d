extension Migration {
    /// What employers need and nobody offers: daily counts from postings, and requests that institutions can answer with a pledge.
    ///
    /// A request is erased whole when it is withdrawn or its time is over. Links are kept as hashes. Who asked is shown to an institution only
    /// once `revealed_at` stands in its pledge.
    static let unmetNeeds = Migration(
        number: 16, name: "requests and postings",
        statements: [
            """
            CREATE TABLE posting_need (
                day TEXT NOT NULL,
                occupation TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('skill', 'technology')),
                code TEXT NOT NULL,
                region TEXT NOT NULL,
                count BIGINT NOT NULL CHECK (count >= 0),
                PRIMARY KEY (day, occupation, kind, code, region)
            )
            """,
            """
            CREATE TABLE need_request (
                id TEXT NOT NULL PRIMARY KEY,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                wanted TEXT NOT NULL,
                people INTEGER CHECK (people > 0),
                occupation TEXT,
                region TEXT,
                email TEXT NOT NULL,
                organisation TEXT NOT NULL,
                own_token TEXT NOT NULL UNIQUE,
                created_at BIGINT NOT NULL,
                confirmed_at BIGINT,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX need_request_confirmed_at ON need_request (confirmed_at)",
            "CREATE INDEX need_request_email ON need_request (email)",
            "CREATE INDEX need_request_expires_at ON need_request (expires_at)",
            """
            CREATE TABLE need_request_target (
                request TEXT NOT NULL REFERENCES need_request (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('skill', 'technology')),
                code TEXT NOT NULL,
                PRIMARY KEY (request, position)
            )
            """,
            """
            CREATE TABLE need_pledge (
                id TEXT NOT NULL PRIMARY KEY,
                request TEXT NOT NULL REFERENCES need_request (id) ON DELETE CASCADE,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                account TEXT NOT NULL,
                program TEXT,
                planned TEXT,
                ready_on TEXT,
                note TEXT NOT NULL,
                reveal_token TEXT UNIQUE,
                created_at BIGINT NOT NULL,
                revealed_at BIGINT,
                UNIQUE (request, institution)
            )
            """,
            "CREATE INDEX need_pledge_institution ON need_pledge (institution)",
        ])
}
