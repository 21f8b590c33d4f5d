import Domain
import Matching
import Testing

/// Programs are kept as bytes: what is read back must be what was put in.
struct PackedProgramTests {
    @Test(arguments: 1...5)
    func `every program comes back as it was`(seed: UInt64) {
        var random = RandomCatalogue(seed: 9000 + seed)
        let programs = random.programs(80).filter { $0.state == .published }
        #expect(Catalogue.sample(programs).programs == programs.sorted { $0.id < $1.id })
    }

    @Test func `so does one with everything a program can have`() {
        var program = Program.sample("каталог 🎓", en: String(repeating: "é", count: 300), fr: "\n")
        program.summary.en = ""
        program.reference = ""
        program.outcomes = [LocalizedText(), LocalizedText(fr: "Œuvre")]
        program.hours = -0.0
        program.weeks = .greatestFiniteMagnitude
        program.priorEducationNote = LocalizedText(en: "note")
        program.credential = .industryCertification
        program.assessment = LocalizedText(en: "exam", fr: "examen")
        program.cipCode = "51.3902"
        program.funding = Set(Funding.allCases)
        program.supports = Set(Support.allCases)
        program.endorsements = [Endorsement(name: "A", url: nil), Endorsement(name: "", url: "")]
        program.sequence = SequenceStep(reference: "S", title: LocalizedText(en: "Series"), position: -7)
        program.offerings = [
            Offering(
                schedule: .dates(start: CalendarDate(dayNumber: -40_000), end: CalendarDate(dayNumber: 40_000)), delivery: .workplace,
                place: Place(city: "Sault Ste. Marie", postalCode: nil), language: .fr, price: Money(cents: 123_456_789)),
            Offering(schedule: .openAllYear, delivery: .online, language: .en),
        ]
        program.tags = [
            Domain.Tag(
                .occupation(.welder), state: .inferred, evidence: "", confidence: 0.1, decidedBy: "matcher 1",
                decidedAt: Timestamp(milliseconds: -5), taxonomyVersion: "NOC 2021 v1.0"),
            Domain.Tag(.industry("31-33"), state: .suggested), Domain.Tag(.skill("x"), state: .rejected), Domain.Tag(.technology("git")),
        ]
        program.lastConfirmed = CalendarDate(dayNumber: -1)
        #expect(Catalogue.sample([program]).program(program.id) == program)
    }
}
