import Domain
import HTTPTypes
import Matching
import Portal
import Testing
import Web

/// Pages that are asked for again come from memory, and nobody can tell.
@Suite struct PageMemoryTests {
    private let services = PortalServices.sample()
    private let path = "/en/programs?q=dementia"

    private func client() throws -> PortalClient { try PortalClient(services: services) }

    @Test(arguments: [[:], ["Accept-Encoding": "gzip"]])
    func `a search asked for again is answered with the same bytes and headers`(headers: [String: String]) async throws {
        let client = try client()
        let answers = [try await client.get(path, headers: headers), try await client.get(path, headers: headers)]
        #expect(answers[0].status == 200)
        #expect(answers[0].bytes == answers[1].bytes)
        // All but the number, which each request has of its own.
        let heads = answers.map { $0.headers.filter { $0.name != RequestID.field } }
        #expect(heads[0] == heads[1])
    }

    @Test func `packed and plain are the same page, whichever was asked for first`() async throws {
        for orders in [["gzip", "identity", "gzip"], ["identity", "gzip", "identity"]] {
            let client = try client()
            var pages: Set<[UInt8]> = []
            for coding in orders {
                let answer = try await client.get(path, headers: ["Accept-Encoding": coding])
                #expect((answer.header("Content-Encoding") == "gzip") == (coding == "gzip"))
                pages.insert(coding == "gzip" ? try #require(inflated(answer.bytes)) : answer.bytes)
            }
            #expect(pages.count == 1)
        }
    }

    @Test func `an edit shows in a search that was asked for before`() async throws {
        let client = try client()
        let before = try await client.get(path)
        var program = try #require(services.catalogue.current.program("dementia"))
        program.title = LocalizedText(en: "Dementia care, rewritten")
        services.catalogue.apply(programs: [program])
        let after = try await client.get(path)
        #expect(!before.text.contains("rewritten"))
        #expect(after.text.contains("rewritten"))
    }

    @Test func `a page with a mistake in its address is not taken for the right one`() async throws {
        let client = try client()
        for _ in 0..<2 {
            #expect(try await client.get("/en/programs?delivery=by-owl").status == 400)
            #expect(try await client.get(path).status == 200)
            #expect(try await client.get("/fr/programmes?q=dementia").text.contains("lang=\"fr\""))
        }
    }
}
