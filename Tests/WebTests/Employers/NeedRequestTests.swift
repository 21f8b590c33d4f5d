import Domain
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// What was not found: asked for, verified, shown without a name, answered, introduced, withdrawn.
@Suite struct NeedRequestTests {
    private static let address = "ana@works.example"
    private static let wanted = "Program welding robots on night shifts"

    private func ask(_ portal: ConsolePortal, _ more: [(String, String)] = [], email: String = address) async throws -> Answer {
        try await portal.client.post(
            "/en/employers/not-found",
            [("wanted", Self.wanted), ("email", email), ("organisation", "Northern Works"), ("people", "12"), ("job", "welder")] + more)
    }

    private func board(_ visitor: SignedInVisitor) async throws -> Markup {
        try await visitor.get("/en/console/institutions/northern-lakes/unmet-need").markup()
    }

    private func asked(_ portal: ConsolePortal) async throws -> String {
        #expect(try await ask(portal).status == 200)
        return try #require(try await portal.mailedPath(to: Self.address))
    }

    /// The request's place in the path of the page that answers it.
    private func pledgePath(_ board: Markup) throws -> String {
        try #require(board.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/en/console/institutions/northern-lakes/unmet-need/") })
    }

    @Test func `a request is seen by nobody before its address is verified, and looking does not verify`() async throws {
        let portal = try await ConsolePortal()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        let link = try await asked(portal)
        #expect(try await portal.client.get(link).status == 200)
        #expect(!(try await board(editor).contains(text: Self.wanted)))
        #expect(try await portal.client.post(link).status == 303)
        let page = try await board(editor)
        #expect(page.contains(text: Self.wanted) && page.contains(text: "Welders and related machine operators"))
        #expect(!page.contains(text: "Northern Works") && !page.contains(text: Self.address))
    }

    @Test func `an institution answers, the employer is told and may be named to it alone, once`() async throws {
        let portal = try await ConsolePortal()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        let neighbour = try await portal.person("Nora", Membership(.editor, at: ConsolePortal.neighbour)!)
        let link = try await asked(portal)
        _ = try await portal.client.post(link)
        let path = try pledgePath(try await board(editor))
        #expect(try await editor.post(path, [("program", "dementia"), ("note", "Call us.")]).status == 303)
        let introduction = try #require(try await portal.mailedPath(to: Self.address))
        #expect(introduction.hasPrefix("/en/employers/introductions/"))
        #expect(try await portal.client.get(introduction).status == 200)
        #expect(!(try await board(editor).contains(text: Self.address)))
        #expect(try await portal.client.post(introduction).status == 200)
        #expect(try await portal.client.post(introduction).status == 410)
        #expect(try await board(editor).contains(text: Self.address))
        #expect(try await board(editor).contains(text: "Northern Works"))
        let others = try await neighbour.get("/en/console/institutions/ecole-du-fer/unmet-need").markup()
        #expect(others.contains(text: Self.wanted) && !others.contains(text: Self.address) && !others.contains(text: "Northern Works"))
        #expect(try await portal.mailedPath(to: portal.email("Edith")) == "/en/console/institutions/northern-lakes/unmet-need")
    }

    @Test func `withdrawing erases the request and its answers`() async throws {
        let portal = try await ConsolePortal()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        let link = try await asked(portal)
        let confirmed = try await portal.client.post(link)
        let own = try #require(confirmed.header("Location"))
        _ = try await editor.post(
            try pledgePath(try await board(editor)), [("planned", "Robots for welders"), ("ready-on", "2027-02-01")])
        #expect(try await portal.client.get(own).markup().contains(text: "Robots for welders"))
        #expect(try await portal.client.post(own).status == 200)
        #expect(try await portal.client.get(own).status == 410)
        let rows = try await portal.database.read { connection in
            try ["need_request", "need_request_target", "need_pledge"].map { table in
                try connection.query(
                    table == "need_pledge"
                        ? "SELECT 1 FROM need_pledge"
                        : table == "need_request" ? "SELECT 1 FROM need_request" : "SELECT 1 FROM need_request_target"
                ).count
            }
        }
        #expect(rows == [0, 0, 0])
    }

    @Test func `times are kept: three days for the link, half a year for the request`() async throws {
        let portal = try await ConsolePortal()
        let link = try await asked(portal)
        portal.watch.advance(seconds: 3 * 86_400)
        #expect(try await portal.client.get(link).status == 410)
        #expect(try await portal.services.needs?.eraseExpired() == 1)
        let second = try await asked(portal)
        let own = try #require(try await portal.client.post(second).header("Location"))
        portal.watch.advance(seconds: 179 * 86_400)
        #expect(try await portal.client.get(own).status == 200)
        portal.watch.advance(seconds: 86_400)
        #expect(try await portal.client.get(own).status == 410)
    }

    @Test func `without an address only codes are counted, and no word is kept`() async throws {
        let portal = try await ConsolePortal()
        let answer = try await ask(portal, [("need", "skill:welding")], email: "")
        #expect(answer.status == 200)
        #expect(try answer.markup().contains(text: "Your words were not kept"))
        #expect(try await portal.database.read { try $0.query("SELECT 1 FROM need_request").count } == 0)
    }

    @Test func `mistakes are sentences beside their fields, and what was typed is kept`() async throws {
        let portal = try await ConsolePortal()
        let answer = try await portal.client.post(
            "/en/employers/not-found", [("wanted", "Robots"), ("email", "not an address"), ("people", "many"), ("organisation", "Works")])
        #expect(answer.status == 400)
        let page = try answer.markup()
        #expect(page.withID("email-error") != nil && page.withID("people-error") != nil)
        #expect(page.withID("wanted")?.text.contains("Robots") == true && page.withID("organisation")?["value"] == "Works")
        let nothing = try await portal.client.post("/en/employers/not-found", [("wanted", "Robots")])
        #expect(nothing.status == 400)
        #expect(try nothing.markup().withID("job-error") != nil)
    }

    @Test func `three requests a day for an address, twenty an hour from a network`() async throws {
        let portal = try await ConsolePortal()
        for _ in 0..<3 { #expect(try await ask(portal).status == 200) }
        #expect(try await ask(portal).status == 400)
        // The refused one counts for the network as well.
        for number in 0..<16 { #expect(try await ask(portal, email: "n\(number)@works.example").status == 200) }
        #expect(try await ask(portal, email: "third@works.example").status == 429)
        portal.watch.advance(seconds: 3_601)
        #expect(try await ask(portal, email: "third@works.example").status == 200)
    }

    @Test func `an answer needs a published program of one's own, or a plan with a day to come`() async throws {
        let portal = try await ConsolePortal()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        let viewer = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        _ = try await portal.client.post(try await asked(portal))
        let path = try pledgePath(try await board(editor))
        for fields in [
            [], [("program", "soudage")], [("planned", "Robots")], [("planned", "Robots"), ("ready-on", "2020-01-01")],
            [("planned", "Robots"), ("ready-on", "2099-01-01")], [("program", "dementia"), ("note", String(repeating: "a", count: 601))],
        ] {
            let answer = try await editor.post(path, fields)
            #expect(answer.status == 400, "\(fields)")
            #expect(try !answer.markup().withClass("field-error").isEmpty)
        }
        #expect(try await viewer.post(path, [("program", "dementia")]).status == 403)
        #expect(try await viewer.get(path).status == 200)
    }

    @Test func `numbers below five are not told, and words are told from five people on`() async throws {
        let portal = try await ConsolePortal()
        let viewer = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        let today = portal.services.settings.day(at: portal.watch.now)
        let few = UnmetNeed(day: today, occupation: .welder, target: .technology("autocad"), region: nil, count: 4, source: .postings)
        let many = UnmetNeed(
            day: today, occupation: .nurseAide, target: .technology("meditech"), region: "3590", count: 3, source: .postings)
        let planned = UnmetNeed(day: today, occupation: .nurseAide, target: .technology("meditech"), region: nil, count: 2)
        try await UnmetNeedStore(portal.database).add([few, many, planned])
        try await ActivityStore(portal.database).add(
            [("robot school", 5), ("ana lopez", 4)].map { words, visitors in
                ActivityCount(
                    day: today, kind: "search-without-result", subject: words, language: .en, count: 9, visitors: visitors)
            })
        let page = try await board(viewer)
        #expect(page.contains(text: "MEDITECH") && !page.contains(text: "AutoCAD"))
        #expect(page.contains(text: "robot school") && !page.contains(text: "ana lopez"))
        let region = try await viewer.get("/en/console/institutions/northern-lakes/unmet-need?region=3590").markup()
        #expect(!region.contains(text: "MEDITECH"))
    }

    @Test func `hostile words stay words`() async throws {
        let portal = try await ConsolePortal()
        let editor = try await portal.person("Edith", Membership(.editor, at: ConsolePortal.institution)!)
        let answer = try await portal.client.post(
            "/en/employers/not-found",
            [
                ("wanted", "</blockquote><script>alert(1)</script>\u{0}\nBcc: x@y.example"), ("email", Self.address),
                ("need", "skill:welding"), ("occupation", "72106"), ("region", "'; DROP TABLE need_request"),
            ])
        #expect(answer.status == 200)
        let link = try #require(try await portal.mailedPath(to: Self.address))
        _ = try await portal.client.post(link)
        let page = try await board(editor)
        #expect(page.contains(text: "alert(1)"))
        #expect(!page.all("script").contains { $0.text.contains("alert") })
    }
}
