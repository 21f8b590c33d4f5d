import Domain
import Foundation
import HTTPTypes
import Portal
import Testing
import Web

/// Signing in over HTTP: cookies, redirects, what is kept of a form, what is given away.
@Suite struct SignInPageTests {
    private static let editor = Membership(.editor, at: ConsolePortal.institution)!
    private static let manager = Membership(.manager, at: ConsolePortal.institution)!

    private func signIn(_ portal: ConsolePortal, _ name: String, _ password: String = ConsolePortal.password, next: String = "")
        async throws -> Answer
    {
        try await portal.client.post("/en/account/sign-in", [("email", portal.email(name)), ("password", password), ("next", next)])
    }

    @Test func `behind HTTPS the cookie is locked to this host`() async throws {
        let portal = try await ConsolePortal()
        _ = try await portal.person("Ana", Self.editor)
        let answer = try await signIn(portal, "Ana")
        #expect(answer.status == 303 && answer.header("Location") == "/en/console")
        let cookies = answer.headers[values: .setCookie]
        #expect(cookies.count == 1)
        let parts = try #require(cookies.first).components(separatedBy: "; ")
        #expect(parts[0].wholeMatch(of: /__Host-tremplin-session=[A-Za-z0-9_-]{43}/) != nil)
        #expect(Set(parts.dropFirst()) == ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
    }

    @Test func `on a machine without HTTPS it has a plain name`() async throws {
        let portal = try await ConsolePortal(baseURL: "http://127.0.0.1:8080")
        _ = try await portal.accounts.invite.fromCommandLine(
            .init(email: "a@lakes.example", name: "A", language: .en, membership: Self.editor))
        let cookie = try await portal.client.post("/en/account/sign-out").headers[values: .setCookie].first
        #expect(cookie == "tremplin-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax")
    }

    @Test func `the public's pages neither set the cookie nor look at it`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        for path in Pages.of(.en) {
            let with = try await ana.get(path)
            let without = try await portal.client.get(path)
            #expect(with.headers[values: .setCookie].isEmpty, "\(path)")
            #expect(with.bytes == without.bytes, "\(path)")
        }
    }

    @Test func `a wrong password keeps the address and never the password`() async throws {
        let portal = try await ConsolePortal()
        let answer = try await signIn(portal, "Ana", "a secret nobody sees", next: "/en/console/log")
        #expect(answer.status == 400 && answer.session == nil)
        let page = try answer.markup()
        #expect(page.withID("email")?["value"] == portal.email("Ana"))
        #expect(page.withID("password")?["value"] == nil && !answer.text.contains("a secret nobody sees"))
        #expect(page.all("input").contains { $0["name"] == "next" && $0["value"] == "/en/console/log" })
        #expect(page.withClass("error-summary").count == 1 && page.withID("email-error") != nil)
    }

    @Test func `a known and an unknown address get the same page to the byte`() async throws {
        let portal = try await ConsolePortal()
        _ = try await portal.person("Ana", Self.editor)
        for _ in 0..<8 {
            let known = try await signIn(portal, "Ana", "wrong", next: "")
            let unknown = try await signIn(portal, "Bob", "wrong", next: "")
            #expect(known.status == unknown.status)
            #expect(known.text.replacing("ana@", with: "bob@") == unknown.text)
            #expect(known.header("Retry-After") == unknown.header("Retry-After"))
        }
        let (known, unknown) = (
            try await portal.client.post("/en/account/forgotten-password", [("email", portal.email("Ana"))]),
            try await portal.client.post("/en/account/forgotten-password", [("email", portal.email("Bob"))])
        )
        #expect(known.status == 303 && known.header("Location") == unknown.header("Location") && known.bytes == unknown.bytes)
    }

    @Test func `too many tries say how long to wait`() async throws {
        let portal = try await ConsolePortal()
        var last: Answer?
        for _ in 0..<6 { last = try await signIn(portal, "Ana", "wrong") }
        #expect(last?.status == 429 && last?.header("Retry-After") == "2")
        #expect(try last?.markup().contains(text: "Wait 2 seconds") == true)
    }

    @Test(arguments: [
        ("/en/console/log", "/en/console/log"), ("/fr/compte/sessions", "/fr/compte/sessions"), ("/en/console", "/en/console"),
        ("//evil.example", "/en/console"), ("https://evil.example", "/en/console"), ("/en/console//evil", "/en/console"),
        ("/en/console\\@evil", "/en/console"), ("/en/programs", "/en/console"), ("/en/consoles", "/en/console"), ("", "/en/console"),
        ("/en/console\r\nSet-Cookie: a=b", "/en/console"),
    ])
    func `after signing in one comes to where one was going, within the portal alone`(next: String, place: String) async throws {
        let portal = try await ConsolePortal()
        _ = try await portal.person("Ana", Self.editor)
        #expect(try await signIn(portal, "Ana", next: next).header("Location") == place)
    }

    @Test func `the second factor makes another token, and the first is worth nothing`() async throws {
        let portal = try await ConsolePortal()
        let max = try await portal.person("Max", Self.manager)
        portal.watch.advance(seconds: 60)
        let first = try await signIn(portal, "Max", next: "/en/console/institutions/northern-lakes/staff")
        let location = try #require(first.header("Location"))
        #expect(location.hasPrefix("/en/account/second-factor?next="))
        let waiting = ["Cookie": "__Host-tremplin-session=\(try #require(first.session))", "Sec-Fetch-Site": "same-origin"]
        let wrong = try await portal.client.post("/en/account/second-factor", [("code", "000000")], headers: waiting)
        #expect(wrong.status == 400 && wrong.session == nil)
        let code = try #require(max.code).code(atStep: TimedCode.step(at: portal.watch.now))
        let second = try await portal.client.post(
            "/en/account/second-factor", [("code", code), ("next", "/en/console/institutions/northern-lakes/staff")], headers: waiting)
        #expect(second.header("Location") == "/en/console/institutions/northern-lakes/staff")
        #expect(second.session != nil && second.session != first.session)
        let again = try await portal.client.post("/en/account/second-factor", [("code", code)], headers: waiting)
        #expect(again.header("Location")?.hasPrefix("/en/account/sign-in") == true)
        #expect(try await portal.client.get("/en/console", headers: waiting).header("Location")?.contains("notice=over") == true)
    }

    @Test func `setting up the app shows a picture, the key, and codes once`() async throws {
        let portal = try await ConsolePortal()
        let max = try await portal.person("Max", Self.manager, enrols: false)
        let page = try await max.get("/en/account/authenticator").markup()
        #expect(page.all("svg").contains { $0["role"] == "img" && $0["aria-label"]?.isEmpty == false })
        let secret = try #require(page.withID("secret")?.text)
        #expect(secret.replacing(" ", with: "").wholeMatch(of: /[A-Z2-7]{32}/) != nil)
        let wrong = try await max.post("/en/account/authenticator", [("code", "123")])
        #expect(try wrong.status == 400 && wrong.markup().withID("secret")?.text == secret)
        let person = try #require(try await portal.accounts.sessions.find(max.token))
        let code = try await portal.accounts.enrol.begin(person)
        let done = try await max.post("/en/account/authenticator", [("code", code.code(atStep: TimedCode.step(at: portal.watch.now)))])
        #expect(done.status == 200 && done.session != nil)
        #expect(try done.markup().all("code").count == 10)
        #expect(done.header("Cache-Control") == "no-store")
        #expect(try await max.get("/en/console").header("Location")?.hasPrefix("/en/account/sign-in") == true)
    }

    @Test func `an invitation is accepted in the language one chooses there`() async throws {
        let portal = try await ConsolePortal()
        let path = try await portal.invitation("Ana", Self.editor)
        let page = try await portal.client.get(path).markup()
        #expect(page.withID("name")?["value"] == "Ana" && page.meta("robots") == "noindex")
        let short = try await portal.client.post(path, [("name", "Ana Tremblay"), ("language", "fr"), ("password", "short")])
        #expect(short.status == 400)
        let again = try short.markup()
        #expect(again.withID("name")?["value"] == "Ana Tremblay")
        #expect(again.all("option").first { $0.attributes.keys.contains("selected") }?["value"] == "fr")
        #expect(again.withID("password-error")?.text.contains("12") == true)
        let done = try await portal.client.post(path, [("name", "Ana Tremblay"), ("language", "fr"), ("password", ConsolePortal.password)])
        #expect(done.status == 303 && done.header("Location") == "/fr/console" && done.session != nil)
        let gone = try await portal.client.get(path)
        #expect(try gone.status == 410 && gone.markup().contains(text: "This link works no more"))
        #expect(try await portal.client.post(path, [("name", "Eve"), ("password", ConsolePortal.password)]).status == 410)
    }

    @Test func `a forgotten password is set anew with the link from the mailbox`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        _ = try await portal.client.post("/en/account/forgotten-password", [("email", portal.email("Ana"))])
        let path = try #require(try await portal.mailedPath(to: portal.email("Ana")))
        #expect(path.hasPrefix("/en/account/new-password/"))
        let page = try await portal.client.get(path)
        #expect(page.header("Referrer-Policy") == "same-origin" && page.header("Cache-Control") == "no-store")
        let done = try await portal.client.post(path, [("password", "a whole new sentence")])
        #expect(done.status == 303 && done.session != nil)
        #expect(try await portal.client.get(path).status == 410)
        #expect(try await ana.get("/en/console").status == 303)
        #expect(try await signIn(portal, "Ana").status == 400)
        #expect(try await signIn(portal, "Ana", "a whole new sentence").status == 303)
    }

    @Test func `signing out ends the session, not only the cookie`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        #expect(try await ana.get("/en/account/sign-out").status == 200)
        #expect(try await ana.get("/en/console").status == 200)
        let out = try await ana.post("/en/account/sign-out")
        #expect(out.session == "" && out.headers[values: .setCookie].first?.contains("Max-Age=0") == true)
        #expect(try await ana.get("/en/console").status == 303)
    }

    @Test func `whoever is signed in need not sign in`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        #expect(try await ana.get("/en/account/sign-in?next=%2Fen%2Faccount").header("Location") == "/en/account")
    }
}
