package import Domain
import Storage

/// How an institution sends inquiries on: its offices, its rules, when it is reminded. For its managers.
package struct SetRouting: Sendable {
    let desk: InquiryDesk

    package static let mostMailboxes = 30
    package static let mostRules = 60
    /// Four weeks: later than that nobody waits.
    package static let longestHours = 672

    package init(desk: InquiryDesk) { self.desk = desk }

    package func callAsFunction(at institution: Institution.ID) async throws -> InquiryRouting {
        try await desk.database.read { try $0.routing(of: institution) }
    }

    /// Changes what stands, in one transaction: two managers at once do not undo each other.
    package func change(
        at institution: Institution.ID, by person: SignedIn, _ body: @escaping @Sendable (inout InquiryRouting) throws -> Void
    ) async throws {
        guard person.may(.manageInstitution, at: institution) else { throw InquiryError.notAllowed }
        let now = desk.clock.now
        try await desk.database.write { connection in
            let before = try connection.routing(of: institution)
            var routing = before
            try body(&routing)
            // What a rule or the general contact names must be there.
            routing.rules.removeAll { rule in !routing.mailboxes.contains { $0.id == rule.mailbox } }
            if !routing.mailboxes.contains(where: { $0.id == routing.general }) { routing.general = routing.mailboxes.first?.id }
            guard routing.mailboxes.count <= Self.mostMailboxes, routing.rules.count <= Self.mostRules else { throw InquiryError.tooMany }
            guard routing != before else { return }
            try connection.save(routing, of: institution)
            try connection.append(
                AuditEntry(
                    .routingChanged, by: person.actor, on: institution.rawValue, at: institution, from: before.summary, to: routing.summary),
                at: now)
        }
    }

    /// Who would get this?
    package func trial(_ subject: RoutingSubject, at institution: Institution.ID) async throws
        -> (destination: Destination, rule: RoutingRule.ID?)
    {
        try await desk.database.read { try desk.destination(at: institution, subject: subject, $0) }
    }

    package func newMailbox(_ address: EmailAddress, _ label: LocalizedText, replyHours: Int) -> Mailbox {
        Mailbox(id: Mailbox.ID(UUIDv7.make(at: desk.clock.now)), address: address, label: label, replyHours: replyHours)
    }

    package var newRuleID: RoutingRule.ID { RoutingRule.ID(UUIDv7.make(at: desk.clock.now)) }
}

extension InquiryRouting {
    /// For the log: numbers, never addresses.
    fileprivate var summary: String { "\(mailboxes.count) mailboxes, \(rules.count) rules, \(reminderHours) h, \(escalationHours) h" }
}

extension AuditAct {
    package static let routingChanged = AuditAct(rawValue: "routing.changed")
}
