import Domain
import Portal

/// The sentences of funding, with the rules' own numbers in them.
struct FundingTexts {
    let view: View

    func name(_ support: FundingRules.Support) -> String { view.t("funding.\(support.key).name") }
    func verdict(_ verdict: FundingAnswer.Verdict) -> String { view.t("funding.verdict.\(verdict.rawValue)") }

    func sentence(_ condition: FundingRules.Condition, _ outcome: FundingAnswer.Outcome, of support: FundingRules.Support) -> String {
        view.t(
            "funding.\(support.key).\(condition.key).\(outcome.rawValue)",
            ["from": number(condition.from), "through": number(condition.through), "below": number(condition.below)])
    }

    /// Outcomes a condition can have: those it has a sentence for.
    func outcomes(_ condition: FundingRules.Condition) -> [FundingAnswer.Outcome] {
        let isNumber = condition.from != nil || condition.through != nil || condition.below != nil
        return FundingAnswer.Outcome.allCases.filter { outcome in
            switch outcome {
            case .likely: isNumber || condition.likely != nil
            case .ask: condition.ask != nil
            case .unlikely: isNumber || condition.unlikely != nil
            case .unknown: true
            }
        }
    }

    private func number(_ value: Double?) -> String { value.map(view.format.number) ?? "" }
}
