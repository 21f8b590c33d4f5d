extension Migration {
    /// What operators run the portal with: more about institutions, those that were merged away, lists, the look, pages and choices.
    static let operating = Migration(
        number: 14, name: "operating",
        statements: [
            "ALTER TABLE institution ADD COLUMN region TEXT",
            "ALTER TABLE institution ADD COLUMN contact TEXT",
            "ALTER TABLE institution ADD COLUMN closed_on TEXT",
            // An institution that was merged into another: its addresses lead there.
            """
            CREATE TABLE former_institution (
                id TEXT NOT NULL PRIMARY KEY,
                successor TEXT NOT NULL REFERENCES institution (id),
                merged_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX former_institution_successor ON former_institution (successor)",
            // Empty until an operator changes a list: the portal's own ones count until then. `content` is JSON.
            """
            CREATE TABLE curated_list (
                id TEXT NOT NULL PRIMARY KEY,
                position INTEGER NOT NULL,
                is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
                content TEXT NOT NULL
            )
            """,
            // `branding` and `choices`, each as JSON.
            """
            CREATE TABLE portal_document (
                name TEXT NOT NULL PRIMARY KEY,
                content TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE portal_picture (
                name TEXT NOT NULL PRIMARY KEY,
                type TEXT NOT NULL CHECK (type IN ('image/png', 'image/svg+xml')),
                content BYTEA NOT NULL
            )
            """,
            """
            CREATE TABLE page_version (
                page TEXT NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                number INTEGER NOT NULL CHECK (number > 0),
                title TEXT NOT NULL,
                content TEXT NOT NULL,
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                PRIMARY KEY (page, language, number)
            )
            """,
        ])
}
