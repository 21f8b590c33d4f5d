import Domain
import Storage

/// Writes to offices that have not replied, and after that to managers, each once, when the institution says. Also takes down which mails
/// have gone.
package struct RemindOffices: Sendable {
    let desk: InquiryDesk

    package init(desk: InquiryDesk) { self.desk = desk }

    /// - Returns: how many mails were queued. Nodes may do it side by side.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        let now = desk.clock.now
        try await desk.database.write { try $0.noteHandedOver() }
        var count = 0
        for reminder in [InquiryReminder.mailbox, .managers] {
            let standard = reminder == .mailbox ? InquiryRouting.standard.reminderHours : InquiryRouting.standard.escalationHours
            let due = try await desk.database.read { try $0.deliveries(due: reminder, standardHours: standard, at: now) }
            for delivery in due { count += try await desk.database.write { try remind(delivery, reminder, $0, at: now) } }
        }
        if count > 0 { desk.bell?.ring() }
        return count
    }

    private func remind(
        _ delivery: Delivery, _ reminder: InquiryReminder, _ connection: any SQLConnection, at now: Timestamp
    ) throws -> Int {
        guard let inquiry = try connection.inquiry(delivery.inquiry), try connection.note(reminder, of: delivery.id, at: now) else {
            return 0
        }
        let thread = try [connection.mail(of: delivery.id)?.rawValue].compactMap(\.self)
        let readers: [EmailAddress]
        switch reminder {
        case .mailbox:
            let assignee = try delivery.assignee.flatMap { try connection.account($0) }
            readers = [assignee?.state == .active ? assignee?.email ?? delivery.mailbox.address : delivery.mailbox.address]
        case .managers:
            let managers = try connection.managers(of: delivery.institution).map(\.email)
            readers = managers.isEmpty ? [desk.portal] : managers
        }
        let kind: OutgoingMail.Kind = reminder == .mailbox ? .inquiryReminder : .inquiryEscalation
        let mails = readers.map { reader in
            desk.letters.mail(desk.letter(kind, to: delivery, of: inquiry, at: reader, passage: inquiry.message, answers: thread), at: now)
        }
        try connection.enqueue(mails, about: inquiry.id, at: now)
        return mails.count
    }

    /// Erases what is over.
    package func eraseExpired() async throws -> Int {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            let ledger = ConsentLedger(secrets: desk.secrets)
            for email in try connection.addressesOfExpiredInquiries(at: now) {
                try ledger.append(ConsentRecord(.inquiry, .expired, by: .time, at: now), of: email, connection)
            }
            return try connection.eraseExpiredInquiries(at: now)
        }
    }
}
