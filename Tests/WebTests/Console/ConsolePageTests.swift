import Domain
import HTTPTypes
import Portal
import Testing
import Web

/// What every page of accounts and consoles has, and what the pages of staff and accounts do.
@Suite struct ConsolePageTests {
    private static let editor = Membership(.editor, at: ConsolePortal.institution)!
    private static let manager = Membership(.manager, at: ConsolePortal.institution)!

    /// Every page that is read, as an operator sees it and as the public sees those before signing in.
    private func pages(_ portal: ConsolePortal) async throws -> [(path: String, answer: Answer)] {
        let member = try await portal.person("Member", Self.editor)
        let visitor = try await portal.person("Olive", Membership(.operator)!)
        // So that there is a history to look at.
        _ = try await visitor.post("/en/console/institutions/northern-lakes/programs/dementia/confirmation")
        let (job, key) = try await exchanged(portal, by: visitor)
        let (inquiry, request) = try await asked(portal, by: visitor)
        var found: [(path: String, answer: Answer)] = []
        for listing in portal.application.routes() where listing.method == .get {
            let isOpen = ["/account/", "/compte/"].contains { listing.path.contains($0) } && !listing.path.contains("{")
            guard listing.need != nil || isOpen else { continue }
            let isOfInstitution = if case .institution? = listing.need { true } else { false }
            let id =
                switch listing.path {
                case let path where path.contains("/portal/institutions") || path.contains("/portail/etablissements"): "northern-lakes"
                case let path where path.contains("/portal/lists") || path.contains("/portail/listes"): "health"
                case let path where path.contains("/portal/pages") || path.contains("/portail/pages"): "privacy"
                default: isOfInstitution ? "northern-lakes" : member.account.id.rawValue
                }
            let path = listing.path.replacing("{id}", with: id).replacing("{language}", with: "fr")
                .replacing("{member}", with: member.account.id.rawValue).replacing("{program}", with: "dementia")
                .replacing("{version}", with: "1").replacing("{job}", with: job).replacing("{key}", with: key)
                .replacing("{inquiry}", with: inquiry).replacing("{request}", with: request)
            let answer = listing.need == nil ? try await portal.client.get(path) : try await visitor.get(path)
            // A file to keep is no page.
            if answer.status != 303, answer.header("Content-Disposition") == nil { found.append((path, answer)) }
        }
        for language in Language.allCases {
            let path = Links(language).path(.invitation, id: SecretToken.random().text)
            found.append((path, try await portal.client.get(path)))
        }
        return found
    }

    /// An import with mistakes, and a key for the interface.
    private func exchanged(_ portal: ConsolePortal, by visitor: SignedInVisitor) async throws -> (job: String, key: String) {
        let exchange = try #require(portal.services.exchange)
        let person = try #require(try await portal.accounts.sessions.find(visitor.token))
        let file = "reference,title_en,url,hours\nA,One,https://x.example,12\nB,Two,nowhere,many\n"
        let job = try await exchange.imports.begin(Array(file.utf8), named: "programs.csv", at: ConsolePortal.institution, by: person)
        let run = RunImports(portal.services, exchange, clock: portal.watch.clock, logger: PortalClient.logger)
        while try await run.turn() {}
        let made = try await exchange.keys.make("Student system", .write, at: ConsolePortal.institution, by: person)
        return (job.rawValue, made.key.id.rawValue)
    }

    /// What employers asked the institution, and what one did not find.
    private func asked(_ portal: ConsolePortal, by visitor: SignedInVisitor) async throws -> (inquiry: String, request: String) {
        let employer = InquiryVisitor(portal: portal)
        _ = try await employer.send(["dementia"])
        _ = try await portal.client.post(
            "/en/employers/not-found", [("wanted", "Robots on night shifts"), ("email", "ana@works.example"), ("job", "welder")])
        _ = try await portal.client.post(try #require(try await portal.mailedPath(to: "ana@works.example")))
        let board = "/en/console/institutions/northern-lakes/unmet-need"
        let links = try await visitor.get(board).markup().all("a").compactMap { $0["href"] }
        let request = try #require(links.first { $0.hasPrefix(board + "/") })
        return (try await employer.delivery(), String(request.dropFirst(board.count + 1)))
    }

    @Test func `every page is whole, labelled, kept by nobody and told to no search engine`() async throws {
        let portal = try await ConsolePortal()
        let pages = try await pages(portal)
        #expect(pages.count >= 30)
        for (path, answer) in pages {
            #expect(answer.status == 200 || answer.status == 410, "\(path): \(answer.status)")
            #expect(answer.header("Cache-Control") == "no-store", "\(path)")
            let page = try answer.markup()
            #expect(page.meta("robots") == "noindex", "\(path)")
            #expect(page.first("html")?["lang"] == String(path.dropFirst().prefix(2)), "\(path)")
            #expect(page.all("h1").count == 1 && page.first("h1")?.text.isEmpty == false, "\(path)")
            let levels = page.elements.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
            for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(path) \(levels)") }
            let ids = page.elements.compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count, "\(path)")
            let labelled = Set(page.all("label").compactMap { $0["for"] })
            for field in page.elements where ["input", "select", "textarea"].contains(field.name) && field["type"] != "hidden" {
                #expect(labelled.contains(field["id"] ?? "") || field["aria-label"] != nil, "\(path) \(field.attributes)")
            }
            for element in page.elements {
                for name in ["for", "aria-labelledby", "aria-describedby"] {
                    for id in (element[name] ?? "").split(separator: " ") { #expect(ids.contains(String(id)), "\(path) \(id)") }
                }
                #expect(element["style"] == nil && !element.attributes.keys.contains { $0.hasPrefix("on") }, "\(path)")
            }
            for form in page.all("form") where form["method"] == "post" { #expect(form["action"]?.hasPrefix("/") == true) }
            let words = page.first("body")?.text ?? ""
            #expect(words.firstMatch(of: /\b(account|console|staff|accounts|audit|form|programs)\.[a-z]+[A-Za-z.]*\b/) == nil, "\(path)")
            #expect(words.firstMatch(of: /\{\w+\}/) == nil, "\(path)")
        }
    }

    @Test func `no page behind signing in is in the sitemap`() async throws {
        let portal = try await ConsolePortal()
        let sitemap = try await portal.client.get("/sitemap.xml").text
        #expect(!sitemap.contains("/account") && !sitemap.contains("/compte") && !sitemap.contains("/console"))
    }

    @Test func `the navigation shows what one may enter and no more`() async throws {
        let portal = try await ConsolePortal()
        func links(_ visitor: SignedInVisitor, _ path: String) async throws -> Set<String> {
            Set(try await visitor.get(path).markup().inside("nav").compactMap { $0["href"] })
        }
        let ana = try await portal.person("Ana", Self.editor)
        let max = try await portal.person("Max", Self.manager)
        let olive = try await portal.person("Olive", Membership(.operator)!)
        let (home, staff) = ("/en/console/institutions/northern-lakes", "/en/console/institutions/northern-lakes/staff")
        let (programs, review, freshness) = (home + "/programs", home + "/review", home + "/freshness")
        let (imports, keys, embed) = (home + "/imports", home + "/keys", home + "/embed")
        let forEditors: Set = [
            "/en/console", home, home + "/inquiries", programs, review, freshness, home + "/unmet-need", home + "/employers",
            home + "/figures", imports,
        ]
        #expect(try await links(ana, home) == forEditors)
        #expect(try await links(max, home) == forEditors.union([keys, embed, staff]))
        #expect(try await links(olive, home) == forEditors.union([keys, embed, staff]))
        #expect(try await links(max, "/en/console") == ["/en/console"])
        let portalPages = ["institutions", "lists", "look", "pages", "settings", "employers"].map { "/en/console/portal/" + $0 }
        let everywhere = ["/en/console", "/en/console/accounts", "/en/console/figures", "/en/console/tag-quality", "/en/console/log"]
        #expect(try await links(olive, "/en/console") == Set(everywhere + portalPages))
    }

    @Test func `somebody sees the institutions where they have a role, and an operator all`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let page = try await ana.get("/en/console").markup()
        #expect(page.inside("main").contains { $0["href"] == "/en/console/institutions/northern-lakes" })
        #expect(!page.inside("main").contains { $0["href"] == "/en/console/institutions/ecole-du-fer" })
        let olive = try await portal.person("Olive", Membership(.operator)!)
        #expect(
            try await olive.get("/en/console").markup().inside("main").contains { $0["href"] == "/en/console/institutions/ecole-du-fer" })
    }

    @Test func `a manager invites, changes a role and takes it away`() async throws {
        let portal = try await ConsolePortal()
        let max = try await portal.person("Max", Self.manager)
        let staff = "/en/console/institutions/northern-lakes/staff"
        let fields = [("name", "Ana"), ("email", portal.email("Ana")), ("role", "viewer"), ("language", "fr")]
        let wrong = try await max.post(staff, fields.map { $0.0 == "email" ? ("email", "ana at home") : $0 })
        #expect(wrong.status == 400)
        let again = try wrong.markup()
        #expect(again.withID("email")?["value"] == "ana at home" && again.withID("name")?["value"] == "Ana")
        #expect(try await max.post(staff, fields.map { $0.0 == "role" ? ("role", "operator") : $0 }).status == 400)
        #expect(try await max.post(staff, fields).header("Location") == staff + "?notice=invited")
        #expect(try await portal.mailedPath(to: portal.email("Ana"))?.hasPrefix("/fr/compte/invitation/") == true)
        let ana = try #require(try await portal.accounts.staff(of: ConsolePortal.institution).first { $0.account.name == "Ana" })
        let member = staff + "/\(ana.account.id)"
        #expect(try await max.post(member, [("role", "editor")]).header("Location") == staff + "?notice=role")
        #expect(try await max.post(member, [("role", "emperor")]).status == 400)
        #expect(try await portal.accounts.staff.member(ana.account.id)?.memberships == [Self.editor])
        #expect(try await max.post(member, [("role", "none")]).header("Location") == staff + "?notice=removed")
        #expect(try await max.get(member).status == 404)
        // Nobody changes their own role.
        #expect(try await max.post(staff + "/\(max.account.id)", [("role", "viewer")]).status == 403)
    }

    @Test func `an operator shuts an account, opens it again, and reads it in the log`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let olive = try await portal.person("Olive", Membership(.operator)!)
        let path = "/en/console/accounts/\(ana.account.id)"
        #expect(try await olive.post(path, [("act", "suspend")]).status == 303)
        #expect(try await ana.get("/en/console").status == 303)
        #expect(try await olive.get(path).markup().contains(text: "Suspended"))
        #expect(try await olive.post(path, [("act", "restore")]).status == 303)
        #expect(try await olive.post(path, [("act", "explode")]).status == 400)
        let log = try await olive.get("/en/console/log").markup()
        for words in ["Opened again", "Suspended", "Active → Suspended", "Ana", "Olive", "Command line"] {
            #expect(log.contains(text: words), "\(words)")
        }
        #expect(try await olive.post("/en/console/accounts/\(olive.account.id)", [("act", "suspend")]).status == 403)
    }

    @Test func `one's own account: name and language, password, address, sessions`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        #expect(
            try await ana.post("/en/account", [("name", "Ana Ève"), ("language", "fr")]).header("Location") == "/fr/compte?notice=changed")
        #expect(try await ana.post("/en/account", [("name", ""), ("language", "fr")]).status == 400)
        #expect(try await ana.get("/fr/compte").markup().withID("name")?["value"] == "Ana Ève")
        let sent = try await ana.post("/en/account/address", [("email", "ana@new.example"), ("current", ConsolePortal.password)])
        #expect(sent.header("Location") == "/en/account/address?sent=1")
        let path = try #require(try await portal.mailedPath(to: "ana@new.example"))
        #expect(path.hasPrefix("/fr/compte/nouvelle-adresse/"))
        let wrong = try await ana.post("/en/account/password", [("current", "wrong"), ("password", "a whole new sentence")])
        #expect(try wrong.status == 400 && wrong.markup().withID("current-error") != nil)
        let changed = try await ana.post(
            "/en/account/password", [("current", ConsolePortal.password), ("password", "a whole new sentence")])
        #expect(changed.header("Location") == "/en/account?notice=password" && changed.session != nil)
        #expect(try await ana.get("/en/account").status == 303)
        let confirmed = try await portal.client.post(path)
        #expect(confirmed.header("Location") == "/fr/compte/connexion?notice=newAddress")
        let next = try await portal.client.post(
            "/en/account/sign-in", [("email", "ana@new.example"), ("password", "a whole new sentence")])
        #expect(next.header("Location") == "/en/console")
        let cookie = "__Host-tremplin-session=\(try #require(next.session))"
        let page = try await portal.client.get("/en/account/sessions", headers: ["Cookie": cookie]).markup()
        #expect(page.inside("tbody").count { $0.name == "tr" } == 1 && page.contains(text: "This one"))
    }

    @Test func `the way to sign in stands at the foot of the public's pages`() async throws {
        let portal = try await ConsolePortal()
        #expect(try await portal.client.get("/fr").markup().inside("footer").contains { $0["href"] == "/fr/compte/connexion" })
    }
}
