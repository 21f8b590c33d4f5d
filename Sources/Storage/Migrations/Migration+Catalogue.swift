extension Migration {
    /// Institutions, programs and everything a program is made of.
    static let catalogue = Migration(
        number: 1, name: "catalogue",
        statements: [
            """
            CREATE TABLE institution (
                id TEXT NOT NULL PRIMARY KEY,
                name_en TEXT,
                name_fr TEXT,
                kind TEXT NOT NULL CHECK (kind IN ('college', 'university', 'indigenous-institute', 'private-career-college', 'other-trainer')),
                url TEXT NOT NULL,
                city TEXT NOT NULL,
                postal_code TEXT,
                is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1)),
                CHECK (name_en IS NOT NULL OR name_fr IS NOT NULL)
            )
            """,
            """
            CREATE TABLE program (
                id TEXT NOT NULL PRIMARY KEY,
                institution TEXT NOT NULL REFERENCES institution (id),
                reference TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
                title_en TEXT,
                title_fr TEXT,
                summary_en TEXT,
                summary_fr TEXT,
                description_en TEXT,
                description_fr TEXT,
                department_en TEXT,
                department_fr TEXT,
                hours DOUBLE PRECISION CHECK (hours > 0),
                weeks DOUBLE PRECISION CHECK (weeks > 0),
                prior_education TEXT NOT NULL,
                prior_education_note_en TEXT,
                prior_education_note_fr TEXT,
                credential TEXT NOT NULL,
                assessment_en TEXT,
                assessment_fr TEXT,
                cip_code TEXT,
                is_work_integrated INTEGER NOT NULL CHECK (is_work_integrated IN (0, 1)),
                is_hands_on INTEGER NOT NULL CHECK (is_hands_on IN (0, 1)),
                sequence_reference TEXT,
                sequence_title_en TEXT,
                sequence_title_fr TEXT,
                sequence_position INTEGER CHECK (sequence_position > 0),
                url TEXT NOT NULL,
                last_confirmed TEXT,
                UNIQUE (institution, reference),
                CHECK (title_en IS NOT NULL OR title_fr IS NOT NULL),
                CHECK ((sequence_reference IS NULL) = (sequence_position IS NULL))
            )
            """,
            """
            CREATE TABLE outcome (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                text_en TEXT,
                text_fr TEXT,
                PRIMARY KEY (program, position)
            )
            """,
            """
            CREATE TABLE offering (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                start_date TEXT,
                end_date TEXT,
                delivery TEXT NOT NULL,
                city TEXT,
                postal_code TEXT,
                language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
                price_cents BIGINT CHECK (price_cents >= 0),
                PRIMARY KEY (program, position),
                CHECK (end_date IS NULL OR start_date IS NOT NULL),
                CHECK (postal_code IS NULL OR city IS NOT NULL)
            )
            """,
            """
            CREATE TABLE tag (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('occupation', 'industry', 'skill', 'technology')),
                code TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('suggested', 'approved', 'rejected', 'inferred')),
                evidence TEXT,
                confidence DOUBLE PRECISION CHECK (confidence BETWEEN 0 AND 1),
                decided_by TEXT,
                decided_at BIGINT,
                taxonomy_version TEXT,
                PRIMARY KEY (program, position),
                UNIQUE (program, kind, code)
            )
            """,
            """
            CREATE TABLE endorsement (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                name TEXT NOT NULL,
                url TEXT,
                PRIMARY KEY (program, position)
            )
            """,
            """
            CREATE TABLE program_funding (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                funding TEXT NOT NULL,
                PRIMARY KEY (program, funding)
            )
            """,
            """
            CREATE TABLE program_support (
                program TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
                support TEXT NOT NULL,
                PRIMARY KEY (program, support)
            )
            """,
        ])
}
