import Domain
import Portal
import Testing
import Web

/// An institution's programs in a frame on its own site.
@Suite struct EmbedTests {
    private static let settings = "/en/console/institutions/northern-lakes/embed"

    @Test(arguments: ["en", "fr"]) func `the frame shows the institution's programs, with nothing that runs or is remembered`(
        language: String
    ) async throws {
        let portal = try await ConsolePortal()
        let answer = try await portal.client.get("/\(language)/embed/northern-lakes")
        #expect(answer.status == 200)
        let page = try answer.markup()
        #expect(page.all("script").isEmpty && !answer.text.contains("style="))
        #expect(answer.header("Set-Cookie") == nil)
        #expect(!page.all("li").filter { $0["data-program"] != nil }.isEmpty)
        #expect(page.all("a").allSatisfy { $0["target"] == "_blank" ? $0["rel"] == "noopener" : true })
        let box = try await portal.client.get("/\(language)/embed/northern-lakes?show=search")
        #expect(try box.markup().all("li").isEmpty)
        #expect(try await portal.client.get("/\(language)/embed/nowhere").status == 404)
        let nothing = try await portal.client.get("/\(language)/embed/northern-lakes?q=zzzzzzzz")
        #expect(nothing.status == 200)
    }

    @Test func `only the sites that the institution named may frame it, and every other page stays closed`() async throws {
        let portal = try await ConsolePortal()
        let manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let policy = { try await portal.client.get("/en/embed/northern-lakes").header("Content-Security-Policy") ?? "" }
        #expect(try await policy().hasSuffix("frame-ancestors 'none'"))
        #expect(try await manager.post(Self.settings, [("host", "https://www.college.example/programs?x")]).status == 303)
        #expect(try await manager.post(Self.settings, [("host", "*.college.example:8443")]).status == 303)
        #expect(
            try await policy()
                == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors https://*.college.example:8443 https://www.college.example"
        )
        let elsewhere = try await portal.client.get("/en/embed/ecole-du-fer").header("Content-Security-Policy")
        #expect(elsewhere?.hasSuffix("frame-ancestors 'none'") == true)
        #expect(try await portal.client.get("/en").header("Content-Security-Policy")?.hasSuffix("frame-ancestors 'none'") == true)
        #expect(try await manager.post(Self.settings, [("remove", "www.college.example")]).status == 303)
        #expect(try await policy().hasSuffix("frame-ancestors https://*.college.example:8443"))
    }

    @Test(arguments: [
        "", "college", "*.example", "*", "http://", "a b.example", "x.example; script-src *", "x.example'", "-x.example", "x..example",
        "x.example:99999",
        "é.example", "x.example\nSet-Cookie: a=b", "user@x.example",
    ]) func `what is no host gets into no header`(typed: String) async throws {
        #expect(EmbedHost(typed) == nil, "\(typed)")
    }

    @Test func `the page has the lines to copy, and refuses what is no site with a sentence`() async throws {
        let portal = try await ConsolePortal()
        let manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let page = try await manager.get(Self.settings)
        #expect(
            page.text.contains("&lt;iframe src=&quot;https://tremplin.example/en/embed/northern-lakes&quot;")
                || page.text.contains("&lt;iframe src=\"https://tremplin.example/en/embed/northern-lakes\""))
        let refused = try await manager.post(Self.settings, [("host", "no host; at all")])
        #expect(refused.status == 400 && refused.text.contains("That is no host.") && refused.text.contains("no host; at all"))
        let editor = try await portal.person("Eve", Membership(.editor, at: ConsolePortal.institution)!)
        #expect(try await editor.get(Self.settings).status == 403)
    }
}
