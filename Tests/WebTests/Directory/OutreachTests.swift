import Domain
import HTTPTypes
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// Institutions write to employers of the directory: chosen, seen before it goes, sent, refused, ended.
@Suite struct OutreachTests {
    private let portal: ConsolePortal
    private let employer: DirectoryVisitor
    private let editor: SignedInVisitor

    init() async throws {
        portal = try await ConsolePortal()
        employer = DirectoryVisitor(portal: portal)
        editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
    }

    private func send(
        _ entries: String..., act: String = "send", by visitor: SignedInVisitor? = nil, at path: String = DirectoryVisitor.outreach
    )
        async throws -> Answer
    {
        let fields = entries.map { ("entry", $0) } + DirectoryVisitor.message(act: act)
        return try await (visitor ?? editor).post(path, fields)
    }

    @Test func `the directory is found by words, interest, industry and region, and shows no address`() async throws {
        _ = try await employer.listed()
        for query in ["", "?q=robots+works", "?interest=train-staff", "?industry=62", "?q=ANA&industry=62"] {
            let page = try await editor.get(DirectoryVisitor.board + query)
            #expect(page.status == 200 && page.text.contains("Northern Works") && !page.text.contains("works.example"), "\(query)")
        }
        for query in ["?q=nothing", "?interest=work-placements", "?q=ana%40works"] {
            #expect(!(try await editor.get(DirectoryVisitor.board + query).text.contains("Northern Works")), "\(query)")
        }
    }

    @Test func `the preview shows the mail, sends nothing and holds no key and no address of the employer`() async throws {
        let own = try await employer.listed()
        let entry = try await employer.entry()
        let form = try await editor.get(DirectoryVisitor.outreach + "?entry=\(entry)")
        #expect(form.status == 200 && form.text.contains("Northern Works") && !form.text.contains("works.example"))
        let preview = try await send(entry, act: "preview")
        #expect(preview.status == 200)
        #expect(preview.text.contains("1 Main Street, Hearst") && preview.text.contains(portal.email("Edith")))
        #expect(preview.text.contains("Edith") && !preview.text.contains("works.example"))
        #expect(!preview.text.contains(own.split(separator: "/").last ?? "-"))
        let end = try #require(preview.text.firstMatch(of: /\/fr\/desabonnement\/[\w-]{43}/))
        #expect(try await portal.client.post(String(end.output), headers: [:]).status == 410)
        #expect(try await employer.mails().count == 2)
    }

    @Test func `a message goes out in the employer's language, with who sends it, where answers go, and one click to end it`() async throws
    {
        let own = try await employer.listed()
        #expect(try await send(try await employer.entry()).status == 200)
        let mail = try #require(try await employer.mails().last)
        let text = try mail.text("text_body")
        #expect(try mail.text("kind") == "outreach" && mail.text("language") == "fr")
        #expect(try mail.text("reply_to") == portal.email("Edith"))
        #expect(text.contains("We plan\na course.") && text.contains("1 Main Street, Hearst") && text.contains("Edith"))
        #expect(text.contains("répertoire des employeurs"))
        #expect(!text.contains(own.split(separator: "/").last ?? "-"), "whoever answers would send the private page's key along")
        let end = try await employer.unsubscribe()
        #expect(end.wholeMatch(of: /\/fr\/desabonnement\/[\w-]{43}/) != nil)
        let page = try await editor.get(DirectoryVisitor.board)
        #expect(page.text.contains("Welding in May") && !page.text.contains("works.example"))
        #expect(try await portal.client.get(own).text.contains("Welding in May"))
    }

    @Test func `once in thirty days an institution writes to an employer, and is told whom it did not reach`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        _ = try await send(entry)
        let again = try await send(entry, "nobody")
        #expect(again.status == 200)
        #expect(try again.markup().all("li").contains { $0.text.contains("Northern Works") })
        #expect(try await employer.mails().count == 3)
        portal.watch.advance(seconds: 30 * 86_400)
        // Two weeks are the longest a session lasts.
        let other = try await portal.person("Emil", Membership(.editor, at: ConsolePortal.institution)!)
        _ = try await send(entry, by: other)
        #expect(try await employer.mails().count == 4)
    }

    @Test func `who said no between the preview and the sending gets nothing, and the sender is told`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        _ = try await send(entry)
        portal.watch.advance(seconds: 30 * 86_400)
        let other = try await portal.person("Emil", Membership(.editor, at: ConsolePortal.institution)!)
        #expect(try await send(entry, act: "preview", by: other).text.contains("value=\"send\""))
        #expect(try await portal.client.post(try await employer.unsubscribe(), headers: [:]).status == 200)
        let answer = try await send(entry, by: other)
        #expect(answer.status == 200 && answer.text.contains("Northern Works"))
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM outreach_letter").count } == 1)
    }

    @Test func `two who send at the same moment reach an employer once`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        let other = try await portal.person("Emil", Membership(.editor, at: ConsolePortal.institution)!)
        async let first = send(entry)
        async let second = send(entry, by: other)
        let statuses = try await [first.status, second.status]
        #expect(statuses == [200, 200])
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM outreach_delivery").count } == 1)
        #expect(try await employer.mails().count == 3)
    }

    @Test func `one click ends an institution's mail without a session and from anywhere, any number of times`() async throws {
        _ = try await employer.listed()
        _ = try await send(try await employer.entry())
        let end = try await employer.unsubscribe()
        // Programs that examine mail follow links.
        #expect(try await portal.client.get(end).status == 200)
        #expect(try await employer.consents() == ["directory given link"])
        let body = Array("List-Unsubscribe=One-Click".utf8)
        let parts = Array("--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n".utf8)
        let form = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site"]
        #expect(try await portal.client.send(.post, end, headers: form, body: body).status == 200)
        let multipart = ["Content-Type": "multipart/form-data; boundary=x", "Origin": "https://mail.example"]
        #expect(try await portal.client.send(.post, end, headers: multipart, body: parts).status == 200)
        #expect(try await portal.client.send(.post, end).status == 200)
        #expect(try await employer.consents() == ["directory given link", "outreach withdrawn one-click"])
        #expect(!(try await editor.get(DirectoryVisitor.board).text.contains("Northern Works")))
        // What waited in the outbox is taken back.
        #expect(try await employer.mails().count == 2)
        let neighbour = try await portal.person("Nora", Membership(.editor, at: ConsolePortal.neighbour)!)
        #expect(try await neighbour.get("/en/console/institutions/ecole-du-fer/employers").text.contains("Northern Works"))
    }

    @Test func `an employer may let an institution write again, or end everything from a message`() async throws {
        let own = try await employer.listed()
        _ = try await send(try await employer.entry())
        let end = try await employer.unsubscribe()
        _ = try await portal.client.post(end, [("choice", "institution")])
        #expect(try await portal.client.get(own).text.contains("value=\"allow\""))
        #expect(try await portal.client.post(own, [("act", "allow"), ("institution", "northern-lakes")]).status == 303)
        #expect(try await editor.get(DirectoryVisitor.board).text.contains("Northern Works"))
        #expect(try await portal.client.post(end, [("choice", "everybody")]).status == 200)
        #expect(try await portal.client.get(own).status == 410)
        #expect(try await portal.client.get(end).status == 410)
        #expect(try await employer.consents().contains("directory withdrawn link"))
    }

    @Test func `nobody writes as another institution, and viewers write as none`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        let viewer = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        #expect(try await send(entry, by: viewer).status == 403)
        #expect(try await send(entry, at: "/en/console/institutions/ecole-du-fer/outreach").status == 403)
        #expect(try await employer.mails().count == 2)
        #expect(!(try await viewer.get(DirectoryVisitor.board).text.contains("type=\"checkbox\"")))
    }

    @Test func `mistakes are sentences, and what was typed is kept`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        for field in ["subject", "text", "postal"] {
            let fields = [("entry", entry)] + DirectoryVisitor.message(act: "preview").filter { $0.0 != field }
            let answer = try await editor.post(DirectoryVisitor.outreach, fields)
            #expect(answer.status == 400)
            #expect(try answer.markup().all("p").contains { $0["id"] == "\(field)-error" }, "\(field)")
        }
        let many = (0...SendOutreach.mostAtOnce).map { ("entry", "e\($0)") } + DirectoryVisitor.message(act: "send")
        #expect(try await editor.post(DirectoryVisitor.outreach, many).status == 400)
        #expect(try await employer.mails().count == 2)
    }

    @Test func `a subject cannot add a header, and a name no line`() async throws {
        _ = try await employer.listed()
        let fields = [
            ("entry", try await employer.entry()), ("subject", "Hello\r\nBcc: x@evil.example"), ("text", "Text"),
            ("postal", "1 Main\r\nHearst"), ("act", "send"),
        ]
        #expect(try await editor.post(DirectoryVisitor.outreach, fields).status == 200)
        let subject = try #require(try await employer.mails().last).text("subject")
        #expect(!subject.contains("\n") && !subject.contains("\r"))
    }

    @Test func `an operator takes abuse out, and reads what an address agreed to`() async throws {
        _ = try await employer.listed()
        let entry = try await employer.entry()
        let operating = try await portal.person("Olive", Membership(.operator)!)
        let list = try await operating.get("/en/console/portal/employers")
        #expect(list.text.contains("Northern Works") && !list.text.contains("works.example"))
        #expect(try await editor.post("/en/console/portal/employers", [("entry", entry)]).status == 403)
        #expect(try await operating.post("/en/console/portal/employers", [("entry", entry)]).status == 303)
        #expect(try await operating.post("/en/console/portal/employers", [("entry", entry)]).status == 404)
        let ledger = try await operating.post("/en/console/portal/consents", [("email", DirectoryVisitor.address)])
        #expect(try ledger.markup().contains(text: "Taken out") && ledger.text.contains("2026-11"))
        #expect(try await operating.post("/en/console/portal/consents", [("email", "x")]).status == 400)
        let nobody = try await operating.post("/en/console/portal/consents", [("email", "else@works.example")])
        #expect(try nobody.markup().contains(text: "Nothing is known"))
    }
}
