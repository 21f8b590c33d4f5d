import Domain
import Foundation
import Portal
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The feeds are Atom (RFC 4287), and are not sent again while nothing changes (RFC 9110).
@Suite struct ListFeedTests {
    private let path = "/en/lists/health-care/feed"

    private func isXML(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

    @Test(arguments: ["/en/lists/health-care/feed", "/fr/listes/sante/fil", "/en/lists/construction/feed"])
    func `a feed has what the standard asks for`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.header("Content-Type") == "application/atom+xml; charset=utf-8")
        #expect(isXML(answer.bytes))
        let feed = try answer.markup()
        let entries = feed.all("entry").count
        #expect(feed.all("id").count == entries + 1 && feed.all("updated").count == entries + 1 && feed.all("title").count == entries + 1)
        let ids = feed.all("id").map(\.text)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil })
        #expect(feed.all("updated").allSatisfy { $0.text.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00Z/) != nil })
        #expect(feed.all("author").count == entries + 1)
        let own = feed.all("link").filter { $0["rel"] == "self" }
        #expect(own.compactMap { $0["href"] } == [PortalServices.sampleBaseURL + path])
        // No two of one type and language (RFC 4287, 4.1.1).
        let alternates = feed.all("link").filter { $0.ancestors.count == 1 && $0["rel"] == "alternate" }.map {
            "\($0["type"]!) \($0["hreflang"]!)"
        }
        #expect(Set(alternates).count == alternates.count && alternates.count == 3)
    }

    @Test func `the newest entry dates the feed`() async throws {
        let feed = try await PortalClient.sample.get(path).markup()
        let dates = feed.all("updated").map(\.text)
        #expect(dates.first == dates.max())
    }

    @Test func `no text of a program can break the feed`() async throws {
        var program = Program.hostile
        program.tags = [Tag(.industry("62"))]
        program.title = LocalizedText(en: "A & B <c> \u{1}\u{0}\u{FFFF} ]]>", fr: "d")
        program.summary = LocalizedText(en: "</summary></entry>", fr: "e")
        let services = PortalServices.sample(programs: [program])
        let lists = services.lists.all.filter { $0.id == "health" }
        #expect(lists.count == 1)
        let answer = try await PortalClient(services: services).get(path)
        #expect(isXML(answer.bytes))
    }

    @Test func `who has the latest is told so, by tag or by date`() async throws {
        let portal = try PortalClient(services: .sample())
        let first = try await portal.get(path)
        let tag = try #require(first.header("ETag"))
        let date = try #require(first.header("Last-Modified"))
        for headers in [["If-None-Match": tag], ["If-None-Match": "\"x\", \(tag)"], ["If-None-Match": "*"], ["If-Modified-Since": date]] {
            let again = try await portal.get(path, headers: headers)
            #expect(again.status == 304, "\(headers)")
            #expect(again.bytes.isEmpty && again.header("ETag") == tag)
        }
        for headers in [
            ["If-None-Match": "W/\"other\""], ["If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"], ["If-Modified-Since": "yesterday"],
            // The tag decides where both are given.
            ["If-None-Match": "W/\"other\"", "If-Modified-Since": date],
        ] {
            #expect(try await portal.get(path, headers: headers).status == 200, "\(headers)")
        }
    }
}
