extension Migration {
    /// What happened on the portal, as daily counts. `institution` is empty where none is concerned, so that it can be part of the key.
    static let activity = Migration(
        number: 4, name: "activity",
        statements: [
            """
            CREATE TABLE activity (
                day TEXT NOT NULL,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                institution TEXT NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                count BIGINT NOT NULL CHECK (count >= 0),
                visitors BIGINT NOT NULL CHECK (visitors >= 0),
                PRIMARY KEY (day, kind, subject, institution, language)
            )
            """
        ])
}
