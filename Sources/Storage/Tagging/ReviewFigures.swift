package import Domain

/// Decisions of one kind, counted.
package struct DecisionCount: Hashable, Sendable {
    package let institution: Institution.ID
    package let kind: TagTarget.Kind
    /// What the texts were read with; empty for programs nobody had read.
    package let matcher: String
    package let origin: TagDecision.Origin
    package let verdict: TagDecision.Verdict
    package let count: Int
}

extension SQLConnection {
    /// Every decision that was not undone, counted.
    /// - Parameter institution: `nil` for all of them.
    package func decisionCounts(of institution: Institution.ID?) throws -> [DecisionCount] {
        let condition: SQL = institution == nil ? "" : " AND tag_review.institution = ?"
        return try query(
            """
            SELECT tag_review.institution, tag_decision.kind, tag_decision.matcher, tag_decision.origin, tag_decision.verdict,
            COUNT(*) AS decisions FROM tag_decision JOIN tag_review ON tag_review.id = tag_decision.review
            WHERE tag_review.undone_at IS NULL
            """ + condition
                + """
                 GROUP BY tag_review.institution, tag_decision.kind, tag_decision.matcher, tag_decision.origin, tag_decision.verdict
                """, institution.map { [.text($0.rawValue)] } ?? []
        ).map { row in
            DecisionCount(
                institution: Institution.ID(try row.text("institution")), kind: try row.word("kind"), matcher: try row.text("matcher"),
                origin: try row.word("origin"), verdict: try row.word("verdict"), count: try row.integer("decisions"))
        }
    }

    /// Counts the time one program took.
    /// - Parameter month: `2026-11`.
    package func addReviewTime(_ seconds: Int, at institution: Institution.ID, month: String) throws {
        try execute(
            """
            INSERT INTO tag_review_time (institution, month, seconds, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (institution, month, seconds) DO UPDATE SET count = tag_review_time.count + 1
            """, [.text(institution.rawValue), .text(month), .integer(seconds)])
    }

    /// How many programs took how many seconds, from a month on.
    package func reviewTimes(of institution: Institution.ID?, since month: String) throws -> [(seconds: Int, count: Int)] {
        let condition: SQL = institution == nil ? "" : " AND institution = ?"
        return try query(
            "SELECT seconds, CAST(SUM(count) AS BIGINT) AS programs FROM tag_review_time WHERE month >= ?" + condition
                + " GROUP BY seconds ORDER BY seconds", [.text(month)] + (institution.map { [.text($0.rawValue)] } ?? [])
        ).map { (try $0.integer("seconds"), try $0.integer("programs")) }
    }
}
