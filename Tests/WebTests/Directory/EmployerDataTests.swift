import Domain
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// Everything under an address: asked for by mail, taken along, erased.
@Suite struct EmployerDataTests {
    private func ask(_ portal: ConsolePortal, _ email: String = DirectoryVisitor.address) async throws -> Answer {
        try await portal.client.post("/en/employers/my-data", [("email", email)])
    }

    /// An employer with an entry, a message, an inquiry and a request.
    private func known(_ portal: ConsolePortal) async throws {
        let employer = DirectoryVisitor(portal: portal)
        _ = try await employer.listed()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        _ = try await editor.post(DirectoryVisitor.outreach, DirectoryVisitor.message(try await employer.entry(), act: "send"))
        _ = try await portal.client.post(
            "/en/employers/not-found", [("wanted", "Programming robots"), ("email", DirectoryVisitor.address), ("job", "welder")])
        _ = try await portal.client.post(try #require(try await portal.mailedPath(to: DirectoryVisitor.address)))
        let inquiry = try await portal.inquiries.write.begin(
            programs: ["dementia"], institutions: [], purpose: .trainStaff, language: .en,
            from: SignInOrigin(address: "203.0.113.9", userAgent: ""))
        _ = try await portal.inquiries.write.save(inquiry) { inquiry in
            inquiry.message = "Twelve people"
            inquiry.name = "Ana"
            inquiry.organisation = "Northern Works"
            inquiry.email = EmailAddress(DirectoryVisitor.address)
        }
        try await portal.inquiries.write.send(inquiry, from: SignInOrigin(address: "203.0.113.9", userAgent: ""))
        _ = try await portal.client.post(try #require(try await portal.mailedPath(to: DirectoryVisitor.address)))
    }

    @Test func `the answer is the same for every address, and the mail says whether anything is held`() async throws {
        let portal = try await ConsolePortal()
        try await known(portal)
        let one = try await ask(portal)
        let other = try await ask(portal, "ann@works.example")
        #expect(one.status == 200 && other.status == 200)
        #expect(one.text.replacing("ana@", with: "ann@") == other.text)
        let rows = try await DirectoryVisitor(portal: portal).mails(to: "ann@works.example")
        #expect(try rows.map { try $0.text("kind") } == ["employerNothing"])
        #expect(try await portal.mailedPath(to: DirectoryVisitor.address)?.hasPrefix("/en/employers/my-data/") == true)
    }

    @Test func `the file holds everything under the address, as one JSON object`() async throws {
        let portal = try await ConsolePortal()
        try await known(portal)
        _ = try await ask(portal)
        let link = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        #expect(try await portal.client.get(link).status == 200)
        let answer = try await portal.client.post(link, [("act", "export")])
        #expect(answer.header("Content-Type")?.hasPrefix("application/json") == true)
        #expect(answer.header("Content-Disposition")?.hasPrefix("attachment") == true)
        let file = try answer.object()
        #expect(file["address"] as? String == DirectoryVisitor.address)
        #expect((file["directoryEntry"] as? [String: Any])?["organisation"] as? String == "Northern Works")
        #expect((file["messagesFromInstitutions"] as? [[String: Any]])?.first?["text"] as? String == "We plan\na course.")
        #expect((file["inquiries"] as? [[String: Any]])?.first?["message"] as? String == "Twelve people")
        #expect((file["requests"] as? [[String: Any]])?.first?["wanted"] as? String == "Programming robots")
        #expect((file["consents"] as? [[String: Any]])?.compactMap { $0["purpose"] as? String }.sorted() == ["directory", "inquiry"])
    }

    @Test func `erasing leaves nothing that tells who, and the link is used up`() async throws {
        let portal = try await ConsolePortal()
        try await known(portal)
        _ = try await ask(portal)
        let link = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        #expect(try await portal.client.post(link, [("act", "erase")]).status == 200)
        for act in ["export", "erase"] { #expect(try await portal.client.post(link, [("act", act)]).status == 410) }
        let counts = try await portal.database.read { connection in
            [
                try connection.query("SELECT 1 FROM directory_entry").count, try connection.query("SELECT 1 FROM outreach_letter").count,
                try connection.query("SELECT 1 FROM inquiry").count, try connection.query("SELECT 1 FROM inquiry_delivery").count,
                try connection.query("SELECT 1 FROM need_request").count, try connection.query("SELECT 1 FROM consent_subject").count,
                try connection.query("SELECT 1 FROM employer_data_link").count,
                try connection.query("SELECT 1 FROM outbox WHERE recipient = ?", [.text(DirectoryVisitor.address)]).count,
            ]
        }
        #expect(counts == [0, 0, 0, 0, 0, 0, 0, 0])
        // The lines are there, and are about nobody.
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM consent_record").count } == 4)
        #expect(try await DirectoryVisitor(portal: portal).consents() == [])
    }

    @Test func `what somebody else typed under an address is neither shown nor kept from being erased`() async throws {
        let portal = try await ConsolePortal()
        _ = try await DirectoryVisitor(portal: portal).join()
        let email = try #require(EmailAddress(DirectoryVisitor.address))
        let data = try #require(portal.services.directory).data
        let file = String(decoding: try await data.export(of: email, in: .en), as: UTF8.self)
        #expect(!file.contains("Northern Works"))
        try await data.erase(email, by: .operator)
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM directory_entry").count } == 0)
    }

    @Test func `a link lasts an hour, only the latest opens, and three mails a day go to an address`() async throws {
        let portal = try await ConsolePortal()
        try await known(portal)
        _ = try await ask(portal)
        let first = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        _ = try await ask(portal)
        let second = try #require(try await portal.mailedPath(to: DirectoryVisitor.address))
        #expect(try await portal.client.get(first).status == 410)
        #expect(try await portal.client.get(second).status == 200)
        portal.watch.advance(seconds: 3_600)
        #expect(try await portal.client.get(second).status == 410)
        #expect(try await ask(portal).status == 200)
        #expect(try await ask(portal).status == 429)
        #expect(try await ask(portal, "none").status == 400)
    }
}
