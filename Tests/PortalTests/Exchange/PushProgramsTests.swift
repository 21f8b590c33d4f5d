import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// Programs an institution's own systems write, by the rules of an import.
@Suite struct PushProgramsTests {
    private struct Systems {
        let portal: SmallPortal
        let exchange: ExchangeServices
        let key: InstitutionKey
        let secret: String

        init(_ scope: InstitutionKey.Scope = .write) async throws {
            portal = try await SmallPortal()
            exchange = try #require(try await portal.services().exchange)
            (key, secret) = try await exchange.keys.make(
                "SIS", scope, at: "cedar-college", by: .sample("max", Membership(.manager, at: "cedar-college")!))
        }

        func put(_ json: String, as reference: String = "A", if condition: PushPrograms.Condition = .none) async throws
            -> PushPrograms.Result
        {
            try await exchange.push.put(Array(json.utf8), as: reference, at: "cedar-college", by: key, if: condition)
        }

        func mistakes(_ body: () async throws -> Void) async -> [ImportError] {
            do {
                try await body()
                return []
            } catch PushPrograms.Refusal.mistakes(let errors, _) {
                return errors
            } catch {
                Issue.record("\(error)")
                return []
            }
        }
    }

    private static let welding = #"{"title": {"en": "Welding"}, "url": "https://cedar.example/w", "hours": 12}"#

    @Test func `a program is created, then unchanged, then changed; what is not named stays`() async throws {
        let systems = try await Systems()
        let created = try await systems.put(Self.welding)
        #expect(created.outcome == .created)
        #expect(try await systems.put(Self.welding).outcome == .unchanged)
        #expect(try await systems.put(Self.welding).program.tag == created.program.tag)
        let changed = try await systems.put(#"{"hours": 14}"#)
        #expect(changed.outcome == .changed)
        #expect(changed.program.tag != created.program.tag)
        let stored = try await ProgramStore(systems.portal.database).program(of: "cedar-college", reference: "A")
        #expect(stored?.title.en == "Welding" && stored?.hours == 14)
        #expect(stored?.id == created.program.id)
        let history = try await systems.portal.database.read { try $0.history(of: created.program.id, limit: 9) }
        #expect(history.map(\.act) == [.imported, .imported] && history.map(\.actor) == [.key("SIS"), .key("SIS")])
    }

    @Test func `a version that is no longer there is not written over`() async throws {
        let systems = try await Systems()
        let first = try await systems.put(Self.welding, if: .absent).program.tag
        await #expect(throws: PushPrograms.Refusal.precondition) { try await systems.put(Self.welding, if: .absent) }
        let second = try await systems.put(#"{"hours": 14}"#, if: .matches([first])).program.tag
        await #expect(throws: PushPrograms.Refusal.precondition) { try await systems.put(#"{"hours": 15}"#, if: .matches([first])) }
        #expect(try await systems.put(#"{"hours": 15}"#, if: .matches(["\"x\"", second])).outcome == .changed)
        #expect(try await systems.put(#"{"hours": 16}"#, if: .matches([])).outcome == .changed)
        await #expect(throws: PushPrograms.Refusal.precondition) {
            try await systems.put(Self.welding, as: "other", if: .matches([]))
        }
    }

    @Test func `a list is written whole or not at all, and each mistake has its place`() async throws {
        let systems = try await Systems()
        let list =
            #"[{"reference": "A", "title": {"en": "One"}, "url": "https://x.example"}, {"reference": "B", "title": {"en": "Two"}, "url": "x", "hours": -1}]"#
        let errors = await systems.mistakes {
            _ = try await systems.exchange.push.put(all: Array(list.utf8), at: "cedar-college", by: systems.key)
        }
        #expect(errors.map(\.row) == [2, 2])
        #expect(Set(errors.map(\.column)) == ["url", "hours"])
        #expect(try await ProgramStore(systems.portal.database).count() == 0)
        let right = list.replacing(#""x""#, with: #""https://x.example""#).replacing("-1", with: "1")
        let done = try await systems.exchange.push.put(all: Array(right.utf8), at: "cedar-college", by: systems.key)
        #expect(done.new == 2 && done.changed == 0)
        #expect(try await systems.exchange.push.put(all: Array(right.utf8), at: "cedar-college", by: systems.key).unchanged == 2)
        let many = "[" + Array(repeating: #"{"reference": "A"}"#, count: 1_001).joined(separator: ",") + "]"
        await #expect(throws: PushPrograms.Refusal.tooMany) {
            try await systems.exchange.push.put(all: Array(many.utf8), at: "cedar-college", by: systems.key)
        }
    }

    @Test func `whatever else a body is becomes a mistake with its place`() async throws {
        let systems = try await Systems()
        for body in [
            "", "{", "[]", "null", "12", #"{"title": 3}"#, #"{"price": 3}"#, #"{"title": {"en": "a\u0000b"}, "url": "https://x.example"}"#,
            "\u{FEFF}{}",
        ] {
            #expect(await !systems.mistakes { _ = try await systems.put(body) }.isEmpty, "\(body)")
        }
        for body in [#"{"reference": "B"}"#, #"{"institution": "elm"}"#] {
            await #expect(throws: PushPrograms.Refusal.otherReference) { try await systems.put(body) }
        }
        let elsewhere = #"[{"institution": "elm", "reference": "A", "title": {"en": "One"}, "url": "https://x.example"}]"#
        let errors = await systems.mistakes {
            _ = try await systems.exchange.push.put(all: Array(elsewhere.utf8), at: "cedar-college", by: systems.key)
        }
        #expect(errors.map(\.reason) == [.otherInstitution("elm", own: "cedar-college")])
    }

    @Test func `a key opens its own institution, in its own scope, until it is revoked`() async throws {
        let systems = try await Systems(.read)
        #expect(try await systems.exchange.keys.find(systems.secret)?.id == systems.key.id)
        #expect(try await systems.exchange.keys.find("Bearer \(systems.secret)") == nil)
        #expect(try await systems.exchange.keys.find(String(systems.secret.dropLast()) + (systems.secret.last == "A" ? "E" : "A")) == nil)
        await #expect(throws: PushPrograms.Refusal.notAllowed) { try await systems.put(Self.welding) }
        await #expect(throws: PushPrograms.Refusal.notAllowed) {
            try await systems.exchange.push.archive("A", at: "cedar-college", by: systems.key)
        }
        await #expect(throws: PushPrograms.Refusal.notAllowed) { try await systems.exchange.push.program("A", at: "elm", for: systems.key) }
        let editor = SignedIn.sample("eve", Membership(.editor, at: "cedar-college")!)
        await #expect(throws: ManageKeys.Refusal.notAllowed) {
            try await systems.exchange.keys.make("x", .write, at: "cedar-college", by: editor)
        }
        let manager = SignedIn.sample("max", Membership(.manager, at: "cedar-college")!)
        #expect(try await systems.exchange.keys.revoke(systems.key.id, at: "cedar-college", by: manager))
        #expect(try await systems.exchange.keys.find(systems.secret) == nil)
    }

    @Test func `a key that asks too often waits, and others do not`() async throws {
        let watch = Watch()
        let pace = KeyPace(clock: watch.clock)
        for _ in 0..<60 { #expect(pace.wait("a") == 0) }
        #expect(pace.wait("a") > 0)
        #expect(pace.wait("b") == 0)
        watch.advance(hours: 1)
        #expect(pace.wait("a") == 0)
    }

    @Test func `archiving hides a program and erases nothing`() async throws {
        let systems = try await Systems()
        _ = try await systems.put(Self.welding)
        #expect(systems.exchange.push.published(at: "cedar-college", after: "").programs.map(\.reference) == ["A"])
        #expect(try await systems.exchange.push.archive("A", at: "cedar-college", by: systems.key))
        #expect(try await !systems.exchange.push.archive("A", at: "cedar-college", by: systems.key))
        #expect(systems.exchange.push.published(at: "cedar-college", after: "").programs.isEmpty)
        #expect(try await systems.exchange.push.program("A", at: "cedar-college", for: systems.key).json.contains(#""state": "archived""#))
        await #expect(throws: PushPrograms.Refusal.notFound) {
            try await systems.exchange.push.archive("Z", at: "cedar-college", by: systems.key)
        }
    }

    @Test func `the public reads neither drafts nor suggestions nor who decided`() async throws {
        let systems = try await Systems()
        let tagged =
            #"{"title": {"en": "W"}, "url": "https://x.example", "otherTags": [{"kind": "skill", "code": "x:y", "state": "suggested", "evidence": "secret words"}]}"#
        _ = try await systems.put(tagged)
        _ = try await systems.put(#"{"title": {"en": "D"}, "url": "https://x.example", "state": "draft"}"#, as: "B")
        let published = systems.exchange.push.published(at: "cedar-college", after: "").programs
        #expect(published.map(\.reference) == ["A"])
        #expect(!published[0].json.contains("secret words"))
        let all = try await systems.exchange.push.programs(at: "cedar-college", for: systems.key, after: "", since: nil)
        #expect(all.programs.map(\.reference) == ["A", "B"] && all.next == nil)
        #expect(all.programs[0].json.contains("secret words"))
    }
}
