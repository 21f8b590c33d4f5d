import Domain
import Portal
import Testing

/// Who can get help with the price, by the published rules.
struct FundingRulesTests {
    private let rules = FundingRules.builtIn

    private func verdict(_ support: String, _ choices: [String: String], _ program: Program? = nil, _ kind: Institution.Kind = .college)
        -> FundingAnswer.Verdict?
    {
        let institution = Institution(
            id: "i", name: LocalizedText(en: "I"), kind: kind, url: "https://i.example", place: Place(city: "Sudbury"))
        var facts = program.map { FundingFacts(program: $0, institution: institution) } ?? FundingFacts()
        facts.choices.merge(choices) { known, _ in known }
        return rules.answers(facts).first { $0.support.key == support }?.verdict
    }

    private func program(hours: Double? = 30, weeks: Double? = 6, funding: Set<Funding> = [.osap]) -> Program {
        Program(
            id: "p", institution: "i", reference: "P", title: LocalizedText(en: "P"), hours: hours, weeks: weeks, funding: funding,
            url: "https://i.example/p")
    }

    private let able = [
        "residence": "ontario", "status": "citizen", "income": "within", "other-osap": "no", "age": "26-to-65", "work": "employed",
        "employer": "small", "rrsp": "yes",
    ]

    @Test func `the rules have the same numbers as the program's own check`() throws {
        let osap = try #require(rules.supports.first { $0.key == "osap" })
        let hours = try #require(osap.conditions.first { $0.key == "hours" })
        #expect(hours.from == Funding.osapHours.lowerBound && hours.through == Funding.osapHours.upperBound)
        #expect(osap.conditions.first { $0.key == "weeks" }?.below == Funding.osapWeeksBelow)
    }

    @Test func `OSAP is likely when everything published is met, and one thing that is not rules it out`() {
        #expect(verdict("osap", able, program()) == .likely)
        for (question, answer) in [("residence", "canada"), ("status", "other"), ("income", "above"), ("other-osap", "yes")] {
            #expect(verdict("osap", able.merging([question: answer]) { $1 }, program()) == .unlikely)
        }
        #expect(verdict("osap", able, program(weeks: 12)) == .unlikely)
        #expect(verdict("osap", able, program(hours: 4)) == .unlikely)
        #expect(verdict("osap", able, program(hours: 301)) == .unlikely)
        for (hours, weeks) in [(5.0, 11.9), (300, 1)] { #expect(verdict("osap", able, program(hours: hours, weeks: weeks)) == .likely) }
    }

    @Test func `what is not known is to be asked`() {
        #expect(verdict("osap", able, program(hours: nil)) == .ask)
        #expect(verdict("osap", able, program(funding: [])) == .ask)
        for question in ["residence", "status", "income", "other-osap"] {
            #expect(verdict("osap", able.filter { $0.key != question }, program()) == .ask)
        }
        #expect(verdict("osap", [:]) == .ask)
        #expect(verdict("osap", able) == .likely)
    }

    @Test func `the job grant needs an employer who pays a share`() {
        let program = program(funding: [.canadaOntarioJobGrant])
        for size in ["small", "large"] {
            #expect(verdict("canada-ontario-job-grant", able.merging(["employer": size]) { $1 }, program) == .likely)
        }
        #expect(verdict("canada-ontario-job-grant", able.merging(["employer": "no"]) { $1 }, program) == .unlikely)
        #expect(verdict("canada-ontario-job-grant", able.merging(["work": "student"]) { $1 }, program) == .unlikely)
        for work in ["self-employed", "unemployed"] {
            #expect(verdict("canada-ontario-job-grant", able.merging(["work": work]) { $1 }, program) == .ask)
        }
    }

    @Test func `the training credit is for 26 to 65, at schools that teach at the level`() {
        for (age, expected) in [
            ("under-26", FundingAnswer.Verdict.unlikely), ("26-to-65", .likely), ("66-to-71", .unlikely), ("over-71", .unlikely),
        ] {
            #expect(verdict("canada-training-credit", able.merging(["age": age]) { $1 }, program()) == expected)
        }
        #expect(verdict("canada-training-credit", able, program(), .otherTrainer) == .ask)
        #expect(verdict("canada-training-credit", able.merging(["residence": "elsewhere"]) { $1 }, program()) == .unlikely)
    }

    @Test func `the lifelong learning plan asks for three months and ten hours a week`() {
        #expect(verdict("lifelong-learning-plan", able, program(hours: 130, weeks: 13)) == .likely)
        #expect(verdict("lifelong-learning-plan", able, program(hours: 120, weeks: 12)) == .unlikely)
        #expect(verdict("lifelong-learning-plan", able, program(hours: 129, weeks: 13)) == .unlikely)
        #expect(verdict("lifelong-learning-plan", able.merging(["rrsp": "no"]) { $1 }, program(hours: 130, weeks: 13)) == .unlikely)
    }

    @Test func `every rule is dated and cited, and every answer of a question means something`() {
        #expect(rules.supports.count == 4)
        for support in rules.supports {
            #expect(support.asOf > CalendarDate("2024-01-01")! && support.asOf < CalendarDate("2027-01-01")!)
            #expect(!support.sources.isEmpty && !support.conditions.isEmpty)
            #expect(support.sources.allSatisfy { $0.url.hasPrefix("https://") && $0.title.isBilingual && $0.publisher.isBilingual })
        }
        for question in rules.questions {
            let conditions = rules.supports.flatMap(\.conditions).filter { $0.fact == question.key }
            #expect(!conditions.isEmpty, "nothing depends on \(question.key)")
            for condition in conditions {
                let said = Set((condition.likely ?? []) + (condition.ask ?? []) + (condition.unlikely ?? []))
                #expect(said == Set(question.answers), "\(question.key) of \(condition.key)")
            }
        }
    }

    @Test func `a verdict follows from its outcomes, for every answer to every question`() {
        func all(_ questions: ArraySlice<FundingRules.Question>, _ chosen: [String: String]) {
            guard let question = questions.first else {
                var facts = FundingFacts(program: program(), institution: nil)
                facts.choices.merge(chosen) { known, _ in known }
                for answer in rules.answers(facts) {
                    let outcomes = Set(answer.outcomes.map(\.outcome))
                    let expected: FundingAnswer.Verdict = outcomes.contains(.unlikely) ? .unlikely : outcomes == [.likely] ? .likely : .ask
                    guard answer.verdict == expected else {
                        Issue.record("\(answer.support.key): \(answer.verdict) for \(chosen)")
                        return
                    }
                }
                return
            }
            for answer in [nil] + question.answers.map(Optional.some) {
                var next = chosen
                next[question.key] = answer
                all(questions.dropFirst(), next)
            }
        }
        all(rules.questions.prefix(6)[...], ["other-osap": "no"])
    }
}
