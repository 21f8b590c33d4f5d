import Domain
import HTML

/// The facts of a program in one line and a fixed order: hours, price or free, how, where, next start.
struct FactLine {
    private let view: View
    private let today: CalendarDate

    init(view: View, today: CalendarDate) {
        self.view = view
        self.today = today
    }

    func write(_ program: Program, _ h: inout HTMLWriter) {
        h.element("ul", .class("facts")) { h in
            for fact in facts(program) { h.element("li", text: fact) }
        }
    }

    func facts(_ program: Program) -> [String] {
        let upcoming = program.upcomingOfferings(on: today)
        return [length(program), price(program), deliveries(upcoming), places(upcoming), start(upcoming)].compactMap { $0 }
    }

    func length(_ program: Program) -> String? {
        program.hours.map { view.t("facts.hours", count: $0, ["hours": view.format.number($0)]) }
    }

    func price(_ program: Program) -> String? {
        guard let lowest = program.lowestPrice(on: today) else { return nil }
        if lowest == .free { return view.t("facts.free") }
        let prices = Set(program.offerings.filter { $0.isUpcoming(on: today) }.compactMap(\.price))
        let amount = view.format.money(lowest)
        return prices.count > 1 ? view.t("facts.priceFrom", ["price": amount]) : amount
    }

    func deliveries(_ offerings: [Offering]) -> String? {
        let kinds = Offering.Delivery.allCases.filter { kind in offerings.contains { $0.delivery == kind } }
        guard !kinds.isEmpty else { return nil }
        return view.format.list(kinds.map { view.t("facts.delivery.\($0.rawValue)") }, and: view.t("facts.or"))
    }

    func places(_ offerings: [Offering]) -> String? {
        var cities: [String] = []
        for city in offerings.compactMap(\.place?.city) where !cities.contains(city) { cities.append(city) }
        guard let first = cities.first else { return nil }
        return cities.count > 2
            ? view.t("facts.placeAndMore", count: cities.count - 1, ["place": first])
            : view.format.list(cities, and: view.t("facts.or"))
    }

    func start(_ upcoming: [Offering]) -> String {
        let date = startDate(upcoming)
        return upcoming.first?.start == nil ? date : view.t("facts.starts", ["date": date])
    }

    /// The same where a label says already that it is the start.
    func startDate(_ upcoming: [Offering]) -> String {
        guard let first = upcoming.first else { return view.t("facts.noDates") }
        return first.start.map(view.format.date) ?? view.t("facts.openAllYear")
    }
}
