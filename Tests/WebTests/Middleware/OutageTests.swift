import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import StorageSQLite
import Testing
import Web

/// What people and machines see while the database is away, and when something of ours is broken.
@Suite struct OutageTests {
    /// Holds the database's only pen while `body` runs.
    private func whileAnotherWrites(_ portal: StoredPortal, _ body: () async throws -> Void) async throws {
        let other = try SQLiteDatabase(path: portal.path)
        let (held, holding) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let writing: Void = other.write { connection in
            try connection.execute("UPDATE change_counter SET number = number")
            holding.finish()
            release.wait()
        }
        for await _ in held {}
        do { try await body() } catch {
            release.signal()
            throw error
        }
        release.signal()
        try await writing
        try await other.close()
    }

    @Test(arguments: Language.allCases) func `a database that others hold gives a clear page and when to try again`(language: Language)
        async throws
    {
        let portal = try await StoredPortal()
        try await whileAnotherWrites(portal) {
            let answer = try await portal.answerQuiz(language)
            #expect(answer.status == 503)
            #expect(answer.header("Retry-After") == "2")
            #expect(answer.header("Cache-Control") == "no-store")
            let page = try answer.markup()
            let t = Texts.ofSample(language)
            #expect(page.first("html")?["lang"] == language.rawValue)
            #expect(page.first("h1")?.text == t("error.unavailable.title"))
            #expect(page.contains(text: t("error.unavailable.sentence")))
            #expect(page.inside("main").contains { $0.name == "form" && $0["action"] == Links(language).recommendations })
            #expect(page.meta("robots") == "noindex")
        }
        #expect(try await portal.answerQuiz(language).status == 303)
    }

    @Test func `pages that need no database go on`() async throws {
        let portal = try await StoredPortal()
        try await whileAnotherWrites(portal) {
            for path in ["/en", "/fr/programmes", "/en/occupations", "/api/v1/programs", "/health/live"] {
                let answer = try await portal.client.get(path)
                #expect(answer.status == 200)
            }
        }
    }

    @Test func `a full disk is an outage, not a fault`() async throws {
        let portal = try await StoredPortal()
        try await portal.database.write { try $0.execute("PRAGMA max_page_count = 1") }
        var answer = try await portal.answerQuiz(.en)
        // The last page of the file may still have room for some.
        for _ in 0..<200 where answer.status == 303 { answer = try await portal.answerQuiz(.en) }
        #expect(answer.status == 503)
        #expect(answer.header("Retry-After") == "10")
        let line = try #require(portal.log.lines.last)
        #expect(line.level == .warning)
        #expect(line.metadata["request"] == answer.header("X-Request-ID"))
    }

    @Test(arguments: Language.allCases)
    func `a fault of ours shows the number to report, and the log has the same`(language: Language) async throws {
        let portal = try await StoredPortal()
        try await portal.database.write { try $0.execute("DROP TABLE quiz") }
        let answer = try await portal.answerQuiz(language)
        #expect(answer.status == 500)
        #expect(answer.header("Retry-After") == nil)
        let number = try #require(answer.header("X-Request-ID"))
        let page = try answer.markup()
        let t = Texts.ofSample(language)
        #expect(page.first("h1")?.text == t("error.unexpected.title"))
        #expect(page.withClass("request-number").first?.text == t("error.number") + " " + number)
        #expect(page.inside("main").contains { $0.name == "code" && $0.text == number })
        // What broke is for the log alone.
        #expect(!answer.text.contains("no such table"))
        let line = try #require(portal.log.lines.last)
        #expect(line.level == .error)
        #expect(line.metadata["request"] == number)
        #expect(line.metadata["error"]?.contains("no such table") == true)
        #expect(line.metadata["hb.request.id"] == nil)
    }

    @Test func `errors of the reader's own carry no number to report`() async throws {
        #expect(try await PortalClient.sample.get("/en/nowhere").markup().withClass("request-number").isEmpty)
    }

    @Test func `readiness is a problem document while the database is away`() async throws {
        let portal = try await StoredPortal()
        try await portal.database.close()
        let answer = try await portal.client.get("/health/ready", headers: ["Accept-Language": "fr"])
        #expect(answer.status == 503)
        #expect(answer.header("Content-Type") == "application/problem+json")
        #expect(answer.header("Retry-After") == "10")
        #expect(answer.header("Cache-Control") == "no-store")
        let problem = try answer.object()
        #expect(problem["status"] as? Int == 503)
        #expect(problem["request"] as? String == answer.header("X-Request-ID"))
        #expect(problem["title"] as? String == Texts.ofSample(.fr)("error.unavailable.title"))
        #expect(try await portal.client.get("/health/live").status == 200)
        // Told once, with its cause.
        #expect(portal.log.lines.map(\.message) == ["The database does not answer"])
        #expect(portal.log.lines.first?.metadata["error"]?.isEmpty == false)
        #expect(portal.log.lines.first?.metadata["request"] == answer.header("X-Request-ID"))
    }

    @Test(arguments: [(StorageError.busy, 503), (.lost("terminating connection due to administrator command"), 503), (.other("x"), 500)])
    func `the interface says so in a problem document`(error: StorageError, status: Int) throws {
        let failure = PortalError(error)
        #expect(failure.status.code == status)
        #expect(failure.isOurs)
        let response = Problem(failure, view: try Site(services: .sample()).view(.en), number: "0123456789abcdef").response
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "application/problem+json")
    }
}
