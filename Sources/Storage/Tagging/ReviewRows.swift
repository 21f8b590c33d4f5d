package import Domain
import Foundation

extension SQLConnection {
    /// Keeps a review with its decisions.
    package func add(_ review: TagReview, _ decisions: [TagDecision]) throws {
        try execute(
            .insert(into: "tag_review", ["id", "institution", "account", "manner", "at", "undone_at"]),
            [
                .text(review.id.rawValue), .text(review.institution.rawValue), .text(review.account.rawValue), .word(review.manner),
                .time(review.at), .time(review.undoneAt),
            ])
        try execute(
            .insert(
                into: "tag_decision", ["review", "program", "kind", "code", "verdict", "origin", "confidence", "matcher", "tag_before"]),
            each: try decisions.map { decision in
                [
                    .text(review.id.rawValue), .text(decision.program.rawValue), .word(decision.target.kind), .text(decision.target.code),
                    .word(decision.verdict), .word(decision.origin), .real(decision.confidence), .text(decision.matcher),
                    .text(try decision.before.map(StoredTag.text)),
                ]
            })
    }

    package func review(_ id: TagReview.ID, of institution: Institution.ID) throws -> TagReview? {
        try reviews("WHERE id = ? AND institution = ?", [.text(id.rawValue), .text(institution.rawValue)]).first
    }

    /// What somebody did last at an institution and has not undone.
    package func lastReview(of account: Account.ID, at institution: Institution.ID, since time: Timestamp) throws -> TagReview? {
        try reviews(
            "WHERE institution = ? AND account = ? AND at >= ? AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1",
            [.text(institution.rawValue), .text(account.rawValue), .time(time)]
        ).first
    }

    /// The last reviews of many programs at once, undone ones too.
    package func bulkReviews(of institution: Institution.ID, limit: Int) throws -> [(review: TagReview, decisions: Int)] {
        let found = try reviews(
            "WHERE institution = ? AND manner = 'bulk' ORDER BY at DESC, id DESC LIMIT ?", [.text(institution.rawValue), .integer(limit)])
        return try found.map { review in
            let count = try first("SELECT COUNT(*) AS decisions FROM tag_decision WHERE review = ?", [.text(review.id.rawValue)])
            return (review, try count?.integer("decisions") ?? 0)
        }
    }

    package func decisions(of review: TagReview.ID) throws -> [TagDecision] {
        try query(
            """
            SELECT program, kind, code, verdict, origin, confidence, matcher, tag_before FROM tag_decision WHERE review = ?
            ORDER BY program, kind, code
            """, [.text(review.rawValue)]
        ).map { row in
            TagDecision(
                program: Program.ID(try row.text("program")), target: try row.tagTarget(), verdict: try row.word("verdict"),
                origin: try row.word("origin"), confidence: try row.optionalReal("confidence"), matcher: try row.text("matcher"),
                before: try row.optionalText("tag_before").map(StoredTag.tag))
        }
    }

    /// - Returns: false when it was undone before.
    package func noteUndone(_ review: TagReview.ID, at now: Timestamp) throws -> Bool {
        try execute("UPDATE tag_review SET undone_at = ? WHERE id = ? AND undone_at IS NULL", [.time(now), .text(review.rawValue)]) == 1
    }

    private func reviews(_ condition: SQL, _ values: [SQLValue]) throws -> [TagReview] {
        try query("SELECT id, institution, account, manner, at, undone_at FROM tag_review " + condition, values).map { row in
            TagReview(
                id: TagReview.ID(try row.text("id")), institution: Institution.ID(try row.text("institution")),
                account: Account.ID(try row.text("account")), manner: try row.word("manner"), at: try row.time("at"),
                undoneAt: try row.optionalTime("undone_at"))
        }
    }
}

/// A tag as one text.
private enum StoredTag {
    static func text(_ tag: Tag) throws -> String { String(decoding: try JSONEncoder().encode(tag), as: UTF8.self) }

    static func tag(_ text: String) throws -> Tag {
        do { return try JSONDecoder().decode(Tag.self, from: Data(text.utf8)) } catch {
            throw StorageError.unexpected(column: "tag_before", found: "\(error)")
        }
    }
}
