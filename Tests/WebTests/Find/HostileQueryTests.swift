import Domain
import Testing
import Web

/// Whatever an address holds, a page comes back whole.
@Suite struct HostileQueryTests {
    private static let values = [
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "<script>alert(1)</script>", "\"onfocus=alert(1)%20autofocus=\"", "%22%CC%81%3E%3Cb%3E",
        "%00", "a%00b", "%", "%zz", "%C3", "%ff%fe", "%E2%80%AE", "'%20OR%201=1--", "..%2F..%2Fetc%2Fpasswd", "{job}{count}{words}",
        "%7Bjob%7D", "javascript%3Aalert(1)", "+++", "%F0%9F%91%A9%F0%9F%8F%BD%E2%80%8D%F0%9F%8F%AD", "%0D%0ASet-Cookie%3A%20a%3Db",
        String(repeating: "a", count: 10_000), String(repeating: "%CC%81", count: 3_000), String(repeating: "a+", count: 5_000),
        String(repeating: "%F0%9F%91%A9%E2%80%8D", count: 500), String(repeating: "soudeur-monteur+", count: 600),
    ]

    /// Every field of every form, holding the value.
    private static func addresses(_ value: String) -> [String] {
        Language.allCases.flatMap { language in
            let links = Links(language)
            let fields = ["q", "occupation", "industry", "skill", "department", "delivery", "near", "max-price", "sort", "page"]
            return fields.map { "\(links.search)?\($0)=\(value)" } + [
                "\(links.search)?near=K1A&within=\(value)", "\(links.path(.filters))?q=\(value)", "\(links.recommendations)?job=\(value)",
                "\(links.recommendations)?job=nurse&occupation=\(value)&industry=\(value)&limit=\(value)",
                "\(links.occupations)?q=\(value)", "\(links.path(.plan))?from=\(value)&to=\(value)&have=\(value)",
                "\(links.path(.plan))?from=nurse&to=welder&budget=\(value)&by=\(value)&hours=\(value)&region=\(value)&delivery=\(value)",
                "\(links.occupation(OccupationCode("33102")!))?moves=\(value)",
                "\(links.home)?\(value)", "\(links.home)?\(value)=\(value)&&&==", "\(links.employers)?q=\(value)",
            ]
        }
    }

    @Test(arguments: values) func `a hostile question never breaks a page`(value: String) async throws {
        for address in Self.addresses(value) {
            let answer = try await PortalClient.sample.get(address)
            #expect([200, 303, 400].contains(answer.status), "\(answer.status) \(address.prefix(120))")
            #expect(!answer.text.contains("<script>alert"))
            #expect(answer.header("Set-Cookie") == nil)
            guard answer.status != 303 else { continue }
            let page = try answer.markup()
            let scripts = page.all("script").filter { $0["type"] != "application/ld+json" }
            #expect(scripts.allSatisfy { $0["src"]?.hasPrefix("/assets/") == true && $0.text.isEmpty })
            #expect(!page.elements.contains { $0["onfocus"] != nil || $0["autofocus"] != nil })
            #expect(page.first("h1")?.text.isEmpty == false)
        }
    }

    @Test(arguments: values) func `a hostile question to the interface is answered or refused in JSON`(value: String) async throws {
        for address in [
            "/api/v1/programs?q=\(value)", "/api/v1/recommendations?job=\(value)", "/api/v1/job-titles?q=\(value)",
            "/api/v1/plan?from=\(value)&to=\(value)&have=\(value)&budget=\(value)",
            "/api/v1/programs/\(value)",
        ] {
            let answer = try await PortalClient.sample.get(address)
            #expect(answer.status < 500, "\(address.prefix(120))")
            _ = try answer.object()
        }
    }

    @Test(arguments: values) func `a hostile path is a page that is not there`(value: String) async throws {
        for address in [
            "/\(value)", "/en/\(value)", "/en/programs/\(value)", "/fr/professions/\(value)", "/en/institutions/\(value)",
            "/assets/\(value)/\(value)",
        ] {
            let answer = try await PortalClient.sample.get(address)
            #expect([404, 400, 200, 302].contains(answer.status), "\(answer.status) \(address.prefix(120))")
            if answer.header("Content-Type")?.hasPrefix("text/html") == true { _ = try answer.markup() }
            #expect(!answer.text.contains("<script>alert"))
        }
    }

    @Test func `any random question comes back as it was asked`() async throws {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<300 {
            let words = generator.hostileText(longest: 20)
            let answer = try await PortalClient.sample.get("/en/programs" + QueryString([("q", words)]).text)
            #expect(answer.status == 200)
            let shown = try #require(answer.markup().withID("q")?["value"])
            var expected = words.replacing("\u{0}", with: "\u{FFFD}")[...]
            while expected.first?.isWhitespace == true { expected.removeFirst() }
            while expected.last?.isWhitespace == true { expected.removeLast() }
            #expect(shown == expected, "\(words.debugDescription)")
        }
    }
}
