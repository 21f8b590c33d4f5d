import Domain

/// The facts of a program that decide, each as a reader reads it: the same on its card, beside others in a comparison, and on paper.
struct DecisionFacts {
    private let view: View
    private let program: Program
    private let today: CalendarDate
    private let lines: FactLine
    private let upcoming: [Offering]

    init(view: View, program: Program, today: CalendarDate) {
        self.view = view
        self.program = program
        self.today = today
        lines = FactLine(view: view, today: today)
        upcoming = program.upcomingOfferings(on: today)
    }

    /// In the order a reader asks for them.
    static let keys = ["price", "length", "start", "delivery", "place", "language", "prior", "funding"].map { "program.fact.\($0)" }

    /// What is not known is not among them.
    var rows: [(key: String, values: [String])] {
        let values: [[String?]] = [
            [lines.price(program)], [length], [lines.startDate(upcoming)], [lines.deliveries(upcoming)], [lines.places(upcoming)],
            [languages], [prior], funding,
        ]
        return zip(Self.keys, values).map { ($0, $1.compactMap { $0 }) }.filter { !$0.values.isEmpty }
    }

    var isStale: Bool { Freshness(program, today: today).isStale }

    /// When somebody at the institution last said that all this is right.
    var confirmed: String {
        guard let date = program.lastConfirmed else { return view.t("program.neverConfirmed") }
        return view.t(isStale ? "program.confirmedStale" : "program.confirmed", ["date": view.format.date(date)])
    }

    private var length: String? {
        let weeks = program.weeks.map { view.t("program.weeks", count: $0, ["weeks": view.format.number($0)]) }
        let parts = [lines.length(program), weeks].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var languages: String? {
        let languages = Language.allCases.filter { language in upcoming.contains { $0.language == language } }
        guard !languages.isEmpty else { return nil }
        return view.format.list(languages.map { view.t("facet.language.\($0.rawValue)") }, and: view.t("facts.or"))
    }

    private var prior: String {
        let level = view.t("facet.prior-education.\(program.priorEducation.rawValue)")
        guard let note = program.priorEducationNote.resolved(view.language)?.text else { return level }
        return "\(level). \(note)"
    }

    private var funding: [String] {
        Funding.allCases.filter(program.eligibleFunding.contains).map { view.t("program.funding.\($0.rawValue)") }
    }
}
