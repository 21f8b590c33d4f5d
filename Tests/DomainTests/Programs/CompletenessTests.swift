import Domain
import Testing

@Suite struct CompletenessTests {
    private let today = CalendarDate.today

    /// Everything is told.
    private func whole(_ change: (inout Program) -> Void = { _ in }) -> Program {
        var program = Program.sample(
            hours: 20, weeks: 2, offerings: [.sample(startsIn: 10, dollars: 100)],
            tags: [Tag(.occupation(OccupationCode("33102")!)), Tag(.skill("caring"))])
        let text = LocalizedText(en: "Text", fr: "Texte")
        program.title = text
        program.summary = text
        program.description = text
        program.outcomes = [text]
        program.department = text
        program.assessment = text
        change(&program)
        return program
    }

    @Test func `a program that tells everything is complete`() {
        let completeness = whole().completeness(on: today)
        #expect(completeness.missing == [])
        #expect(completeness.share == 1)
    }

    @Test func `a program with a title and nothing else is at nothing`() {
        let completeness = Program.sample().completeness(on: today)
        #expect(completeness.missing == Completeness.Part.allCases)
        #expect(completeness.share == 0)
    }

    @Test(arguments: Completeness.Part.allCases) func `each part counts by itself, and the same as any other`(part: Completeness.Part) {
        let program = whole { program in
            switch part {
            case .summary: program.summary = LocalizedText()
            case .description: program.description = LocalizedText()
            case .outcomes: program.outcomes = []
            case .length: program.weeks = nil
            case .department: program.department = LocalizedText()
            case .assessment: program.assessment = LocalizedText()
            case .price: program.offerings[0].price = nil
            case .dates: program.offerings = [.sample(startsIn: -10, dollars: 100)]
            case .place: program.offerings[0].delivery = .hybrid
            case .occupations: program.tags.removeFirst()
            case .skills: program.tags.removeLast()
            case .bothLanguages: program.title.fr = nil
            }
        }
        let completeness = program.completeness(on: today)
        // Without a summary there is none in both languages either.
        #expect(completeness.missing == (part == .summary ? [.summary, .bothLanguages] : [part]))
        #expect(abs(completeness.share - (1 - Double(completeness.missing.count) / 12)) < 1e-12)
    }

    @Test func `a suggested tag tells nothing yet`() {
        let program = whole { $0.tags[1].state = .suggested }
        #expect(program.completeness(on: today).missing == [.skills])
    }

    @Test func `what has begun no longer counts beside what is still to come`() {
        let old = Offering.sample(startsIn: -5)
        #expect(whole { $0.offerings.append(old) }.completeness(on: today).missing == [])
    }

    @Test func `somewhere to be needs a place, online does not`() {
        for delivery in Offering.Delivery.allCases {
            let missing = whole { $0.offerings[0].delivery = delivery }.completeness(on: today).missing
            #expect(missing == ([.online, .onlineLive].contains(delivery) ? [] : [.place]))
        }
    }
}
