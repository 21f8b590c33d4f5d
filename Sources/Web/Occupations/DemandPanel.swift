import Domain
import HTML

/// How many workers employers looked for in the last twelve months: a sentence for each measure that is loaded, the rule by which it was
/// counted, bars by month or quarter, the source, and the numbers as a table.
struct DemandPanel {
    let view: View
    let labourMarket: LabourMarketInformation
    let occupation: OccupationCode

    private var t: Texts.Reader { view.t }

    /// Writes nothing when neither vacancies nor postings are published for the occupation.
    func write(_ h: inout HTMLWriter) {
        let region = view.region(labourMarket).region
        let published = [Demand.Measure.vacancies, .postings].compactMap { labourMarket.demand(occupation, $0, near: region) }
        guard !published.isEmpty else { return }
        h.element("section", .class("lmi"), Attribute("aria-labelledby", "demand")) { h in
            h.element("h2", .id("demand"), text: t("lmi.demand.title"))
            for (index, demand) in published.enumerated() { write(demand, isFurther: index > 0, &h) }
        }
    }

    /// The sentence alone, for a list of occupations.
    func writeSentence(_ h: inout HTMLWriter) {
        guard let demand = labourMarket.demand(occupation, near: view.region(labourMarket).region) else { return }
        h.element("p", .class("small"), text: sentence(demand))
    }

    func sentence(_ published: Published<Demand>) -> String {
        let demand = published.figure
        return t(
            "lmi.demand.\(demand.measure.rawValue).sentence", count: demand.count,
            [
                "place": view.placeName(published.region, labourMarket), "from": first(demand), "to": last(demand),
            ])
    }

    private func write(_ published: Published<Demand>, isFurther: Bool, _ h: inout HTMLWriter) {
        let demand = published.figure
        let measure = demand.measure.rawValue
        h.element("p", .class(isFurther ? "sentence further" : "sentence")) { $0.element("strong", text: sentence(published)) }
        if let note = view.widerPlaceNote(published, labourMarket) { h.element("p", .class("care"), text: note) }
        DemandFigure(view: view, demand: demand, place: view.placeName(published.region, labourMarket)).write(&h)
        h.element("p", .class("small")) { h in
            h.text(t("lmi.demand.\(measure).rule"))
            if !demand.isWholeYear {
                h.text(
                    " "
                        + t(
                            "lmi.demand.\(measure).partial", count: demand.publishedPeriods,
                            ["all": String(demand.measure.periodsInYear)]))
            }
        }
        if let source = view.sourceSentence(measure, labourMarket) {
            h.element("p", .class("source")) { h in
                h.text(source + " ")
                h.element("a", .href(view.links.aboutData), text: t("layout.aboutData"))
            }
        }
        FigureTable(
            id: "\(measure)-table", summary: t("outlook.figure.table"), caption: sentence(published),
            columns: [t("lmi.demand.\(measure).period"), t("lmi.demand.\(measure).count")],
            rows: demand.periods.map { [name($0, demand.measure), $0.count.map { view.format.number($0) } ?? t("lmi.notPublished")] }
        ).write(&h)
    }

    private func first(_ demand: Demand) -> String { demand.periods.first.map { view.format.month($0.start) } ?? "" }

    /// The last month of the last period.
    private func last(_ demand: Demand) -> String {
        guard let start = demand.periods.last?.start else { return "" }
        return view.format.month(demand.measure == .postings ? start : start.adding(days: 70))
    }

    private func name(_ period: Demand.Period, _ measure: Demand.Measure) -> String {
        guard measure == .vacancies else { return view.format.month(period.start) }
        return view.format.month(period.start) + " \u{2013} " + view.format.month(period.start.adding(days: 70))
    }
}
