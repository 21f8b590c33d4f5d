import Domain
import Storage

extension ContractTest {
    static let inquiries = [
        ContractTest("an inquiry comes back whole under its link until its time is over, and is erased with everything about it") {
            database in
            try await prepare(database)
            let mail = OutgoingMail(
                id: "mail-1", kind: "inquiryReceived", recipient: EmailAddress("a@b.example")!, language: .en, subject: "s", text: "t",
                html: "h", answers: ["<x@y.example>", "mail-0"])
            try await database.write { connection in
                try connection.insert(Inquiry.sample, under: "token")
                try connection.insert(Delivery.sample("d1"), employerKey: "e1", officeKey: "o1")
                _ = try connection.insert(
                    InquiryMessage(id: "m1", delivery: "d1", side: .employer, text: "Line one\nline two", at: .sample))
                try connection.enqueue([mail], about: Inquiry.sample.id, at: .sample)
            }
            try await database.read { connection in
                try expectEqual(try connection.inquiry(under: "token", at: .sample), .sample)
                try expectEqual(try connection.inquiry(under: "token", at: Inquiry.sample.expiresAt), nil)
                try expectEqual(try connection.inquiry(under: "other", at: .sample), nil)
                try expectEqual(try connection.deliveries(of: Inquiry.sample.id), [Delivery.sample("d1")])
                try expectEqual(try connection.messages(of: "d1").map(\.text), ["Line one\nline two"])
            }
            let claimed = try await OutboxStore(database).claim(most: 1, at: .sample, leasedUntil: .sample)
            try expectEqual(claimed.first?.mail, mail)
            try expectEqual(try await database.write { try $0.eraseExpiredInquiries(at: .sample) }, 0)
            try expectEqual(try await database.write { try $0.eraseExpiredInquiries(at: Inquiry.sample.expiresAt) }, 1)
            let left = try await database.read { connection in
                try ["inquiry", "inquiry_delivery", "inquiry_message", "inquiry_mail", "outbox"].map { table in
                    try connection.count(table)
                }
            }
            try expectEqual(left, [0, 0, 0, 0, 0])
        },
        ContractTest("the link that confirms an inquiry works once, and changes what opens it") { database in
            try await prepare(database)
            let now = Timestamp.sample
            try await database.write { connection in
                var inquiry = Inquiry.sample
                inquiry.state = .unverified
                try connection.insert(inquiry, under: "draft")
                try connection.expectConfirmation(of: inquiry.id, under: "c", until: now.after(10), consentedAt: now)
            }
            try await database.read { connection in
                try expect(try connection.inquiry(toConfirm: "c", at: now) != nil)
                try expect(try connection.inquiry(toConfirm: "c", at: now.after(10)) == nil)
            }
            try expectEqual(try await database.write { try $0.useConfirmation("c", of: Inquiry.sample.id, newToken: "status") }, true)
            try expectEqual(try await database.write { try $0.useConfirmation("c", of: Inquiry.sample.id, newToken: "again") }, false)
            try await database.read { connection in
                try expectEqual(try connection.inquiry(under: "status", at: now)?.state, .sent)
                try expect(try connection.inquiry(under: "draft", at: now) == nil)
            }
        },
        ContractTest("a delivery counts as sent once its mail has gone, and the same mail is one message") { database in
            try await prepare(database)
            try await database.write { connection in
                try connection.insert(Inquiry.sample, under: "token")
                try connection.insert(Delivery.sample("d1"), employerKey: "e1", officeKey: "o1")
                try connection.enqueue(
                    [
                        OutgoingMail(
                            id: "mail-1", kind: "x", recipient: EmailAddress("a@b.example")!, language: .en, subject: "s", text: "t",
                            html: "h")
                    ], about: Inquiry.sample.id, at: .sample)
                try connection.setMail("mail-1", of: "d1")
            }
            let before: Delivery.Status? = try await database.read { try $0.delivery("d1")?.status }
            try expectEqual(before, .queued)
            try await OutboxStore(database).confirm("mail-1", at: Timestamp.sample.after(7))
            // Seen at once, and taken down before the outbox forgets it.
            let sentAt: Timestamp? = try await database.read { try $0.delivery("d1")?.sentAt }
            try expectEqual(sentAt, Timestamp.sample.after(7))
            try expectEqual(try await database.write { try $0.noteHandedOver() }, 1)
            try expectEqual(try await database.write { try $0.noteHandedOver() }, 0)
            try await OutboxStore(database).erase(finishedBefore: Timestamp.sample.after(100))
            let after: Delivery.Status? = try await database.read { try $0.delivery("d1")?.status }
            try expectEqual(after, .sent)
            let found = try await database.read { connection in
                try [connection.delivery(answeredUnder: "e1")?.side, connection.delivery(answeredUnder: "o1")?.side]
            }
            try expectEqual(found, [.employer, .institution])
            let message: @Sendable (String) -> InquiryMessage = {
                InquiryMessage(id: $0, delivery: "d1", side: .employer, text: "x", at: .sample, messageID: "<a@b>")
            }
            try expectEqual(try await database.write { try $0.insert(message("1")) }, true)
            try expectEqual(try await database.write { try $0.insert(message("2")) }, false)
        },
        ContractTest("a delivery whose mail was given up says so, and managers hear of it at once, whatever the schedule") { database in
            try await prepare(database)
            let outbox = OutboxStore(database)
            try await database.write { connection in
                try connection.save(InquiryRouting(mailboxes: [], reminderHours: 0, escalationHours: 0), of: "cedar-college")
                try connection.insert(Inquiry.sample, under: "token")
                try connection.insert(Delivery.sample("d1"), employerKey: "e1", officeKey: "o1")
                let mail = OutgoingMail(
                    id: "mail-1", kind: "x", recipient: EmailAddress("a@b.example")!, language: .en, subject: "s", text: "t", html: "h")
                try connection.enqueue([mail], about: Inquiry.sample.id, at: .sample)
                try connection.setMail("mail-1", of: "d1")
            }
            let due: @Sendable (InquiryReminder) async throws -> [Delivery.ID] = { reminder in
                try await database.read { try $0.deliveries(due: reminder, standardHours: 0, at: .sample).map(\.id) }
            }
            try expectEqual(try await due(.managers), [])
            let claims = try await outbox.claim(most: 1, at: .sample, leasedUntil: Timestamp.sample.after(60))
            guard let claim = claims.first else { throw ContractViolation(description: "no mail is due") }
            try await outbox.giveUp(claim, because: "550 no such mailbox", at: Timestamp.sample.after(5))
            let delivery = try await database.read { try $0.delivery("d1") }
            try expectEqual(delivery?.status, .queued)
            try expectEqual(delivery?.mailFailedAt, Timestamp.sample.after(5))
            try expectEqual(try await due(.managers), ["d1"])
            try expectEqual(try await due(.mailbox), [])
            try expectEqual(try await database.write { try $0.note(.managers, of: "d1", at: .sample) }, true)
            try expectEqual(try await due(.managers), [])
        },
        ContractTest("offices, rules and the schedule come back in their order, and those of others stay") { database in
            try await prepare(database)
            try await InstitutionStore(database).save([.sample("other-college")], at: .sample)
            let office: @Sendable (String) -> Mailbox = {
                Mailbox(
                    id: Mailbox.ID($0), address: EmailAddress("\($0)@cedar.example")!, label: LocalizedText(en: $0, fr: $0), replyHours: 8)
            }
            let routing = InquiryRouting(
                mailboxes: [office("a"), office("b")],
                rules: [
                    RoutingRule(id: "2", purpose: .both, department: "Métiers", place: "Hearst", language: .fr, mailbox: "b"),
                    RoutingRule(id: "1", mailbox: "a"),
                ], general: "b", reminderHours: 12, escalationHours: 0)
            try await database.write { try $0.save(routing, of: "cedar-college") }
            try await database.write { try $0.save(InquiryRouting(mailboxes: [office("c")]), of: "other-college") }
            try expectEqual(try await database.read { try $0.routing(of: "cedar-college") }, routing)
            try await database.write { try $0.save(.standard, of: "cedar-college") }
            try expectEqual(try await database.read { try $0.routing(of: "cedar-college") }, .standard)
            try expectEqual(try await database.read { try $0.routing(of: "other-college").mailboxes.count }, 1)
        },
        ContractTest("who has not replied is found when the institution says so, and noted once") { database in
            try await prepare(database)
            try await database.write { connection in
                try connection.insert(Inquiry.sample, under: "token")
                try connection.insert(Delivery.sample("d1"), employerKey: "e1", officeKey: "o1")
            }
            let due = { (hours: Int64) in
                try await database.read { connection in
                    try [InquiryReminder.mailbox, .managers].map {
                        try connection.deliveries(due: $0, standardHours: 48, at: Timestamp.sample.after(hours * 3_600_000)).count
                    }
                }
            }
            try expectEqual(try await due(47), [0, 0])
            try expectEqual(try await due(48), [1, 1])
            try await database.write {
                try $0.save(InquiryRouting(reminderHours: 672, escalationHours: 0), of: "cedar-college")
            }
            try expectEqual(try await due(671), [0, 0])
            try expectEqual(try await due(700), [1, 0])
            try expectEqual(try await database.write { try $0.note(.mailbox, of: "d1", at: .sample) }, true)
            try expectEqual(try await database.write { try $0.note(.mailbox, of: "d1", at: .sample) }, false)
            try expectEqual(try await due(700), [0, 0])
            let lines = try await database.read { connection in
                try InboxFilter.allCases.map { try connection.inbox(of: "cedar-college", $0, for: "nobody").count }
            }
            try expectEqual(lines, [1, 0, 1, 0])
        },
    ]

    private static func prepare(_ database: any SQLDatabase) async throws {
        try await Migrator().migrate(database, at: .sample)
        try await InstitutionStore(database).save([.sample()], at: .sample)
    }
}

extension SQLConnection {
    fileprivate func count(_ table: String) throws -> Int {
        let statements: [String: SQL] = [
            "inquiry": "SELECT COUNT(*) AS n FROM inquiry", "inquiry_delivery": "SELECT COUNT(*) AS n FROM inquiry_delivery",
            "inquiry_message": "SELECT COUNT(*) AS n FROM inquiry_message", "inquiry_mail": "SELECT COUNT(*) AS n FROM inquiry_mail",
            "outbox": "SELECT COUNT(*) AS n FROM outbox",
        ]
        guard let statement = statements[table] else { return -1 }
        return try first(statement)?.integer("n") ?? -1
    }
}

extension Timestamp {
    fileprivate func after(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }
}

extension Inquiry {
    fileprivate static let sample = Inquiry(
        id: "i1", state: .sent, language: .fr, purpose: .both, headCount: "10 à 15", place: "Hearst", timing: "ce printemps",
        message: "Deux\nlignes « é »", name: "Ana", organisation: "Usine", email: EmailAddress("ana@plant.example"), consent: "2026-11",
        programs: ["p1", "p2"], institutions: ["cedar-college"], createdAt: .sample,
        expiresAt: Timestamp.sample.after(1_000))
}

extension Delivery {
    fileprivate static func sample(_ id: Delivery.ID) -> Delivery {
        Delivery(
            id: id, inquiry: "i1", institution: "cedar-college", status: .queued,
            mailbox: Destination(
                kind: .mailbox, address: EmailAddress("office@cedar.example")!, label: LocalizedText(en: "Office", fr: "Bureau"),
                replyHours: 24),
            queuedAt: .sample)
    }
}
