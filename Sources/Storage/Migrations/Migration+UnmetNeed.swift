extension Migration {
    /// What people needed for a job and no program taught, as daily counts. `region` is empty where none was asked for, so that it can be part
    /// of the key.
    static let unmetNeed = Migration(
        number: 6, name: "unmet need",
        statements: [
            """
            CREATE TABLE unmet_need (
                day TEXT NOT NULL,
                occupation TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('skill', 'technology')),
                code TEXT NOT NULL,
                region TEXT NOT NULL,
                count BIGINT NOT NULL CHECK (count >= 0),
                PRIMARY KEY (day, occupation, kind, code, region)
            )
            """
        ])
}
