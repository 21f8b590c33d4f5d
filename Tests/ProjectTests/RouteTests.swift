import Domain
import Testing
import Web

/// Addresses are a promise: what the portal answers is what `docs/routes.md` says.
@Suite struct RouteTests {
    private let page = Tree.text("docs/routes.md")

    @Test(arguments: PageRoute.allCases)
    func `every page's address is documented in both languages`(route: PageRoute) {
        for language in Language.allCases {
            let path = "`/" + language.rawValue + route.pattern(language) + "`"
            #expect(page.contains(path), "docs/routes.md does not name \(path)")
        }
    }

    @Test func `every documented page exists`() {
        var known: Set<String> = []
        for route in PageRoute.allCases {
            for language in Language.allCases { known.insert("/" + language.rawValue + route.pattern(language)) }
        }
        let documented = page.matches(of: /`(\/(?:en|fr)(?:\/[^`?\s]*)?)`/).map { String($0.1) }
        #expect(documented.count >= known.count)
        #expect(documented.filter { !known.contains($0) } == [])
    }

    @Test func `no two pages share an address`() {
        for language in Language.allCases {
            let patterns = PageRoute.allCases.map { $0.pattern(language) }
            #expect(Set(patterns).count == patterns.count)
        }
    }

    @Test func `addresses of machines are documented`() {
        // Paths written in the routers and handlers, besides the pages above.
        let sources = Tree.files(in: "Sources/Web", endingIn: [".swift"]).map(Tree.text).joined()
        let used = Set(
            sources.matches(of: /"(\/?(?:api\/v1|health|sitemap\.xml|robots\.txt)[^"\\?]*)"/).map {
                $0.1.hasPrefix("/") ? String($0.1) : "/" + $0.1
            })
        let missing = used.filter { path in !page.contains("`" + path) }
        #expect(missing.sorted() == [])
    }
}
