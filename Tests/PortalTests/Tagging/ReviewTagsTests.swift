import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// What people decide about suggestions.
@Suite struct ReviewTagsTests {
    private static let cedar = PublishingPortal.cedar
    private static let sentence = "Learn to weld mild steel."

    private static let program = Program.small("weld", occupation: .nurseAides).with {
        $0.description = LocalizedText(en: "Bring gloves. " + sentence)
    }

    /// A portal with suggestions of known confidence.
    private func portal(_ programs: Program..., confidence: [Double] = [0.9, 0.4]) async throws -> PublishingPortal {
        let portal = try await PublishingPortal()
        for program in programs { try await portal.found(program) }
        let evidence = TextEvidence(part: "description", start: 14, sentence: Self.sentence)
        let readings = programs.map { program in
            TextReading(
                program: program.id, digest: "d", language: .en, reader: ReaderVersion(matcher: "1", taxonomy: "NOC"),
                at: portal.accounts.now,
                suggestions: zip([TagTarget.occupation(.welders), .skill("steel")], confidence).map {
                    ReadSuggestion(target: $0, confidence: $1, evidence: evidence, taxonomyVersion: "T 1")
                })
        }
        try await portal.accounts.database.write { try $0.keep(readings, as: .current) }
        return portal
    }

    private func states(_ portal: PublishingPortal, _ id: Program.ID = "weld") async throws -> [TagTarget: Domain.Tag.State] {
        Dictionary(uniqueKeysWithValues: try await portal.sheet(id).standing.tags.map { ($0.target, $0.state) })
    }

    @Test func `an approved suggestion is a tag with its sentence, and counts for learners at once`() async throws {
        let portal = try await portal(Self.program)
        let review = portal.publishing.review
        #expect(try await review.queue(of: Self.cedar).suggestions == 2)
        #expect(portal.inCatalogue()?.occupations == [.nurseAides])
        let count = try await review.decide(
            [.occupation(.welders): .approved, .skill("steel"): .rejected], on: "weld", at: Self.cedar, by: portal.ana)
        #expect(count == 2)
        let tag = try #require(try await portal.sheet().standing.tags.first { $0.target == .occupation(.welders) })
        #expect(tag.evidence == Self.sentence && tag.confidence == 0.9 && tag.decidedBy == "Ana" && tag.taxonomyVersion == "T 1")
        #expect(portal.inCatalogue()?.occupations == [.nurseAides, .welders])
        #expect(try await portal.history().map(\.act) == [.tagged, .found])
        #expect(try await review.queue(of: Self.cedar).waiting.isEmpty)
    }

    @Test func `a rejected suggestion does not come back, until a person adds it by hand`() async throws {
        let portal = try await portal(Self.program)
        let review = portal.publishing.review
        try await review.decide([.occupation(.welders): .rejected], on: "weld", at: Self.cedar, by: portal.ana)
        #expect(try await review.sheet("weld", at: Self.cedar)?.items.map(\.target) == [.skill("steel")])
        // A page that was open since before cannot bring it back.
        #expect(try await review.decide([.occupation(.welders): .approved], on: "weld", at: Self.cedar, by: portal.luc) == 0)
        #expect(try await states(portal)[.occupation(.welders)] == .rejected)
        portal.accounts.watch.advance(seconds: 1)
        try await portal.publishing.tag.approve(.occupation(.welders), on: "weld", at: Self.cedar, by: portal.luc)
        #expect(try await states(portal)[.occupation(.welders)] == .approved)
        let lines = try await portal.publishing.measureTagging(of: Self.cedar).lines
        #expect(lines.count == 1 && lines[0].rejected == 1 && lines[0].added == 1 && lines[0].approved == 0 && lines[0].matcher == "1")
    }

    @Test func `undo brings back what was there, writes it to the history, and leaves what was decided since`() async throws {
        let portal = try await portal(Self.program)
        let review = portal.publishing.review
        let before = try await portal.sheet().standing
        try await review.decide(
            [.occupation(.welders): .approved, .skill("steel"): .rejected], on: "weld", at: Self.cedar, by: portal.ana)
        let done = try #require(try await review.lastReview(of: portal.ana, at: Self.cedar))
        #expect(try await review.lastReview(of: portal.luc, at: Self.cedar) == nil)
        portal.accounts.watch.advance(seconds: 5)
        try await portal.publishing.tag.approve(.skill("steel"), on: "weld", at: Self.cedar, by: portal.luc)
        let undone = try #require(try await review.undo(done.id, at: Self.cedar, by: portal.ana))
        #expect(undone == (1, 1))
        let after = try await portal.sheet().standing
        #expect(after.tags.filter { $0.target != .skill("steel") } == before.tags)
        #expect(try await states(portal)[.skill("steel")] == .approved)
        #expect(try await portal.history().count == 4)
        #expect(try await review.undo(done.id, at: Self.cedar, by: portal.ana) == nil)
        #expect(try await review.queue(of: Self.cedar).suggestions == 1)
    }

    @Test func `everything that is likely enough is approved at one stroke, but for what was rejected`() async throws {
        let portal = try await portal(Self.program)
        try await portal.publishing.review.decide(
            [.occupation(.welders): .rejected], approvingFrom: 0.3, on: "weld", at: Self.cedar, by: portal.ana)
        let states = try await states(portal)
        #expect(states[.occupation(.welders)] == .rejected && states[.skill("steel")] == .approved)
    }

    @Test func `many programs are approved by confidence as they were shown, or not at all, and undone together`() async throws {
        let draft = Self.program.with { $0.reference = "D" }
        let other = Program.small("other", state: .draft, occupation: .nurseAides).with { $0.description = draft.description }
        let portal = try await portal(Self.program, other)
        let bulk = portal.publishing.reviewInBulk
        var choice = BulkChoice()
        choice.percent = 80
        choice.states = [.published, .draft]
        let found = try await bulk.look(choice, at: Self.cedar, samples: 5)
        #expect(found.suggestions.count == 2 && found.programs == 2 && found.titles.count == 2)
        await #expect(throws: ReviewInBulk.Failure.changed) {
            _ = try await bulk.approve(choice, expecting: 3, at: Self.cedar, by: portal.ana)
        }
        #expect(try await bulk.approve(choice, expecting: 2, at: Self.cedar, by: portal.ana) == 2)
        #expect(try await states(portal, "other")[.occupation(.welders)] == .approved)
        #expect(try await states(portal, "other")[.skill("steel")] == nil)
        let done = try #require(try await bulk.done(at: Self.cedar).first)
        #expect(done.decisions == 2)
        #expect(try await portal.publishing.review.undo(done.review.id, at: Self.cedar, by: portal.luc)?.restored == 2)
        #expect(try await states(portal)[.occupation(.welders)] == nil)
        choice.states = [.draft]
        choice.kinds = [.skill]
        #expect(try await bulk.look(choice, at: Self.cedar, samples: 5).suggestions.isEmpty)
    }

    @Test func `a divided code of before waits first, with its reason`() async throws {
        let divided = Self.program.with { $0.tags = [Domain.Tag(.occupation(.nurseAides), state: .suggested, evidence: "NOC 2016: 3413")] }
        let portal = try await portal(divided)
        let items = try #require(try await portal.publishing.review.sheet("weld", at: Self.cedar)?.items)
        #expect(items.first?.target == .occupation(.nurseAides) && items.first?.reason == .formerCode("3413"))
        try await portal.publishing.review.decide([.occupation(.nurseAides): .approved], on: "weld", at: Self.cedar, by: portal.ana)
        let tag = try #require(try await portal.sheet().standing.tags.first)
        #expect(tag.state == .approved && tag.formerCode == "3413")
    }

    @Test func `the time a program takes is counted up to ten minutes, without anybody's name`() async throws {
        let portal = try await portal(Self.program, .small("other").with { $0.description = Self.program.description })
        let shown = portal.accounts.now
        portal.accounts.watch.advance(seconds: 7)
        let review = portal.publishing.review
        try await review.decide([.skill("steel"): .approved], on: "weld", at: Self.cedar, shownAt: shown, by: portal.ana)
        portal.accounts.watch.advance(seconds: 3_600)
        try await review.decide([.skill("steel"): .approved], on: "other", at: Self.cedar, shownAt: shown, by: portal.ana)
        let figures = try await portal.publishing.measureTagging(of: nil)
        #expect(figures.median == 7 && figures.timed == 2)
        #expect(
            try await portal.accounts.database.read { try $0.reviewTimes(of: Self.cedar, since: "2026-01").map(\.seconds) } == [7, 600])
    }

    @Test func `who may not review changes nothing`() async throws {
        let portal = try await portal(Self.program)
        let vera = try await portal.accounts.person("Vera", Membership(.viewer, at: Self.cedar)!)
        await #expect(throws: PublishingError.self) {
            try await portal.publishing.review.decide([.skill("steel"): .approved], on: "weld", at: Self.cedar, by: vera)
        }
        await #expect(throws: PublishingError.self) {
            _ = try await portal.publishing.reviewInBulk.approve(BulkChoice(), expecting: 0, at: Self.cedar, by: vera)
        }
        await #expect(throws: PublishingError.self) { try await portal.publishing.compareReadings.take(at: Self.cedar, by: vera) }
        #expect(try await portal.publishing.review.sheet("weld", at: "birch-college") == nil)
    }
}
