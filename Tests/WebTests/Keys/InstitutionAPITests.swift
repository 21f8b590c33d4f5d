import Domain
import HTTPTypes
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// The interface institutions write to, and the pages that make its keys.
@Suite struct InstitutionAPITests {
    private static let programs = "/api/v1/institutions/northern-lakes/programs"

    private struct Systems {
        let portal: ConsolePortal
        let manager: SignedInVisitor
        let key: String

        init(_ scope: String = "write") async throws {
            portal = try await ConsolePortal()
            manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
            let page = try await manager.post("/en/console/institutions/northern-lakes/keys", [("name", "SIS"), ("scope", scope)])
            #expect(page.status == 201)
            key = try #require(page.text.firstMatch(of: /tremplin-key-[A-Za-z0-9_-]{43}/).map { String($0.output) })
        }

        func send(
            _ method: String, _ path: String, _ body: String = "", key: String? = nil, headers: [String: String] = [:]
        ) async throws -> Answer {
            var all = ["Authorization": "Bearer \(key ?? self.key)", "Content-Type": "application/json"]
            all.merge(headers) { $1 }
            return try await portal.client.send(.init(rawValue: method)!, path, headers: all, body: Array(body.utf8))
        }
    }

    private static let welding = #"{"title": {"en": "Welding"}, "url": "https://x.example"}"#

    @Test func `a program is put, put again, changed and read with its tag`() async throws {
        let systems = try await Systems()
        let path = Self.programs + "/W%201"
        let created = try await systems.send("PUT", path, Self.welding)
        #expect(created.status == 201 && created.header("Location") == path)
        #expect(try created.object()["reference"] as? String == "W 1")
        let tag = try #require(created.header("ETag"))
        let again = try await systems.send("PUT", path, Self.welding)
        #expect(again.status == 204 && again.bytes.isEmpty && again.header("ETag") == tag)
        let changed = try await systems.send("PUT", path, #"{"hours": 5}"#, headers: ["If-Match": tag])
        #expect(changed.status == 200 && changed.header("ETag") != tag)
        #expect(try await systems.send("PUT", path, #"{"hours": 6}"#, headers: ["If-Match": tag]).status == 412)
        #expect(try await systems.send("PUT", path, Self.welding, headers: ["If-None-Match": "*"]).status == 412)
        let read = try await systems.send("GET", path)
        #expect(try read.object()["hours"] as? Int == 5 && read.header("Cache-Control") == "no-store")
        #expect(try await systems.send("DELETE", path).status == 204)
        #expect(try await systems.send("DELETE", path).status == 204)
        #expect(try await systems.send("GET", path).object()["state"] as? String == "archived")
        #expect(try await systems.send("GET", Self.programs + "/none").status == 404)
    }

    @Test func `figures are read with the institution's key, and with no other`() async throws {
        let systems = try await Systems("read")
        try await ActivityStore(systems.portal.database).add([
            ActivityCount(
                day: CalendarDate("2026-11-20")!, kind: "program-view", subject: "dementia", institution: "northern-lakes", language: .fr,
                count: 5, visitors: 3)
        ])
        let path = "/api/v1/institutions/northern-lakes/figures"
        let answer = try await systems.send("GET", path)
        #expect(answer.status == 200 && answer.header("Cache-Control") == "no-store")
        let rows = try #require(try answer.object()["figures"] as? [[String: Any]])
        #expect(rows.count == 1)
        #expect(rows.first?["program"] as? String == "dementia" && rows.first?["month"] as? String == "2026-11")
        #expect(rows.first?["views"] as? Int == 3 && rows.first?["inquiries"] as? Int == 0)
        #expect(try await systems.send("GET", path + "?from=2026-10-01&to=2026-10-31").object()["figures"] as? [String] == [])
        for query in ["?from=soon", "?from=2026-11-02&to=2026-11-01", "?from=2020-01-01"] {
            #expect(try await systems.send("GET", path + query).status == 400)
        }
        #expect(try await systems.portal.client.get(path).status == 401)
        #expect(try await systems.send("GET", "/api/v1/institutions/ecole-du-fer/figures").status == 403)
    }

    @Test func `mistakes are named by index and field, in the language asked for`() async throws {
        let systems = try await Systems()
        let list =
            #"[{"reference": "A", "title": {"en": "x"}, "url": "https://x.example"}, {"reference": "B", "title": {"en": "x"}, "url": "x", "offerings": [{"delivery": "online", "language": "xx"}]}]"#
        let answer = try await systems.send("POST", Self.programs + "?lang=fr", list)
        #expect(answer.status == 422 && answer.header("Content-Type") == "application/problem+json")
        let errors = try #require(try answer.object()["errors"] as? [[String: Any]])
        #expect(errors.map { $0["index"] as? Int } == [1, 1])
        #expect(Set(errors.map { $0["field"] as? String }) == ["url", "offerings"])
        #expect(errors.contains { ($0["detail"] as? String)?.contains("n’est pas une adresse") == true })
        let one = try await systems.send("PUT", Self.programs + "/A", #"{"title": 7}"#)
        #expect(one.status == 422)
        #expect(try await systems.send("PUT", Self.programs + "/A", #"{"reference": "B"}"#).status == 422)
        #expect(try await systems.send("PUT", Self.programs + "/A", "{").status == 422)
        #expect(try await systems.send("PUT", Self.programs + "/A", Self.welding, headers: ["Content-Type": "text/plain"]).status == 400)
        #expect(try await systems.send("POST", Self.programs, "[]").object()["new"] as? Int == 0)
    }

    @Test func `without a key, with another's, with one that only reads and with a cookie nothing is written`() async throws {
        let systems = try await Systems()
        let path = Self.programs + "/A"
        let none = try await systems.portal.client.send(
            .put, path, headers: ["Content-Type": "application/json"], body: Array(Self.welding.utf8))
        #expect(none.status == 401 && none.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        let cookie = try await systems.portal.client.send(
            .put, path, headers: ["Cookie": systems.manager.cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"],
            body: Array(Self.welding.utf8))
        #expect(cookie.status == 401)
        for wrong in ["", "x", String(systems.key.dropLast()) + "-", "tremplin-key-" + String(repeating: "A", count: 43)] {
            #expect(try await systems.send("PUT", path, Self.welding, key: wrong).status == 401)
        }
        #expect(try await systems.send("PUT", "/api/v1/institutions/ecole-du-fer/programs/A", Self.welding).status == 403)
        #expect(try await systems.send("GET", "/api/v1/institutions/ecole-du-fer/programs").status == 403)
        let reading = try await Systems("read")
        #expect(try await reading.send("PUT", path, Self.welding).status == 403)
        #expect(try await reading.send("GET", Self.programs).status == 200)
        #expect(try await systems.send("PATCH", path, Self.welding).status == 405)
        #expect(try await ProgramStore(systems.portal.database).program(of: ConsolePortal.institution, reference: "A") == nil)
    }

    @Test func `a key is shown once, and opens nothing after it was revoked`() async throws {
        let systems = try await Systems()
        let list = try await systems.manager.get("/en/console/institutions/northern-lakes/keys")
        #expect(list.text.contains("SIS") && !list.text.contains("tremplin-key-"))
        let page = try #require(
            list.text.firstMatch(of: /\/en\/console\/institutions\/northern-lakes\/keys\/[0-9a-f-]+/).map { String($0.output) })
        #expect(try await systems.send("GET", Self.programs).status == 200)
        let other = try await systems.portal.person("Zoe", Membership(.manager, at: ConsolePortal.neighbour)!)
        #expect(try await other.post(page.replacing("northern-lakes", with: "ecole-du-fer")).status == 404)
        #expect(try await systems.send("GET", Self.programs).status == 200)
        #expect(try await systems.manager.post(page).status == 303)
        #expect(try await systems.send("GET", Self.programs).status == 401)
        let stored = try await systems.portal.database.read {
            try $0.query("SELECT token_hash FROM api_key").map { try $0.text("token_hash") }
        }
        #expect(stored.allSatisfy { $0.count == 64 && !systems.key.contains($0) })
        let editor = try await systems.portal.person("Eve", Membership(.editor, at: ConsolePortal.institution)!)
        #expect(try await editor.get("/en/console/institutions/northern-lakes/keys").status == 403)
    }

    @Test func `the public reads published programs from any site; what a key opens stays with its holder`() async throws {
        let systems = try await Systems()
        let open = try await systems.portal.client.get(Self.programs)
        #expect(open.status == 200 && open.header("Access-Control-Allow-Origin") == "*")
        #expect(try (open.object()["programs"] as? [[String: Any]])?.isEmpty == false)
        let preflight = try await systems.portal.client.send(.options, Self.programs)
        #expect(preflight.status == 204 && preflight.header("Access-Control-Allow-Methods") == "GET")
        let closed = try await systems.send("GET", Self.programs)
        #expect(closed.header("Access-Control-Allow-Origin") == nil)
        #expect(try await systems.portal.client.get(Self.programs + "?updated_since=2026-01-01").status == 400)
        #expect(try await systems.send("GET", Self.programs + "?updated_since=yesterday").status == 400)
        _ = try await systems.send("PUT", Self.programs + "/A", Self.welding)
        let since = try await systems.send("GET", Self.programs + "?updated_since=2026-11-01T00:00:00Z").object()
        #expect((since["programs"] as? [[String: Any]])?.contains { $0["reference"] as? String == "A" } == true)
        #expect(
            (try await systems.send("GET", Self.programs + "?updated_since=2030-01-01").object()["programs"] as? [Any])?.isEmpty == true)
        #expect(try await systems.portal.client.get("/api/v1/institutions/nowhere/programs").status == 404)
    }

    @Test func `a loop that went wrong is told to wait`() async throws {
        let systems = try await Systems()
        var statuses: [Int] = []
        for _ in 0..<70 { statuses.append(try await systems.send("GET", Self.programs + "/none").status) }
        #expect(statuses.last == 429)
        #expect(try await systems.send("GET", Self.programs).header("Retry-After") == "1")
        systems.portal.watch.advance(seconds: 10)
        #expect(try await systems.send("GET", Self.programs).status == 200)
    }
}
