import Domain
import Matching

/// Two occupations' published figures, line by line.
struct MoveFigures {
    let view: View
    let labourMarket: LabourMarketInformation

    struct Row {
        let label: String
        /// `nil` when nothing is published.
        let from: String?
        let to: String?
    }

    /// A line that neither has is left out.
    func rows(_ from: OccupationCode, _ to: OccupationCode) -> [Row] {
        let t = view.t
        let lines: [(String, (OccupationCode) -> String?)] = [
            (t("moves.figure.outlook"), { labourMarket.outlook($0).map { t("facet.outlook.\($0.value.rawValue)") } }),
            (t("moves.figure.training"), { t("occupation.teer.\($0.teer)") }),
            (t("moves.figure.employment"), { number($0, \.employment) }),
            (t("moves.figure.growth"), { number($0, \.employmentGrowth) }),
            (t("moves.figure.openings"), { number($0, \.openings) }),
            (t("moves.figure.seekers"), { number($0, \.seekers) }), (t("moves.figure.wage"), wage),
        ]
        return lines.compactMap { label, figure in
            let (first, second) = (figure(from), figure(to))
            return first == nil && second == nil ? nil : Row(label: label, from: first, to: second)
        }
    }

    /// The national median, as published: by the hour or by the year.
    private func wage(_ code: OccupationCode) -> String? {
        guard let wage = labourMarket.wage(code, near: nil)?.figure, let median = wage.median else { return nil }
        return view.t("moves.figure.\(wage.unit.rawValue)", ["amount": view.format.money(median)])
    }

    private func number(_ code: OccupationCode, _ figure: KeyPath<Outlook.Figures, Int>) -> String? {
        labourMarket.outlook(code)?.figures.map { view.format.number($0[keyPath: figure]) }
    }
}
