extension Migration {
    /// Releases of labour-market data, at most one of each kind in use.
    static let labourMarketReleases = Migration(
        number: 3, name: "labour-market releases",
        statements: [
            """
            CREATE TABLE labour_market_release (
                kind TEXT NOT NULL,
                version TEXT NOT NULL,
                as_of TEXT NOT NULL,
                loaded_at BIGINT NOT NULL,
                row_count BIGINT NOT NULL,
                is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
                content TEXT NOT NULL,
                PRIMARY KEY (kind, version)
            )
            """,
            "CREATE UNIQUE INDEX labour_market_release_current ON labour_market_release (kind) WHERE is_current = 1",
        ])
}
