import Testing

/// Addresses are a promise: what the portal answers is what `docs/routes.md` says.
@Suite struct RouteTests {
    private static let page = Tree.text("docs/routes.md")

    /// Every page's path in both languages, with its language in front, as `PageRoute` spells them.
    private static let addresses: [String] = {
        let source = Tree.text("Sources/Web/Links/PageRoute+Patterns.swift")
        return source.matches(of: /case \.\w+:\s+\(\s*"([^"]*)",\s*"([^"]*)"\s*\)/).flatMap { ["/en" + $0.1, "/fr" + $0.2] }
    }()

    @Test func `the addresses are found in the source`() {
        let cases = Tree.text("Sources/Web/Links/PageRoute.swift").matches(of: /(?m)^ {4}case \w+$/).count
        #expect(Self.addresses.count == 2 * cases)
        #expect(cases >= 15)
    }

    @Test func `every page's address is documented in both languages`() {
        #expect(Self.addresses.filter { !Self.page.contains("`\($0)`") } == [])
    }

    @Test func `every documented page exists`() {
        let documented = Self.page.matches(of: /`(\/(?:en|fr)(?:\/[^`?\s]*)?)`/).map { String($0.1) }
        #expect(documented.filter { !Self.addresses.contains($0) } == [])
    }

    @Test func `no two pages share an address`() {
        #expect(Set(Self.addresses).count == Self.addresses.count)
    }

    @Test func `addresses for machines are documented`() {
        let sources = Tree.files(in: "Sources/Web", endingIn: [".swift"]).map(Tree.text).joined(separator: "\n")
        let used = Set(sources.matches(of: /\.(?:get|machine)\(\s*"(\/[^"\\]+)"/).map { String($0.1) })
        #expect(!used.isEmpty)
        #expect(used.filter { !Self.page.contains("`\($0)`") }.sorted() == [])
    }

    @Test func `every address of the interface is in its description`() {
        let sources = Tree.files(in: "Sources/Web", endingIn: [".swift"]).map(Tree.text).joined(separator: "\n")
        let description = Tree.text("Sources/Web/Resources/openapi.yaml")
        let used = Set(sources.matches(of: /\.(?:get|machine)\(\s*"\/api\/v1(\/[^"\\]+)"/).map { String($0.1) }).subtracting([
            "/openapi.yaml"
        ])
        #expect(used.filter { !description.contains("\($0):") }.sorted() == [])
    }
}
