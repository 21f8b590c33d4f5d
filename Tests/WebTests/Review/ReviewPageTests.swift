import Domain
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// The review of suggested tags, page by page.
@Suite struct ReviewPageTests {
    private static let editor = Membership(.editor, at: ConsolePortal.institution)!
    private static let place = "/en/console/institutions/northern-lakes/review"
    private static let sentence = "Six evenings of practice."

    /// Dementia care speaks for a skill and an occupation, with one sentence.
    private func portal() async throws -> (portal: ConsolePortal, ana: SignedInVisitor) {
        let portal = try await ConsolePortal()
        let reading = TextReading(
            program: "dementia", digest: "d", language: .en, reader: ReaderVersion(matcher: "1", taxonomy: "NOC"), at: portal.watch.now,
            suggestions: [
                ReadSuggestion(
                    target: .skill("first-aid"), confidence: 0.91,
                    evidence: TextEvidence(part: "description", start: 0, sentence: Self.sentence), taxonomyVersion: "T 1"),
                ReadSuggestion(target: .technology("git"), confidence: 0.3, evidence: nil, taxonomyVersion: nil),
            ])
        try await portal.database.write { try $0.keep([reading], as: .current) }
        return (portal, try await portal.person("Ana", Self.editor))
    }

    private func tags(_ portal: ConsolePortal) async throws -> [TagTarget: Tag.State] {
        let sheet = try await portal.publishing.read.sheet("dementia", at: ConsolePortal.institution)
        return Dictionary(uniqueKeysWithValues: sheet.standing.tags.map { ($0.target, $0.state) })
    }

    private func fields(_ page: Markup) -> [(String, String)] {
        page.inside("main").filter { $0.name == "input" && $0["type"] == "hidden" && $0["name"] != "review" }.map {
            ($0["name"] ?? "", $0["value"] ?? "")
        }
    }

    @Test func `the sentence a suggestion comes from is marked in the text, and the suggestion leads to it`() async throws {
        let (_, ana) = try await portal()
        let page = try await ana.get(Self.place).markup()
        let mark = try #require(page.withID("sentence-1"))
        #expect(mark.name == "mark" && mark.text.hasPrefix(Self.sentence))
        #expect(page.withClass("review-evidence").map { $0["href"] } == ["#sentence-1"])
        #expect(page.contains(text: "Very likely (91%)") && page.contains(text: "The text as a whole"))
        #expect(page.elements.contains { $0["data-chip"] == "skill:first-aid" && $0["data-state"] == "waiting" })
        #expect(page.elements.contains { $0["type"] == "radio" && $0["name"] == "verdict-0" && $0["value"] == "rejected skill:first-aid" })
        // Without a script there are no keys to speak of.
        #expect(page.withID("keys")?["hidden"] != nil)
    }

    @Test func `a form without a script decides, says so, and undo brings it back`() async throws {
        let (portal, ana) = try await portal()
        let page = try await ana.get(Self.place).markup()
        let saved = try await ana.post(
            Self.place, fields(page) + [("verdict-0", "approved skill:first-aid"), ("verdict-1", ""), ("do", "save")])
        #expect(saved.status == 303)
        #expect(saved.header("Location") == Self.place + "?done=1")
        #expect(try await tags(portal)[.skill("first-aid")] == .approved)
        #expect(try await tags(portal)[.technology("git")] == nil)
        let next = try await ana.get(Self.place + "?done=1").markup()
        #expect(next.contains(text: "1 tag is decided."))
        let review = try #require(next.elements.first { $0["name"] == "review" }?["value"])
        let undone = try await ana.post(Self.place + "/undo", [("review", review), ("program", "dementia")])
        #expect(undone.header("Location") == Self.place + "?program=dementia&restored=1")
        #expect(try await tags(portal)[.skill("first-aid")] == nil)
    }

    @Test func `everything that is likely is approved by one button, and a rejection beside it holds`() async throws {
        let (portal, ana) = try await portal()
        let page = try await ana.get(Self.place).markup()
        _ = try await ana.post(Self.place, fields(page) + [("verdict-1", "rejected technology:git"), ("from", "20"), ("do", "above")])
        #expect(try await tags(portal)[.skill("first-aid")] == .approved)
        #expect(try await tags(portal)[.technology("git")] == .rejected)
        let figures = try await ana.get(Self.place + "/quality").markup()
        #expect(figures.contains(text: "Suggestions decided") && figures.contains(text: "50%"))
    }

    @Test func `many at once are shown first, refused when they changed, and written when they are as shown`() async throws {
        let (portal, ana) = try await portal()
        let asked = Self.place + "/bulk?from=50&state=published&kind=skill&kind=technology"
        let page = try await ana.get(asked).markup()
        #expect(page.contains(text: "1 suggestion, in 1 program.") && page.contains(text: Self.sentence))
        let choice = [("from", "50"), ("state", "published"), ("kind", "skill"), ("kind", "technology")]
        let refused = try await ana.post(Self.place + "/bulk", choice + [("expected", "7")])
        #expect(refused.status == 409)
        #expect(try refused.markup().contains(text: "Nothing was approved"))
        #expect(try await tags(portal)[.skill("first-aid")] == nil)
        let done = try await ana.post(Self.place + "/bulk", choice + [("expected", "1")])
        #expect(done.header("Location") == Self.place + "/bulk?done=1")
        #expect(try await tags(portal)[.skill("first-aid")] == .approved)
        let past = try await ana.get(Self.place + "/bulk").markup()
        let review = try #require(past.elements.first { $0["name"] == "review" }?["value"])
        _ = try await ana.post(Self.place + "/undo", [("review", review), ("back", "bulk")])
        #expect(try await tags(portal)[.skill("first-aid")] == nil)
    }

    @Test func `a newer reading is shown with what would change, and taken by a button`() async throws {
        let (portal, ana) = try await portal()
        let newer = TextReading(
            program: "dementia", digest: "d", language: .en, reader: ReaderVersion(matcher: "2", taxonomy: "NOC"), at: portal.watch.now,
            suggestions: [ReadSuggestion(target: .skill("first-aid"), confidence: 0.5, evidence: nil, taxonomyVersion: nil)])
        try await portal.database.write { try $0.keep([newer], as: .next) }
        let page = try await ana.get(Self.place + "/changes").markup()
        #expect(page.contains(text: "2 suggestions would change, in 1 programs read anew."))
        #expect(page.contains(text: "91% \u{2192} 50%"))
        let taken = try await ana.post(Self.place + "/changes", [("do", "take")])
        #expect(taken.header("Location") == Self.place + "/changes?taken=1")
        #expect(try await portal.database.read { try $0.reading(of: "dementia")?.reader.matcher } == "2")
        #expect(try await ana.post(Self.place + "/changes", [("do", "x")]).status == 400)
    }

    @Test func `a viewer looks and decides nothing`() async throws {
        let (portal, _) = try await portal()
        let vera = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        let page = try await vera.get(Self.place).markup()
        #expect(page.contains(text: "Very likely") && !page.elements.contains { $0["type"] == "radio" })
        #expect(page.withID("save") == nil)
        #expect(try await vera.post(Self.place, [("program", "dementia")]).status == 403)
    }

    @Test func `a tag found by words shows where it stands, in either language`() async throws {
        let (_, ana) = try await portal()
        let page = try await ana.get("/en/console/institutions/northern-lakes/programs/dementia/tags?q=nurse").markup()
        let found = page.withClass("cell-note").map(\.text)
        #expect(found.contains { $0.hasPrefix("33102") }, "\(found)")
        #expect(page.contains(text: "1 suggestion to look at") || page.contains(text: "2 suggestions to look at"))
    }

    @Test func `learners read why a program has a tag, and no name of a person`() async throws {
        let (portal, ana) = try await portal()
        _ = try await ana.post(
            Self.place, [("program", "dementia"), ("verdict-0", "approved skill:first-aid"), ("do", "save")])
        let page = try await portal.client.get("/en/programs/dementia").markup()
        let why = try #require(page.withID("why-tags")).text
        #expect(why.contains("Read from the program’s text by the portal") && why.contains(Self.sentence) && why.contains("T 1"))
        #expect(!why.contains("Ana"))
    }
}
