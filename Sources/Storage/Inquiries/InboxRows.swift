package import Domain

/// Who is told that nobody has replied.
package enum InquiryReminder: Sendable { case mailbox, managers }

extension SQLConnection {
    /// The newest first; those that wait for a first reply the longest first.
    /// - Parameter account: whose are `mine`.
    package func inbox(of institution: Institution.ID, _ filter: InboxFilter, for account: Account.ID, limit: Int = 200) throws
        -> [InboxLine]
    {
        let open: SQL = "d.status IN ('queued', 'sent', 'opened', 'replied')"
        let (condition, values): (SQL, [SQLValue]) =
            switch filter {
            case .open: (open + " ORDER BY d.queued_at DESC, d.id", [])
            case .mine: (open + " AND d.assignee = ? ORDER BY d.queued_at DESC, d.id", [.text(account.rawValue)])
            case .waiting: ("d.status IN ('queued', 'sent', 'opened') AND d.replied_at IS NULL ORDER BY d.queued_at, d.id", [])
            case .closed: ("d.status = 'closed' ORDER BY d.closed_at DESC, d.id", [])
            }
        return try query(
            "SELECT " + deliveryAndMail + ", i.name, i.organisation, i.purpose, i.language FROM inquiry_delivery d "
                + "JOIN inquiry i ON i.id = d.inquiry " + mailJoin + "WHERE d.institution = ? AND "
                + condition + " LIMIT ?", [.text(institution.rawValue)] + values + [.integer(limit)]
        ).map { row in
            InboxLine(
                delivery: try Delivery(row), name: try row.text("name"), organisation: try row.text("organisation"),
                purpose: try row.word("purpose"), language: try row.word("language"))
        }
    }

    /// Milliseconds from the inquiry to the first reply, of the latest replies.
    package func replyTimes(of institution: Institution.ID, limit: Int = 50) throws -> [Int64] {
        try query(
            """
            SELECT replied_at - queued_at AS waited FROM inquiry_delivery
            WHERE institution = ? AND replied_at IS NOT NULL AND queued_at IS NOT NULL ORDER BY replied_at DESC LIMIT ?
            """, [.text(institution.rawValue), .integer(limit)]
        ).map { Int64(try $0.integer("waited")) }
    }

    // MARK: Nobody has acted

    /// Without a reply, and queued so long ago as the institution has set. Managers hear at once of those whose mail came back.
    package func deliveries(due reminder: InquiryReminder, standardHours: Int, at now: Timestamp, limit: Int = 200) throws -> [Delivery] {
        let hours: SQL = reminder == .mailbox ? "reminder_hours" : "escalation_hours"
        let noted: SQL = reminder == .mailbox ? "d.reminded_at" : "d.escalated_at"
        let cameBack: SQL = reminder == .managers ? "(d.status = 'queued' AND o.state = 'dead') OR " : ""
        return try deliveries(
            "LEFT JOIN inquiry_routing r ON r.institution = d.institution WHERE d.status IN ('queued', 'sent', 'opened') AND "
                + "d.replied_at IS NULL AND " + noted + " IS NULL AND (" + cameBack + "(COALESCE(r." + hours + ", ?) > 0 AND "
                + "d.queued_at + CAST(COALESCE(r." + hours + ", ?) AS BIGINT) * 3600000 <= ?)) ORDER BY d.queued_at LIMIT ?",
            [.integer(standardHours), .integer(standardHours), .time(now), .integer(limit)])
    }

    /// - Returns: false when another node was faster, or somebody has replied meanwhile.
    package func note(_ reminder: InquiryReminder, of delivery: Delivery.ID, at now: Timestamp) throws -> Bool {
        let column: SQL = reminder == .mailbox ? "reminded_at" : "escalated_at"
        return try execute(
            "UPDATE inquiry_delivery SET " + column + " = ? WHERE id = ? AND replied_at IS NULL AND " + column + " IS NULL",
            [.time(now), .text(delivery.rawValue)]) == 1
    }
}
