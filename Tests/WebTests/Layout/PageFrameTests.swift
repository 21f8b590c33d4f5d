import Domain
import Portal
import Testing
import Web

/// What every page has, whatever it is about.
@Suite struct PageFrameTests {
    private func markup(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test(arguments: Pages.all) func `every page is there`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    }

    @Test(arguments: Pages.all) func `every page is well formed`(path: String) async throws {
        _ = try await markup(path)
    }

    @Test(arguments: Pages.all) func `every page says its language`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        let language = String(path.dropFirst().prefix(2))
        #expect(try answer.markup().first("html")?["lang"] == language)
        #expect(answer.header("Content-Language") == "\(language)-CA")
    }

    @Test(arguments: Pages.all) func `every page has one main heading and a title of its own`(path: String) async throws {
        let page = try await markup(path)
        #expect(page.all("h1").count == 1)
        #expect(page.first("h1")?.text.isEmpty == false)
        let title = try #require(page.first("title")?.text)
        #expect(title.contains("Tremplin") && title.count > "Tremplin".count + 3)
    }

    @Test(arguments: Pages.all) func `headings never skip a level`(path: String) async throws {
        let levels = try await markup(path).elements.compactMap { element in
            element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
        }
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(levels)") }
    }

    @Test(arguments: Pages.all) func `every page can be left for its counterpart in the other language`(path: String) async throws {
        let page = try await markup(path)
        let other = path.hasPrefix("/en") ? "fr" : "en"
        let change = try #require(page.withClass("language-switch").first)
        #expect(change["lang"] == other)
        #expect(change["hreflang"] == "\(other)-CA")
        #expect(try await PortalClient.sample.get(#require(change["href"])).status == 200)
    }

    @Test(arguments: Pages.all) func `every page names its address in both languages`(path: String) async throws {
        let page = try await markup(path)
        let alternates = page.link("alternate")
        #expect(alternates.compactMap { $0["hreflang"] } == ["en-CA", "fr-CA"])
        let own = path.hasPrefix("/en") ? "en-CA" : "fr-CA"
        let canonical = try #require(page.link("canonical").first?["href"])
        #expect(canonical == alternates.first { $0["hreflang"] == own }?["href"])
        for alternate in alternates {
            let address = try #require(alternate["href"])
            #expect(address.hasPrefix(PortalServices.sampleBaseURL))
            #expect(try await PortalClient.sample.get(String(address.dropFirst(PortalServices.sampleBaseURL.count))).status < 400)
        }
    }

    @Test(arguments: Pages.all) func `no two parts of a page have the same id`(path: String) async throws {
        let ids = try await markup(path).elements.compactMap { $0["id"] }
        let repeated = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(repeated == [])
        #expect(ids.filter { $0.isEmpty || $0.contains(where: \.isWhitespace) } == [])
    }

    @Test(arguments: Pages.all) func `labels, descriptions and links on a page find what they point at`(path: String) async throws {
        let page = try await markup(path)
        let ids = Set(page.elements.compactMap { $0["id"] })
        var missing: [String] = []
        for element in page.elements {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                missing += (element[name] ?? "").split(separator: " ").map(String.init).filter { !ids.contains($0) }
            }
            if element.name == "a", let href = element["href"], href.hasPrefix("#"), href != "#" {
                missing += [String(href.dropFirst())].filter { !ids.contains($0) }
            }
        }
        #expect(missing == [])
    }

    @Test(arguments: Pages.all) func `every field has a label`(path: String) async throws {
        let page = try await markup(path)
        let labelled = Set(page.all("label").compactMap { $0["for"] })
        for field in page.elements where ["input", "select", "textarea"].contains(field.name) && field["type"] != "hidden" {
            let isInLabel = field.ancestors.contains { page.elements[$0].name == "label" }
            #expect(isInLabel || labelled.contains(field["id"] ?? ""), "\(field.attributes)")
        }
    }

    @Test(arguments: Pages.all) func `nothing on a page is inline script or style, which the policy forbids`(path: String) async throws {
        let page = try await markup(path)
        for element in page.elements {
            #expect(element["style"] == nil)
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
            // What is not run is data: structured data, and rules for a script to read.
            let isData = ["application/ld+json", "application/json"].contains(element["type"])
            if element.name == "script" { #expect(element["src"] != nil || isData) }
            #expect(element.name != "style")
        }
    }

    @Test(arguments: Pages.all) func `a page takes nothing from elsewhere`(path: String) async throws {
        let page = try await markup(path)
        for element in page.elements {
            guard
                let address = element["src"]
                    ?? (element.name == "link" && element["rel"] != "canonical" && element["rel"] != "alternate" ? element["href"] : nil)
            else { continue }
            #expect(address.hasPrefix("/") && !address.hasPrefix("//"))
            #expect(try await PortalClient.sample.get(address).status == 200)
        }
    }

    @Test(arguments: Pages.all) func `one can skip to the content of every page`(path: String) async throws {
        let page = try await markup(path)
        #expect(page.inside("body").first?["href"] == "#main")
        #expect(page.withID("main")?.name == "main")
    }

    @Test(arguments: Pages.all) func `no page shows the name of a text instead of the text, or a blank not filled in`(path: String)
        async throws
    {
        let page = try await markup(path)
        let body = try #require(page.first("body")?.text)
        #expect(body.firstMatch(of: /\{\w+\}/) == nil)
        let keys = Texts.ofSample.keys(.en)
        let words = body.split(whereSeparator: { $0.isWhitespace || "“”«»()".contains($0) }).map(String.init)
        #expect(words.filter(keys.contains) == [])
        #expect(page.first("title")?.text.contains("{") == false)
    }

    @Test func `the page one is on is marked in the navigation`() async throws {
        let page = try await markup("/fr/employeurs")
        #expect(page.elements.filter { $0["aria-current"] == "page" }.map(\.text) == ["Employeurs"])
    }

    @Test func `a demonstration says that it is one`() async throws {
        #expect(try await !markup("/en").withClass("demo-note").isEmpty)
    }
}
