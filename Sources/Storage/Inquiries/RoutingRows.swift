package import Domain

/// How institutions send inquiries on, inside a transaction that may do more.
extension SQLConnection {
    package func routing(of institution: Institution.ID) throws -> InquiryRouting {
        var routing = InquiryRouting.standard
        let key: [SQLValue] = [.text(institution.rawValue)]
        if let row = try first("SELECT * FROM inquiry_routing WHERE institution = ?", key) {
            routing.general = try row.optionalText("general").map { Mailbox.ID($0) }
            routing.reminderHours = try row.integer("reminder_hours")
            routing.escalationHours = try row.integer("escalation_hours")
        }
        routing.mailboxes = try query("SELECT * FROM inquiry_mailbox WHERE institution = ? ORDER BY id", key).compactMap { row in
            guard let address = EmailAddress(try row.text("address")) else { return nil }
            return Mailbox(
                id: Mailbox.ID(try row.text("id")), address: address, label: try row.localized("label"),
                replyHours: try row.integer("reply_hours"))
        }
        routing.rules = try query("SELECT * FROM inquiry_rule WHERE institution = ? ORDER BY position, id", key).map { row in
            RoutingRule(
                id: RoutingRule.ID(try row.text("id")), purpose: try row.optionalText("purpose").flatMap { Inquiry.Purpose(rawValue: $0) },
                department: try row.optionalText("department"), place: try row.optionalText("place"),
                language: try row.optionalText("language").flatMap { Language(rawValue: $0) },
                mailbox: Mailbox.ID(try row.text("mailbox")))
        }
        return routing
    }

    /// Writes all of it in the place of what was there.
    package func save(_ routing: InquiryRouting, of institution: Institution.ID) throws {
        try execute("DELETE FROM inquiry_rule WHERE institution = ?", [.text(institution.rawValue)])
        try execute("DELETE FROM inquiry_mailbox WHERE institution = ?", [.text(institution.rawValue)])
        try execute(
            .upsert(
                into: "inquiry_routing", key: ["institution"], ["institution", "general", "reminder_hours", "escalation_hours"]),
            [
                .text(institution.rawValue), .text(routing.general?.rawValue), .integer(routing.reminderHours),
                .integer(routing.escalationHours),
            ])
        try execute(
            .insert(into: "inquiry_mailbox", ["id", "institution", "address", "label_en", "label_fr", "reply_hours"]),
            each: routing.mailboxes.map { mailbox in
                [
                    .text(mailbox.id.rawValue), .text(institution.rawValue), .text(mailbox.address.text), .text(mailbox.label.en),
                    .text(mailbox.label.fr), .integer(mailbox.replyHours),
                ]
            })
        try execute(
            .insert(into: "inquiry_rule", ["id", "institution", "position", "purpose", "department", "place", "language", "mailbox"]),
            each: routing.rules.enumerated().map { position, rule in
                [
                    .text(rule.id.rawValue), .text(institution.rawValue), .integer(position), .text(rule.purpose?.rawValue),
                    .text(rule.department), .text(rule.place), .text(rule.language?.rawValue), .text(rule.mailbox.rawValue),
                ]
            })
    }

    /// Addresses of an institution's managers, by name.
    package func managers(of institution: Institution.ID) throws -> [Account] {
        try staff(of: institution).filter { $0.role == .manager && $0.account.state == .active }.map(\.account)
    }
}
