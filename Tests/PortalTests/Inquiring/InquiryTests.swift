import Domain
import Portal
import Storage
import StorageSQLite
import Testing

@Suite struct InquiryTests {
    @Test func `nothing goes to an institution before the mailbox says yes, and everything at once when it does`() async throws {
        let portal = try await InquiryPortal()
        let draft = try await portal.draft()
        try await portal.services.write.send(draft, from: InquiryPortal.origin)
        #expect(try await portal.mails().map(\.kind) == ["inquiryConfirmation"])
        let confirmation = try await portal.link(to: "ana@plant.example")
        #expect(try await portal.services.confirm.look(confirmation).deliveries.map(\.status) == [.waiting, .waiting])
        let status = try await portal.services.confirm(confirmation)
        let mails = try await portal.mails()
        #expect(mails.map(\.kind) == ["inquiryConfirmation", "inquiryReceived", "inquiryReceived", "inquirySent"])
        #expect(try await portal.services.follow(status).deliveries.map(\.delivery.status) == [.queued, .queued])
        // The mail to the employer repeats the link although only its hash is kept.
        #expect(try await portal.link(to: "ana@plant.example") == status)
        await #expect(throws: InquiryError.gone) { try await portal.services.confirm(confirmation) }
        await #expect(throws: InquiryError.gone) { try await portal.services.write.find(draft) }
    }

    @Test func `two clicks at once confirm once`() async throws {
        let portal = try await InquiryPortal()
        let draft = try await portal.draft()
        try await portal.services.write.send(draft, from: InquiryPortal.origin)
        let confirmation = try await portal.link(to: "ana@plant.example")
        let confirmed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { (try? await portal.services.confirm(confirmation)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(confirmed == 1)
        #expect(try await portal.mails().filter { $0.kind == "inquiryReceived" }.count == 2)
    }

    @Test func `the link to confirm works for two days, a draft for fourteen`() async throws {
        let portal = try await InquiryPortal()
        let draft = try await portal.draft()
        try await portal.services.write.send(draft, from: InquiryPortal.origin)
        let confirmation = try await portal.link(to: "ana@plant.example")
        portal.small.watch.advance(hours: 48)
        await #expect(throws: InquiryError.gone) { try await portal.services.confirm.look(confirmation) }
        #expect(try await portal.services.write.find(draft).inquiry.message == "We need twelve welders.")
        portal.small.watch.advance(hours: 14 * 24)
        await #expect(throws: InquiryError.gone) { try await portal.services.write.find(draft) }
        #expect(try await portal.services.remind.eraseExpired() == 1)
    }

    @Test func `it goes to the office the employer was shown, whatever is changed meanwhile`() async throws {
        let portal = try await InquiryPortal()
        try await portal.manager()
        let draft = try await portal.draft(["weld"])
        let shown = try await portal.services.write.find(draft).recipients.map(\.destination.address.text)
        #expect(shown == ["max@cedar.example"])
        try await portal.services.write.send(draft, from: InquiryPortal.origin)
        let office = portal.services.routing.newMailbox(
            try #require(EmailAddress("office@cedar.example")), LocalizedText(en: "Office"), replyHours: 8)
        try await portal.small.database.write { try $0.save(InquiryRouting(mailboxes: [office]), of: "cedar-college") }
        _ = try await portal.services.confirm(try await portal.link(to: "ana@plant.example"))
        #expect(try await portal.mails().filter { $0.kind == "inquiryReceived" }.map(\.recipient) == shown)
    }

    @Test func `somebody who writes to everybody is stopped, and a neighbour is not`() async throws {
        let portal = try await InquiryPortal()
        var sent = 0
        do {
            for _ in 0..<30 {
                try await portal.services.write.send(try await portal.draft(["weld"]), from: InquiryPortal.origin)
                sent += 1
            }
        } catch InquiryError.tooMany {}
        #expect(sent == 10)
        let neighbour = SignInOrigin(address: "198.51.100.9", userAgent: "")
        try await portal.services.write.send(try await portal.draft(["weld"], email: "luc@mill.example"), from: neighbour)
        portal.small.watch.advance(hours: 24)
        try await portal.services.write.send(try await portal.draft(["weld"]), from: InquiryPortal.origin)
    }

    @Test func `an erased inquiry leaves nothing, its waiting mail included`() async throws {
        let portal = try await InquiryPortal()
        let status = try await portal.sent()
        try await portal.services.follow.erase(status)
        #expect(try await portal.mails().isEmpty)
        await #expect(throws: InquiryError.gone) { try await portal.services.follow(status) }
    }

    @Test func `the time that replies take is a figure once there are five`() async throws {
        let portal = try await InquiryPortal()
        for number in 1...5 {
            let status = try await portal.sent(["weld"])
            portal.small.watch.advance(hours: number)
            let mail = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" })
            #expect(
                try await portal.receive(try #require(mail.replyTo), "Yes.", id: "r\(number)", from: "office@cedar.example") == .recorded)
            _ = status
            let shown = try await portal.services.write.find(try await portal.draft(["weld"])).recipients.first?.medianReplyHours
            #expect(shown == (number < 5 ? nil : 3))
        }
    }

    @Test func `reminders go when they are due, once, and not where somebody has replied`() async throws {
        let portal = try await InquiryPortal()
        try await portal.manager()
        _ = try await portal.sent(["weld", "oak-1"])
        #expect(try await portal.services.remind() == 0)
        let oak = try #require(try await portal.mails().last { $0.kind == "inquiryReceived" && $0.recipient == "team@portal.example" })
        #expect(try await portal.receive(try #require(oak.replyTo), "Hello", id: "a", from: "x@oak.example") == .recorded)
        portal.small.watch.advance(hours: 49)
        #expect(try await portal.services.remind() == 1)
        #expect(try await portal.services.remind() == 0)
        portal.small.watch.advance(hours: 72)
        #expect(try await portal.services.remind() == 1)
        let kinds = try await portal.mails().suffix(2).map(\.kind)
        #expect(kinds == ["inquiryReminder", "inquiryEscalation"])
        #expect(try await portal.mails().last?.recipient == "max@cedar.example")
    }
}
