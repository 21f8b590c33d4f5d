package import Domain

/// What is known of a person and of a program, as far as funding depends on it. Never stored.
package struct FundingFacts: Sendable {
    package var choices: [String: String] = [:]
    package var numbers: [String: Double] = [:]
    /// Without a program, what depends on one is left open.
    package private(set) var hasProgram = false

    package init() {}

    /// - Parameter institution: who offers the program.
    package init(program: Program, institution: Institution?) {
        hasProgram = true
        numbers["program.hours"] = program.hours
        numbers["program.weeks"] = program.weeks
        if let hours = program.hours, let weeks = program.weeks, weeks > 0 { numbers["program.hours-per-week"] = hours / weeks }
        choices["program.osap"] = program.funding.contains(.osap) ? "yes" : "no"
        choices["program.job-grant"] = program.funding.contains(.canadaOntarioJobGrant) ? "yes" : "no"
        choices["program.institution"] = institution?.kind.rawValue
    }
}

/// Whether a support is likely for somebody, and what that rests on.
package struct FundingAnswer: Sendable {
    package enum Verdict: String, Sendable, CaseIterable { case likely, ask, unlikely }

    package enum Outcome: String, Sendable, CaseIterable {
        case likely, ask, unlikely
        /// Not answered, or not said by the institution.
        case unknown
    }

    package let support: FundingRules.Support
    package let verdict: Verdict
    /// In the order of the rules; conditions about a program only where there is one.
    package let outcomes: [(condition: FundingRules.Condition, outcome: Outcome)]
}

extension FundingRules.Condition {
    package func outcome(_ facts: FundingFacts) -> FundingAnswer.Outcome {
        if from != nil || through != nil || below != nil {
            guard let number = facts.numbers[fact] else { return .unknown }
            let fits = number >= from ?? number && number <= through ?? number && below.map { number < $0 } ?? true
            return fits ? .likely : .unlikely
        }
        guard let choice = facts.choices[fact] else { return .unknown }
        if likely?.contains(choice) == true { return .likely }
        if ask?.contains(choice) == true { return .ask }
        return unlikely?.contains(choice) == true ? .unlikely : .unknown
    }
}

extension FundingRules {
    /// One answer a support, in the order of the rules. One thing that rules it out is enough; one thing not known leaves it open.
    package func answers(_ facts: FundingFacts) -> [FundingAnswer] {
        supports.map { support in
            let outcomes = support.conditions.filter { facts.hasProgram || !$0.isAboutProgram }.map { ($0, $0.outcome(facts)) }
            let verdict: FundingAnswer.Verdict =
                outcomes.contains { $0.1 == .unlikely } ? .unlikely : outcomes.contains { $0.1 != .likely } ? .ask : .likely
            return FundingAnswer(support: support, verdict: verdict, outcomes: outcomes)
        }
    }
}
