import Domain
import Testing

@Suite struct ProgramMergeTests {
    private static let base = Program(
        id: "p", institution: "i", reference: "R", title: LocalizedText(en: "Welding", fr: "Soudage"), hours: 10, url: "https://a.example")

    /// A program that differs from the base in every field.
    private static let other = Program(
        id: "p", institution: "i", reference: "R2", state: .archived, title: LocalizedText(en: "A", fr: "B"),
        summary: LocalizedText(en: "A", fr: "B"), description: LocalizedText(en: "A", fr: "B"), outcomes: [LocalizedText(en: "A")],
        department: LocalizedText(en: "A", fr: "B"), hours: 1, weeks: 2, priorEducation: .degree,
        priorEducationNote: LocalizedText(en: "A", fr: "B"), credential: .digitalBadge, assessment: LocalizedText(en: "A", fr: "B"),
        cipCode: "51", funding: [.osap], isWorkIntegrated: true, isHandsOn: true, supports: [.evening],
        endorsements: [Endorsement(name: "A")], sequence: SequenceStep(reference: "S", title: LocalizedText(), position: 1),
        url: "https://b.example", offerings: [Offering(schedule: .openAllYear, delivery: .online, language: .en)],
        tags: [Tag(.skill("s"))], lastConfirmed: CalendarDate(dayNumber: 20_000))

    @Test func `the fields together are the whole program: taking all of them makes one program the other`() {
        #expect(ProgramField.differences(Self.base, Self.other) == ProgramField.allCases)
        var program = Self.base
        for field in ProgramField.allCases { field.take(from: Self.other, into: &program) }
        #expect(program == Self.other)
    }

    @Test(arguments: ProgramField.allCases)
    func `a field is taken alone`(field: ProgramField) {
        var program = Self.base
        field.take(from: Self.other, into: &program)
        #expect(ProgramField.differences(Self.base, program) == [field])
    }

    @Test func `what only one of two changed is that one's`() {
        var (mine, theirs) = (Self.base, Self.base)
        mine.title.fr = "Souder"
        theirs.hours = 12
        let merge = ProgramMerge(base: Self.base, mine: mine, theirs: theirs)
        #expect(merge.conflicts == [] && merge.taken == [.hours])
        #expect(merge.program.title == LocalizedText(en: "Welding", fr: "Souder") && merge.program.hours == 12)
    }

    @Test func `what both changed alike is no conflict, and what both changed otherwise is one`() {
        var (mine, theirs) = (Self.base, Self.base)
        (mine.hours, theirs.hours) = (12, 12)
        (mine.weeks, theirs.weeks) = (2, 3)
        let merge = ProgramMerge(base: Self.base, mine: mine, theirs: theirs)
        #expect(merge.conflicts == [.weeks] && merge.taken == [])
        #expect(merge.program.weeks == 2)
        #expect(merge.resolving([.weeks: .theirs], theirs: theirs).program.weeks == 3)
        #expect(merge.resolving([.weeks: .mine], theirs: theirs).program.weeks == 2)
        #expect(merge.resolving([.hours: .theirs], theirs: theirs).conflicts == [.weeks])
    }

    @Test func `without a base every difference is a conflict`() {
        let merge = ProgramMerge(base: nil, mine: Self.base, theirs: Self.other)
        #expect(merge.conflicts == ProgramField.allCases.filter(\.isInForm))
    }

    @Test func `what is not compared is as the other has it`() {
        let merge = ProgramMerge(base: Self.base, mine: Self.other, theirs: Self.base)
        #expect(merge.program.tags == [] && merge.program.state == .published && merge.program.reference == "R2")
    }
}
