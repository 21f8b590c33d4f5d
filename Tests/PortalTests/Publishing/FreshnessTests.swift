import Domain
import Portal
import Storage
import Synchronization
import Testing

/// Reminders, confirmation by link, and the look at links.
@Suite struct FreshnessTests {
    private static let cedar = PublishingPortal.cedar

    private struct Letters: LetterWriting {
        func mail(_ letter: Letter, at now: Timestamp) -> OutgoingMail {
            let text = ([letter.link ?? ""] + letter.list).joined(separator: "\n")
            return OutgoingMail(
                id: OutgoingMail.ID(UUIDv7.make(at: now)), kind: letter.kind, recipient: letter.recipient, language: letter.language,
                subject: letter.values["count"] ?? "", text: text, html: text)
        }
    }

    private struct Addresses: ReminderAddresses {
        func confirmation(_ token: String, in language: Language) -> String { token }
    }

    private func reminders(_ portal: PublishingPortal) -> RemindStaff {
        RemindStaff(
            desk: portal.desk, secrets: portal.accounts.secrets, reminders: ReminderSettings(), letters: Letters(), addresses: Addresses())
    }

    private func byLink(_ portal: PublishingPortal) -> ConfirmByLink {
        ConfirmByLink(desk: portal.desk, secrets: portal.accounts.secrets, reminders: ReminderSettings())
    }

    private func reminded(_ portal: PublishingPortal, _ name: String) async throws -> [String] {
        try await portal.accounts.mail(to: portal.accounts.email(name)).filter { $0.kind == "confirmation" }.map(\.text)
    }

    @Test func `each editor gets one mail with the list, once a month, and nobody else does`() async throws {
        let portal = try await PublishingPortal()
        let today = portal.desk.today
        try await portal.accounts.person("Vera", Membership(.viewer, at: Self.cedar)!)
        try await portal.found(
            .small("never", title: "Never"), Program.small("old", title: "Old").with { $0.lastConfirmed = today.adding(days: -200) },
            Program.small("fresh", title: "Fresh").with { $0.lastConfirmed = today.adding(days: -100) }, .small("draft", state: .draft))
        #expect(try await reminders(portal)() == 2)
        #expect(try await reminded(portal, "Vera") == [])
        let mail = try #require(try await reminded(portal, "Ana").first)
        #expect(mail.split(separator: "\n").dropFirst() == ["Never", "Old"])
        #expect(try await reminders(portal)() == 0)
        portal.accounts.watch.advance(seconds: 31 * 86_400)
        #expect(try await reminders(portal)() == 2)
    }

    @Test func `without months to wait nobody is asked`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("never"))
        let off = RemindStaff(
            desk: portal.desk, secrets: portal.accounts.secrets, reminders: ReminderSettings(months: 0), letters: Letters(),
            addresses: Addresses())
        #expect(try await off() == 0)
    }

    @Test func `six months before the last of August is the last of February`() {
        #expect(ReminderSettings(months: 6).due(CalendarDate("2027-08-31")!) == CalendarDate("2027-02-28"))
        #expect(ReminderSettings(months: 6).due(CalendarDate("2027-03-15")!) == CalendarDate("2026-09-15"))
        #expect(ReminderSettings(months: 13).due(CalendarDate("2027-01-31")!) == CalendarDate("2025-12-31"))
    }

    @Test func `to look at the link's page confirms nothing; the button confirms what is ticked`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("a"), .small("b"))
        try await reminders(portal)()
        let token = try #require(try await reminded(portal, "Ana").first?.split(separator: "\n").first.map(String.init))
        let asked = try await byLink(portal).look(token)
        #expect(asked.programs.map(\.id) == ["a", "b"] && asked.account.name == "Ana")
        #expect(portal.inCatalogue("a")?.lastConfirmed == nil)
        #expect(try await byLink(portal)(token, ["a", "no such program"]) == 1)
        #expect(portal.inCatalogue("a")?.lastConfirmed == portal.desk.today && portal.inCatalogue("b")?.lastConfirmed == nil)
        #expect(try await portal.history("a").first?.actor == .account(portal.ana.account.id))
        #expect(try await portal.history("a").map(\.act) == [.confirmed, .found])
        #expect(try await byLink(portal).look(token).programs.map(\.id) == ["b"])
    }

    @Test func `a link is worth nothing when it was altered, is too old, or its owner is gone`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("a"))
        try await reminders(portal)()
        let token = try #require(try await reminded(portal, "Ana").first?.split(separator: "\n").first.map(String.init))
        let parts = token.split(separator: ".").map(String.init)
        let others = ConfirmationToken(account: portal.luc.account.id, institution: Self.cedar, expiresAt: Timestamp(milliseconds: .max))
        let forged = [others.text(.random()), parts[0] + ".YmlyY2gtY29sbGVnZQ." + parts[2] + "." + parts[3], "", "a.b.c", token + "0"]
        for text in forged {
            await #expect(throws: ConfirmByLink.Failure.gone, "\(text)") { try await byLink(portal).look(text) }
            await #expect(throws: ConfirmByLink.Failure.gone) { try await byLink(portal)(text, ["a"]) }
        }
        let boss = try await portal.accounts.person("Olive", Membership(.operator)!)
        try await portal.accounts.accounts.suspend(portal.ana.account.id, by: boss)
        await #expect(throws: ConfirmByLink.Failure.gone) { try await byLink(portal)(token, ["a"]) }
        let lucs = try #require(try await reminded(portal, "Luc").first?.split(separator: "\n").first.map(String.init))
        _ = try await byLink(portal).look(lucs)
        portal.accounts.watch.advance(seconds: 31 * 86_400)
        await #expect(throws: ConfirmByLink.Failure.gone) { try await byLink(portal).look(lucs) }
        #expect(portal.inCatalogue("a")?.lastConfirmed == nil)
    }

    /// Sites as a table, and what was asked of them.
    private final class Sites: LinkLooking {
        let asked = Mutex<[String]>([])

        func look(at address: String) async -> (outcome: LinkCheck.Outcome, status: Int) {
            asked.withLock { $0.append(address) }
            return address.hasSuffix("/gone") ? (.gone, 404) : (.fine, 200)
        }
    }

    @Test func `addresses of published programs are looked at in turns, and dead is what was gone twice`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(
            .small("a", url: "https://one.example/a"), .small("b", url: "https://one.example/gone"),
            .small("c", url: "https://two.example/c"),
            .small("d", state: .draft, url: "https://three.example/d"))
        let sites = Sites()
        let check = CheckLinks(database: portal.accounts.database, looking: sites, clock: portal.accounts.watch.clock)
        #expect(try await check() == (3, 0))
        #expect(sites.asked.withLock { $0 } == ["https://one.example/a", "https://two.example/c", "https://one.example/gone"])
        #expect(try await check() == (0, 0))
        portal.accounts.watch.advance(seconds: 90_000)
        #expect(try await check() == (1, 1))
        let troubled = try await portal.publishing.links(of: Self.cedar)
        #expect(troubled.map(\.program) == ["b"] && troubled.first?.check.isDead == true && troubled.first?.check.status == 404)
        portal.accounts.watch.advance(seconds: 15 * 86_400)
        #expect(try await check().looked == 3)
    }
}
