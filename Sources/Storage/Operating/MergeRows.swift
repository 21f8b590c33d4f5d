package import Domain

/// One institution becoming a part of another, inside the transaction that does it.
extension SQLConnection {
    /// Every program of an institution, whatever its state, by reference.
    package func programKeys(of institution: Institution.ID) throws -> [ProgramLabel] {
        try query(
            "SELECT id, reference, title_en, title_fr FROM program WHERE institution = ? ORDER BY reference",
            [.text(institution.rawValue)]
        ).map { ProgramLabel(id: Program.ID(try $0.text("id")), reference: try $0.text("reference"), title: try $0.localized("title")) }
    }

    /// How many keys, sites and imports an institution has.
    package func belongings(of institution: Institution.ID) throws -> (keys: Int, hosts: Int, imports: Int) {
        let row = try first(
            """
            SELECT (SELECT COUNT(*) FROM api_key WHERE institution = ?) AS keys,
            (SELECT COUNT(*) FROM embed_host WHERE institution = ?) AS hosts,
            (SELECT COUNT(*) FROM import_job WHERE institution = ?) AS imports
            """, Array(repeating: .text(institution.rawValue), count: 3))
        return (try row?.integer("keys") ?? 0, try row?.integer("hosts") ?? 0, try row?.integer("imports") ?? 0)
    }

    /// Gives programs to another institution under the references they are to have there. Only the key changes: a write of each follows, for its
    /// history.
    package func rekey(_ programs: [(id: Program.ID, reference: String)], to institution: Institution.ID) throws {
        try execute(
            "UPDATE program SET institution = ?, reference = ? WHERE id = ?",
            each: programs.map { [.text(institution.rawValue), .text($0.reference), .text($0.id.rawValue)] })
    }

    /// Keys, sites, imports and counts go to the other institution.
    package func moveBelongings(of old: Institution.ID, to new: Institution.ID) throws {
        let both: [SQLValue] = [.text(new.rawValue), .text(old.rawValue)]
        try execute("UPDATE api_key SET institution = ? WHERE institution = ?", both)
        try execute("UPDATE import_job SET institution = ? WHERE institution = ?", both)
        try execute(
            """
            INSERT INTO embed_host (institution, host, added_at) SELECT ?, host, added_at FROM embed_host WHERE institution = ?
            ON CONFLICT (institution, host) DO NOTHING
            """, both)
        try execute(
            """
            INSERT INTO activity (day, kind, subject, institution, language, count, visitors)
            SELECT day, kind, subject, ?, language, count, visitors FROM activity WHERE institution = ?
            ON CONFLICT (day, kind, subject, institution, language)
            DO UPDATE SET count = activity.count + excluded.count, visitors = activity.visitors + excluded.visitors
            """, both)
        try execute("DELETE FROM activity WHERE institution = ?", [.text(old.rawValue)])
        try moveReferrals(from: old, to: new)
        try moveReviews(both)
        try moveInquiries(both)
        try moveOutreach(both)
    }

    /// Who wanted no mail from the one wants none from the other.
    private func moveOutreach(_ both: [SQLValue]) throws {
        try execute("UPDATE outreach_letter SET institution = ? WHERE institution = ?", both)
        try execute("UPDATE outreach_delivery SET institution = ? WHERE institution = ?", both)
        try execute(
            """
            INSERT INTO contact_refusal (entry, institution, refused_at) SELECT entry, ?, refused_at FROM contact_refusal
            WHERE institution = ? ON CONFLICT (entry, institution) DO NOTHING
            """, both)
    }

    private func moveReviews(_ both: [SQLValue]) throws {
        try execute("UPDATE tag_review SET institution = ? WHERE institution = ?", both)
        try execute(
            """
            INSERT INTO tag_review_time (institution, month, seconds, count)
            SELECT ?, month, seconds, count FROM tag_review_time WHERE institution = ?
            ON CONFLICT (institution, month, seconds) DO UPDATE SET count = tag_review_time.count + excluded.count
            """, both)
    }

    /// Of an inquiry that both received, what was said goes to the copy of the one that is left; of a request both answered, its answer stays.
    /// Rules come after those that are there.
    private func moveInquiries(_ both: [SQLValue]) throws {
        let (new, old) = (both[0], both[1])
        try execute(
            """
            UPDATE inquiry_message SET delivery = (
                SELECT stays.id FROM inquiry_delivery AS goes JOIN inquiry_delivery AS stays ON stays.inquiry = goes.inquiry
                WHERE goes.id = inquiry_message.delivery AND stays.institution = ?)
            WHERE delivery IN (SELECT id FROM inquiry_delivery WHERE institution = ?
                AND inquiry IN (SELECT inquiry FROM inquiry_delivery WHERE institution = ?))
            """, [new, old, new])
        try execute(
            """
            UPDATE inquiry_delivery SET institution = ? WHERE institution = ?
            AND inquiry NOT IN (SELECT inquiry FROM inquiry_delivery WHERE institution = ?)
            """, both + [new])
        try execute("UPDATE inquiry_mailbox SET institution = ? WHERE institution = ?", both)
        try execute("UPDATE inquiry_rule SET institution = ?, position = position + 10000 WHERE institution = ?", both)
        try execute(
            """
            UPDATE need_pledge SET institution = ? WHERE institution = ?
            AND request NOT IN (SELECT request FROM need_pledge WHERE institution = ?)
            """, both + [new])
    }

    /// Removes an institution that has nothing left, and has its addresses lead to another; so do those that led to it.
    package func replace(_ old: Institution.ID, by new: Institution.ID, at now: Timestamp) throws {
        try execute("UPDATE former_institution SET successor = ? WHERE successor = ?", [.text(new.rawValue), .text(old.rawValue)])
        try execute("DELETE FROM institution WHERE id = ?", [.text(old.rawValue)])
        try execute(
            .insert(into: "former_institution", ["id", "successor", "merged_at"]),
            [.text(old.rawValue), .text(new.rawValue), .time(now)])
    }

    /// Where the addresses of institutions that were merged away lead.
    package func successors() throws -> [Institution.ID: Institution.ID] {
        var found: [Institution.ID: Institution.ID] = [:]
        try forEach("SELECT id, successor FROM former_institution", []) { row in
            found[Institution.ID(try row.text("id"))] = Institution.ID(try row.text("successor"))
        }
        return found
    }

    /// Takes every role at an institution, and ends the sessions of those who had one.
    /// - Returns: who had what.
    @discardableResult
    package func takeRoles(at institution: Institution.ID) throws -> [(account: Account.ID, role: Role)] {
        let held = try query(
            "SELECT account, role FROM institution_role WHERE institution = ? ORDER BY account", [.text(institution.rawValue)]
        ).map { (account: Account.ID(try $0.text("account")), role: try $0.word("role", as: Role.self)) }
        try execute("DELETE FROM institution_role WHERE institution = ?", [.text(institution.rawValue)])
        for member in held { try endSessions(of: member.account) }
        return held
    }

    /// - Returns: how many keys of an institution were open until now.
    @discardableResult
    package func revokeKeys(of institution: Institution.ID, at now: Timestamp) throws -> Int {
        try execute(
            "UPDATE api_key SET revoked_at = ? WHERE institution = ? AND revoked_at IS NULL", [.time(now), .text(institution.rawValue)])
    }
}
