extension Migration {
    /// Who signs in, what they may do, and how they prove who they are. Passwords, tokens, codes and addresses of networks are kept as hashes only,
    /// the second factor's secret sealed.
    static let accounts = Migration(
        number: 9, name: "accounts",
        statements: [
            """
            CREATE TABLE account (
                id TEXT NOT NULL PRIMARY KEY,
                email TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE institution_role (
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                institution TEXT NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
                role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'manager')),
                PRIMARY KEY (account, institution)
            )
            """,
            "CREATE INDEX institution_role_institution ON institution_role (institution)",
            """
            CREATE TABLE portal_role (
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                role TEXT NOT NULL CHECK (role IN ('counsellor', 'operator')),
                PRIMARY KEY (account, role)
            )
            """,
            """
            CREATE TABLE account_password (
                account TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
                hash TEXT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            // `pending_secret` is one being set up, `last_step` the last half-minute whose code was used: no code is taken twice.
            """
            CREATE TABLE second_factor (
                account TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
                sealed_secret TEXT,
                pending_secret TEXT,
                last_step BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE recovery_code (
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                code_hash TEXT NOT NULL,
                PRIMARY KEY (account, code_hash)
            )
            """,
            // A session of the stage 'password' waits for the second factor and opens nothing else.
            """
            CREATE TABLE account_session (
                token_hash TEXT NOT NULL PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                stage TEXT NOT NULL CHECK (stage IN ('password', 'full')),
                created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                device TEXT NOT NULL
            )
            """,
            "CREATE INDEX account_session_account ON account_session (account)",
            "CREATE INDEX account_session_expires_at ON account_session (expires_at)",
            """
            CREATE TABLE account_link (
                token_hash TEXT NOT NULL PRIMARY KEY,
                purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'password-reset', 'email-change')),
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                detail TEXT,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX account_link_account ON account_link (account)",
            "CREATE INDEX account_link_expires_at ON account_link (expires_at)",
            // Keys are keyed hashes of an account's address, of a network, or of both together.
            """
            CREATE TABLE sign_in_attempt (
                attempt_key TEXT NOT NULL PRIMARY KEY,
                failures INTEGER NOT NULL CHECK (failures >= 0),
                last_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX sign_in_attempt_expires_at ON sign_in_attempt (expires_at)",
            """
            CREATE TABLE known_network (
                account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                network TEXT NOT NULL,
                expires_at BIGINT NOT NULL,
                PRIMARY KEY (account, network)
            )
            """,
            "CREATE INDEX known_network_expires_at ON known_network (expires_at)",
        ])
}
