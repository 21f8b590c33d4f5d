import Domain
import HTTPTypes
import Portal
import Testing
import Web

/// The console of those who run the portal, page by page.
@Suite struct OperatorConsoleTests {
    private static let institutions = "/en/console/portal/institutions"

    private struct Desk {
        let portal: ConsolePortal
        let ola: SignedInVisitor

        init() async throws {
            portal = try await ConsolePortal()
            ola = try await portal.person("Ola", Membership(.operator)!)
        }

        func upload(_ bytes: [UInt8], origin: String = "same-origin") async throws -> Answer {
            let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo\"\r\n\r\n"
            return try await portal.client.send(
                .post, "/en/console/portal/look/logo",
                headers: ["Cookie": ola.cookie, "Sec-Fetch-Site": origin, "Content-Type": "multipart/form-data; boundary=b"],
                body: Array(head.utf8) + bytes + Array("\r\n--b--\r\n".utf8))
        }
    }

    @Test func `an operator finds institutions, adds one, and what is wrong stands beside its field with what was typed`() async throws {
        let desk = try await Desk()
        let list = try await desk.ola.get(Self.institutions + "?q=LAC")
        #expect(list.text.contains("Northern Lakes College") && !list.text.contains("École du fer"))
        let refused = try await desk.ola.post(
            "/en/console/portal/new-institution",
            [("name-en", "Elm & \"Oak\""), ("kind", "college"), ("url", "elm.example"), ("city", "Elm")])
        #expect(
            refused.status == 400 && refused.text.contains("id=\"url-error\"")
                && refused.text.contains("value=\"Elm &amp; &quot;Oak&quot;\""))
        let made = try await desk.ola.post(
            "/en/console/portal/new-institution",
            [("name-en", "Elm Institute"), ("kind", "college"), ("url", "https://elm.example"), ("city", "Elm")])
        #expect(made.header("Location") == Self.institutions + "/elm-institute?notice=institutionMade")
        #expect(try await desk.portal.client.get("/en/institutions/elm-institute").status == 200)
        let page = try await desk.ola.get(Self.institutions + "/elm-institute")
        #expect(page.text.contains("/en/console/institutions/elm-institute/staff"))
    }

    @Test func `a merge is shown first, done when agreed to, and the old address leads on for good`() async throws {
        let desk = try await Desk()
        let path = Self.institutions + "/northern-lakes/merge"
        let choice = try await desk.ola.get(path)
        #expect(choice.text.contains("?into=ecole-du-fer"))
        let plan = try await desk.ola.get(path + "?into=ecole-du-fer")
        let mark = try #require(plan.text.firstMatch(of: /name="mark" value="([^"]+)"/)).output.1
        let stale = try await desk.ola.post(path, [("into", "ecole-du-fer"), ("mark", "x")])
        #expect(stale.status == 409 && stale.text.contains(mark))
        #expect(try await desk.portal.client.get("/en/institutions/northern-lakes").status == 200)
        let done = try await desk.ola.post(path, [("into", "ecole-du-fer"), ("mark", String(mark))])
        #expect(done.status == 303)
        for (address, target) in [
            ("/en/institutions/northern-lakes", "/en/institutions/ecole-du-fer"),
            ("/fr/etablissements/northern-lakes", "/fr/etablissements/ecole-du-fer"),
            ("/en/embed/northern-lakes", "/en/embed/ecole-du-fer"),
        ] {
            let answer = try await desk.portal.client.get(address)
            #expect(answer.status == 301 && answer.header("Location") == target)
        }
        for method in [HTTPRequest.Method.get, .put] {
            let answer = try await desk.portal.client.send(
                method, "/api/v1/institutions/northern-lakes/programs/W%201?lang=fr", headers: ["Content-Type": "application/json"],
                body: Array("{}".utf8))
            #expect(answer.status == 308)
            #expect(answer.header("Location") == "/api/v1/institutions/ecole-du-fer/programs/W%201?lang=fr")
        }
        #expect(try await desk.ola.get(path).status == 404)
    }

    @Test(arguments: [Language.en, .fr])
    func `a closed institution and its programs say so with 410; nothing of it can be changed until it is open`(
        language: Language
    ) async throws {
        let desk = try await Desk()
        let links = Links(language)
        let path = links.path(.consoleInstitutionClosure, id: "northern-lakes")
        #expect(try await desk.ola.get(path).status == 200)
        #expect(try await desk.ola.post(path, [("act", "close")]).status == 303)
        let page = try await desk.portal.client.get(links.path(.institution, id: "northern-lakes"))
        #expect(page.status == 410 && page.text.contains(language == .en ? "closed since" : "fermé depuis"))
        #expect(try await desk.portal.client.get(links.path(.program, id: "dementia")).status == 410)
        #expect(try await desk.portal.client.get(links.path(.program, id: "nothing")).status == 404)
        #expect(!(try await desk.portal.client.get(links.path(.institutions)).text.contains("northern-lakes")))
        #expect(!(try await desk.portal.client.get("/sitemap.xml").text.contains("northern-lakes")))
        #expect(try await desk.ola.get(links.path(.consolePrograms, id: "northern-lakes")).status == 200)
        #expect(try await desk.ola.get(links.path(.consoleKeys, id: "northern-lakes")).status == 400)
        #expect(try await desk.ola.post(path, [("act", "reopen")]).status == 303)
        #expect(try await desk.portal.client.get(links.path(.institution, id: "northern-lakes")).status == 200)
    }

    @Test func `a list by a search is tried, made, shown, put first and taken off, on pages, feed, interface and home`() async throws {
        let desk = try await Desk()
        let fields = [
            ("title-en", "Care online"), ("title-fr", "Soins en ligne"), ("readers", "learners"), ("learners-en", "Care."),
            ("learners-fr", "Soins."), ("basis", "search"), ("search", "https://tremplin.example/en/programs?q=dementia&sort=price"),
            ("outlook", "strong-surplus"), ("completeness", "0"),
        ]
        let trial = try await desk.ola.post("/en/console/portal/new-list", fields + [("act", "preview")])
        #expect(trial.status == 200 && trial.text.contains("Nothing has been kept yet."))
        let made = try await desk.ola.post("/en/console/portal/new-list", fields + [("act", "save")])
        let path = try #require(made.header("Location")).prefix { $0 != "?" }
        let id = try #require(path.split(separator: "/").last)
        #expect(try await desk.portal.client.get("/en/lists/care-online").status == 404)
        for act in ["publish", "up", "up", "up", "up", "up", "up"] {
            #expect(try await desk.ola.post("/en/console/portal/lists", [("list", String(id)), ("act", act)]).status == 303)
        }
        let page = try await desk.portal.client.get("/en/lists/care-online")
        #expect(page.status == 200 && page.text.contains("data-program=\"dementia\""))
        #expect(try await desk.portal.client.get("/fr/listes/soins-en-ligne/fil").status == 200)
        let api = try await desk.portal.client.get("/api/v1/lists").text
        #expect(try #require(api.firstRange(of: "care-online")).lowerBound < #require(api.firstRange(of: "health-care")).lowerBound)
        #expect(try await desk.portal.client.get("/api/v1/lists/care-online").text.contains("\"basis\":\"search\""))
        #expect(try await desk.portal.client.get("/en").text.contains("Care online"))
        #expect(!(try await desk.portal.client.get("/en/employers").text.contains("Care online")))
        #expect(try await desk.ola.get(String(path)).text.contains("q=dementia"))
        let wrong = try await desk.ola.post(
            String(path), fields.filter { $0.0 != "search" } + [("search", "/en/programs?delivery=teleport")])
        #expect(wrong.status == 400 && wrong.text.contains("id=\"search-error\"") && wrong.text.contains("delivery=teleport"))
    }

    @Test func `a name, a footer and colours are on every page at once; a weak colour is refused with one that passes`() async throws {
        let desk = try await Desk()
        let path = "/en/console/portal/look"
        let weak = try await desk.ola.post(path, [("accent-light", "#ffcc00"), ("name-en", "Bridges"), ("act", "save")])
        #expect(weak.status == 400 && weak.text.contains("The nearest colour that passes is #") && weak.text.contains("value=\"Bridges\""))
        let preview = try await desk.ola.post(path, [("accent-light", "#7a1fa2"), ("name-en", "Bridges"), ("act", "preview")])
        #expect(preview.text.contains("/look/7a1fa2-93d6c7/preview.css") && !preview.text.contains("style="))
        #expect(!(try await desk.portal.client.get("/en").text.contains("Bridges")))
        #expect(
            try await desk.ola.post(
                path, [("accent-light", "#7A1FA2"), ("name-en", "Bridges"), ("footer-fr", "Un service de la province"), ("act", "save")]
            ).status == 303)
        let home = try await desk.portal.client.get("/en")
        #expect(home.text.contains("Bridges") && home.text.contains("href=\"/look/7a1fa2-93d6c7/accent.css\""))
        #expect(home.text.contains("<p class=\"footer-words\" lang=\"fr\">Un service de la province</p>"))
        let sheet = try await desk.portal.client.get("/look/7a1fa2-93d6c7/accent.css")
        #expect(
            sheet.header("Content-Type") == "text/css; charset=utf-8"
                && sheet.text.hasPrefix(":root { --pine: light-dark(#7a1fa2, #93d6c7);"))
        for wrong in ["/look/x/accent.css", "/look/7a1fa2-93d6c7}/accent.css", "/look/7a1fa2/preview.css"] {
            #expect(try await desk.portal.client.get(wrong).status == 404)
        }
    }

    @Test func `a logo is served from here with a policy that lets it do nothing; one with a script is refused`() async throws {
        let desk = try await Desk()
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>"
        let bad = try await desk.upload(Array(svg.replacing("<path", with: "<script>x</script><path").utf8))
        #expect(bad.status == 400 && bad.text.contains("does more than draw"))
        #expect(try await desk.upload(Array(svg.utf8), origin: "cross-site").status == 403)
        #expect(try await desk.upload(Array(svg.utf8)).status == 303)
        let address = try #require(try await desk.portal.client.get("/en").text.firstMatch(of: /src="(\/look\/[^"]+)"/)).output.1
        let logo = try await desk.portal.client.get(String(address))
        #expect(logo.text == svg && logo.header("Content-Type") == "image/svg+xml")
        #expect(logo.header("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'; sandbox")
        #expect(logo.header("X-Content-Type-Options") == "nosniff")
        #expect(try await desk.upload(Array(repeating: 65, count: PictureCheck.largest + 1)).status == 400)
        #expect(try await desk.ola.post("/en/console/portal/look", [("act", "remove-logo")]).status == 303)
        #expect(try await desk.portal.client.get(String(address)).status == 404)
    }

    @Test func `a page is previewed, published with its day, kept in versions, and its links and HTML are looked at`() async throws {
        let desk = try await Desk()
        let path = "/en/console/portal/pages/privacy/en"
        let start = try await desk.ola.get(path)
        #expect(start.text.contains("## What we do not do"), "the portal's own text to begin from")
        let text = [("title", "Our privacy"), ("content", "# Hello\r\n\r\n*No* [cookies](https://x.example)."), ("seen", "0")]
        let preview = try await desk.ola.post(path, text + [("act", "preview")])
        #expect(preview.status == 200 && preview.text.contains("<h4>Hello</h4>"))
        #expect(try await desk.portal.client.get("/en/privacy").text.contains("What we do not do"))
        let wrong = try await desk.ola.post(
            path, [("title", "x"), ("content", "[a](javascript:x) <b>c</b>"), ("seen", "0"), ("act", "publish")])
        #expect(wrong.status == 400 && wrong.text.contains("javascript:x") && wrong.text.contains("id=\"content-error\""))
        #expect(!wrong.text.contains("href=\"javascript"))
        #expect(try await desk.ola.post(path, text + [("act", "publish")]).status == 303)
        let page = try await desk.portal.client.get("/en/privacy")
        #expect(page.text.contains("<h1>Our privacy</h1>") && page.text.contains("<h2>Hello</h2>") && page.text.contains("Last changed on"))
        #expect(!(try await desk.portal.client.get("/fr/confidentialite").text.contains("Our privacy")))
        #expect(try await desk.ola.post(path, text + [("act", "publish")]).status == 409)
        #expect(try await desk.ola.post(path, text.dropLast() + [("seen", "1"), ("act", "take-back")]).status == 303)
        #expect(try await desk.portal.client.get("/en/privacy").text.contains("What we do not do"))
    }

    @Test func `a further page stands in the footer, and leads to the other language where it has none`() async throws {
        let desk = try await Desk()
        let begun = try await desk.ola.post("/en/console/portal/pages", [("key", "Who we are")])
        #expect(begun.header("Location") == "/en/console/portal/pages/who-we-are/en")
        #expect(try await desk.ola.post("/en/console/portal/pages", [("key", "privacy")]).status == 400)
        let text = [("title", "Who we are"), ("content", "Us."), ("seen", "0"), ("act", "publish")]
        #expect(try await desk.ola.post("/en/console/portal/pages/who-we-are/en", text).status == 303)
        #expect(try await desk.portal.client.get("/en").text.contains("href=\"/en/pages/who-we-are\""))
        #expect(!(try await desk.portal.client.get("/fr").text.contains("/fr/pages/who-we-are")))
        #expect(try await desk.portal.client.get("/fr/pages/who-we-are").header("Location") == "/en/pages/who-we-are")
        #expect(try await desk.portal.client.get("/en/pages/nothing").status == 404)
    }

    @Test func `a language that is off leads to the one that is on, and nothing points at it any more`() async throws {
        let desk = try await Desk()
        let path = "/en/console/portal/settings"
        let none = try await desk.ola.post(path, [("first-language", "en"), ("reply-to", "nobody")])
        #expect(none.status == 400 && none.text.contains("id=\"languages-error\"") && none.text.contains("id=\"reply-to-error\""))
        #expect(try await desk.ola.post(path, [("languages", "fr"), ("first-language", "fr")]).status == 303)
        for (address, target) in [
            ("/en", "/fr"), ("/en/programs?q=soin", "/fr/programmes?q=soin"), ("/en/programs/dementia", "/fr/programmes/dementia"),
            ("/en/lists/health-care", "/fr/listes/health-care"), ("/", "/fr"),
        ] {
            let answer = try await desk.portal.client.get(address)
            #expect(answer.status == 302 && answer.header("Location") == target, "\(address)")
        }
        let home = try await desk.portal.client.get("/fr").text
        #expect(!home.contains("hreflang=\"en-CA\"") && !home.contains("language-switch"))
        #expect(!(try await desk.portal.client.get("/sitemap.xml").text.contains("/en/")))
        // The console speaks both: somebody has to be able to prepare the other language.
        #expect(try await desk.ola.get(path).status == 200)
    }

    @Test(arguments: ColourScheme.allCases) func `the grounds a colour is held against are those of the style sheet`(scheme: ColourScheme)
        async throws
    {
        let path = try #require(try await PortalClient.sample.markup("/en").link("stylesheet").first?["href"])
        var sheet: [String: String] = [:]
        for match in try await PortalClient.sample.get(path).text.matches(of: /--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/)
        {
            sheet[String(match.output.1)] = String(scheme == .light ? match.output.2 : match.output.3)
        }
        let grounds = ["paper", "surface", "tint", "on-pine"].compactMap { sheet[$0] }
        #expect(grounds.count == 4 && Set(grounds) == Set(scheme.grounds.map(\.description)))
    }

    @Test func `staff of an institution see none of it`() async throws {
        let portal = try await ConsolePortal()
        let max = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let home = try await max.get("/en/console").text
        #expect(!home.contains("/console/portal/"))
    }
}
