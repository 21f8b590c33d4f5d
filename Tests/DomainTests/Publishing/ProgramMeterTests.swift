import Domain
import Testing

@Suite struct ProgramMeterTests {
    private static let today = CalendarDate("2026-11-23")!
    private static let cedar = Institution(
        id: "c", name: LocalizedText(en: "Cedar", fr: "Cèdre"), kind: .college, url: "https://c.example", place: Place(city: "Sudbury"))

    private static let whole = Program(
        id: "p", institution: "c", reference: "R", title: LocalizedText(en: "A", fr: "B"), summary: LocalizedText(en: "A", fr: "B"),
        description: LocalizedText(en: "A", fr: "B"), outcomes: [LocalizedText(en: "A", fr: "B")],
        department: LocalizedText(en: "A", fr: "B"), hours: 1, weeks: 1, assessment: LocalizedText(en: "A", fr: "B"),
        endorsements: [Endorsement(name: "E")], url: "https://c.example",
        offerings: [Offering(schedule: .openAllYear, delivery: .online, language: .en, price: .free)],
        tags: [Tag(.skill("s")), Tag(.occupation(OccupationCode("72106")!))])

    @Test func `a program that says everything is complete`() {
        let meter = ProgramMeter(Self.whole, institution: Self.cedar, on: Self.today)
        #expect(meter.missing == [] && meter.share == 1)
    }

    @Test func `the summary is asked for first`() {
        let bare = Program(id: "p", institution: "c", reference: "R", title: LocalizedText(en: "A"), url: "https://c.example")
        let meter = ProgramMeter(bare, institution: Self.cedar, on: Self.today)
        #expect(meter.missing.first == .competencies)
        #expect(meter.missing.count == 13 && abs(meter.share - 2.0 / 15) < 1e-9)
        #expect(ProgramMeter(bare, institution: nil, on: Self.today).missing.first == .issuer)
    }

    @Test func `without endorsements that is what is missing`() {
        var program = Self.whole
        program.endorsements = []
        #expect(ProgramMeter(program, institution: Self.cedar, on: Self.today).missing == [.endorsement])
    }

    @Test func `parity counts texts that one language lacks`() {
        var program = Self.whole
        #expect(LanguageParity(program).isWhole && LanguageParity(program).absent == nil)
        program.title.fr = nil
        program.outcomes = [LocalizedText(en: "A"), LocalizedText(en: "B", fr: "C")]
        let parity = LanguageParity(program)
        // Title, summary, description, department, assessment and two outcomes.
        #expect(parity.texts == 7)
        #expect(parity.lacking(in: .fr) == [.titleFr, .outcomes] && parity.lacking(in: .en) == [])
        #expect(abs(parity.share(.fr) - 5.0 / 7) < 1e-9 && parity.share(.en) == 1)
        #expect(parity.absent == .fr)
    }

    @Test func `nine months without a word is stale`() {
        func freshness(_ days: Int) -> Freshness { Freshness(lastConfirmed: Self.today.adding(days: -days), today: Self.today) }
        #expect(!freshness(0).isStale && !freshness(274).isStale && freshness(275).isStale)
        #expect(Freshness(lastConfirmed: nil, today: Self.today).isStale)
    }
}
