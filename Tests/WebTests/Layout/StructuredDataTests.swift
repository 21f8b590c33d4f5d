import Domain
import Foundation
import Testing
import Web

/// What search engines are told of a page: only what is known.
@Suite struct StructuredDataTests {
    private func data(_ path: String) async throws -> [[String: Any]] {
        try await PortalClient.sample.markup(path).all("script").filter { $0["type"] == "application/ld+json" }.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.text.utf8)) as? [String: Any])
        }
    }

    /// Every value at any depth, with its path.
    private func leaves(_ value: Any, _ path: String = "") -> [(path: String, value: Any)] {
        switch value {
        case let object as [String: Any]: [(path, object)] + object.flatMap { leaves($0.value, "\(path).\($0.key)") }
        case let list as [Any]: [(path, list)] + list.flatMap { leaves($0, path + "[]") }
        default: [(path, value)]
        }
    }

    @Test(arguments: Pages.all) func `it parses, and holds nothing empty`(path: String) async throws {
        for document in try await data(path) {
            #expect(document["@context"] as? String == "https://schema.org")
            for (place, value) in leaves(document) {
                #expect(!(value is NSNull), "\(place)")
                if let text = value as? String {
                    #expect(!text.isEmpty && !["null", "unknown", "n/a", "N/A", "-"].contains(text), "\(place)")
                }
                if let list = value as? [Any] { #expect(!list.isEmpty, "\(place)") }
                if let object = value as? [String: Any] { #expect(object.keys.contains { !$0.hasPrefix("@") }, "\(place)") }
            }
        }
    }

    @Test func `a program is a course with its dates and prices`() async throws {
        let course = try #require(try await data("/en/programs/dementia").first)
        #expect(course["@type"] as? String == "Course")
        #expect(course["name"] as? String == "Dementia care essentials")
        #expect(course["timeRequired"] as? String == "PT40H30M")
        #expect((course["provider"] as? [String: Any])?["name"] as? String == "Northern Lakes College")
        let offers = try #require(course["offers"] as? [[String: Any]])
        #expect(offers.compactMap { $0["price"] as? String } == ["450.50", "1250.00"])
        #expect(offers.allSatisfy { $0["priceCurrency"] as? String == "CAD" })
        let instances = try #require(course["hasCourseInstance"] as? [[String: Any]])
        #expect(instances.compactMap { $0["startDate"] as? String } == ["2027-01-19"])
        #expect(instances.count == 2)
    }

    @Test func `a program of which little is known claims little`() async throws {
        let course = try #require(try await data("/en/programs/bare").first)
        for name in ["offers", "timeRequired", "hasCourseInstance", "description", "isAccessibleForFree"] {
            #expect(course[name] == nil, "\(name)")
        }
    }

    @Test func `a free program is free`() async throws {
        let course = try #require(try await data("/fr/programmes/medication").first)
        #expect(course["isAccessibleForFree"] as? Bool == true)
    }

    @Test func `a list names its programs in the order shown`() async throws {
        let list = try #require(try await data("/en/programs").first)
        let items = try #require(list["itemListElement"] as? [[String: Any]])
        let rows = try await PortalClient.sample.get("/en/programs").markup().withClass("program-row")
        #expect(
            items.compactMap { ($0["url"] as? String)?.split(separator: "/").last.map(String.init) }
                == rows.compactMap { $0["data-program"] })
        #expect(items.compactMap { $0["position"] as? Int } == Array(1...rows.count))
    }

    @Test func `a title with a script in it stays a title`() async throws {
        let course = try #require(try await data("/en/programs/hostile").first)
        #expect(course["name"] as? String == Program.hostile.title.en)
    }

    @Test func `the first page names the portal and its search`() async throws {
        let site = try #require(try await data("/en").first)
        #expect(site["@type"] as? String == "WebSite")
        #expect(
            (site["potentialAction"] as? [String: Any])?["target"] as? String
                == "https://tremplin.example/en/programs?q={search_term_string}")
    }
}
