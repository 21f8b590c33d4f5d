extension Migration {
    /// Files that institutions bring in, what was found in them, and who else may write: keys for the interface, and sites that show the
    /// institution's programs.
    ///
    /// A job that runs is leased: `import_heartbeat` is apart from it, so that the node's signs of life do not collide with the one
    /// transaction that writes the programs and ends the job. `run` names the run, so that a node that was away too long cannot end it.
    static let exchange = Migration(
        number: 12, name: "exchange",
        statements: [
            """
            CREATE TABLE import_job (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                account TEXT NOT NULL,
                file_name TEXT NOT NULL,
                format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
                byte_count BIGINT NOT NULL,
                act TEXT NOT NULL CHECK (act IN ('compare', 'apply')),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'done', 'failed')),
                run TEXT,
                attempts INTEGER NOT NULL CHECK (attempts >= 0),
                last_change BIGINT NOT NULL,
                is_compared_anew INTEGER NOT NULL CHECK (is_compared_anew IN (0, 1)),
                rows_read INTEGER NOT NULL,
                new_programs INTEGER NOT NULL,
                changed_programs INTEGER NOT NULL,
                unchanged_programs INTEGER NOT NULL,
                notes INTEGER NOT NULL,
                errors INTEGER NOT NULL,
                error_rows INTEGER NOT NULL,
                missing_programs INTEGER NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX import_job_institution ON import_job (institution, created_at)",
            "CREATE INDEX import_job_state ON import_job (state, created_at)",
            "CREATE INDEX import_job_expires_at ON import_job (expires_at)",
            """
            CREATE TABLE import_heartbeat (
                job TEXT NOT NULL PRIMARY KEY REFERENCES import_job (id) ON DELETE CASCADE,
                leased_until BIGINT NOT NULL,
                progress INTEGER NOT NULL
            )
            """,
            """
            CREATE TABLE import_piece (
                job TEXT NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                content BYTEA NOT NULL,
                PRIMARY KEY (job, position)
            )
            """,
            // `content` is JSON: what a page needs to show one finding in either language.
            """
            CREATE TABLE import_finding (
                job TEXT NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
                kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'note', 'error', 'missing')),
                position INTEGER NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (job, kind, position)
            )
            """,
            """
            CREATE TABLE import_correction (
                job TEXT NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
                row_number INTEGER NOT NULL,
                column_name TEXT NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (job, row_number, column_name)
            )
            """,
            """
            CREATE TABLE api_key (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
                token_hash TEXT NOT NULL UNIQUE,
                created_at BIGINT NOT NULL,
                created_by TEXT NOT NULL,
                used_at BIGINT,
                revoked_at BIGINT
            )
            """,
            "CREATE INDEX api_key_institution ON api_key (institution)",
            """
            CREATE TABLE embed_host (
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                host TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                PRIMARY KEY (institution, host)
            )
            """,
        ])
}
