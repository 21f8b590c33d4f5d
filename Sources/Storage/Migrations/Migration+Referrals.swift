extension Migration {
    /// What became of inquiries, as counts that outlast them: by the day an inquiry was confirmed, institution, program and purpose.
    ///
    /// `program` is `*` in the rows that count every inquiry of an institution once, empty where an inquiry names no program, and a program's id
    /// otherwise. A delivery knows what it was counted under, so that its later steps go to the very same rows; where `counted_on` is NULL, it was
    /// confirmed before there was a ledger, and is not counted.
    static let referrals = Migration(
        number: 18, name: "referral ledger",
        statements: [
            """
            CREATE TABLE referral (
                institution TEXT NOT NULL,
                day TEXT NOT NULL,
                program TEXT NOT NULL,
                purpose TEXT NOT NULL,
                step TEXT NOT NULL CHECK (step IN ('inquiry', 'opened', 'replied', 'closed')),
                outcome TEXT NOT NULL,
                count BIGINT NOT NULL CHECK (count >= 0),
                PRIMARY KEY (institution, day, program, purpose, step, outcome)
            )
            """,
            "CREATE INDEX referral_day ON referral (day)",
            "ALTER TABLE inquiry_delivery ADD COLUMN counted_on TEXT",
            "ALTER TABLE inquiry_delivery ADD COLUMN counted_programs TEXT",
            "CREATE INDEX activity_institution ON activity (institution, day)",
        ])
}
