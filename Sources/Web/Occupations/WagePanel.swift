import Domain
import HTML

/// What an occupation pays in the reader's place: a sentence, three bars, the source, and every region as a table.
struct WagePanel {
    let view: View
    let labourMarket: LabourMarketInformation
    let occupation: OccupationCode

    private var t: Texts.Reader { view.t }
    private var published: Published<Wage>? { labourMarket.wage(occupation, near: view.region(labourMarket).region) }

    /// Writes nothing when no wage is published for the occupation.
    func write(_ h: inout HTMLWriter) {
        guard let published, let sentence = sentence(published) else { return }
        h.element("section", .class("lmi"), Attribute("aria-labelledby", "wages")) { h in
            h.element("h2", .id("wages"), text: t("lmi.wage.title"))
            h.element("p", .class("sentence")) { $0.element("strong", text: sentence) }
            if let note = view.widerPlaceNote(published, labourMarket) { h.element("p", .class("care"), text: note) }
            figure(published, &h)
            source(published.figure, &h)
            table(&h)
        }
    }

    /// The sentence alone, for a list of occupations.
    func writeSentence(_ h: inout HTMLWriter) {
        guard let published, let sentence = sentence(published) else { return }
        h.element("p", .class("small"), text: sentence)
    }

    /// `nil` where only one end of the range is published: that says too little.
    func sentence(_ published: Published<Wage>) -> String? {
        let wage = published.figure
        let key: String
        switch (wage.low, wage.median, wage.high) {
        case (_?, _?, _?): key = "all"
        case (_, _?, _): key = "median"
        case (_?, nil, _?): key = "range"
        default: return nil
        }
        var values = ["place": view.placeName(published.region, labourMarket)]
        for (name, amount) in amounts(wage) { values[name] = amount.map { text($0, wage.unit) } }
        return t("lmi.wage.\(wage.unit.rawValue).\(key)", values)
    }

    private func amounts(_ wage: Wage) -> [(name: String, amount: Money?)] {
        [("low", wage.low), ("median", wage.median), ("high", wage.high)]
    }

    /// Cents matter by the hour and not by the year.
    private func text(_ amount: Money, _ unit: Wage.Unit) -> String {
        view.format.money(unit == .hour ? amount : Money(dollars: (amount.cents + 50) / 100))
    }

    private func figure(_ published: Published<Wage>, _ h: inout HTMLWriter) {
        let wage = published.figure
        let bars = amounts(wage).compactMap { name, amount in
            amount.map {
                LabelledBars.Bar(
                    label: t("lmi.wage.\(name)"), value: Double($0.cents), text: text($0, wage.unit), isSecond: name != "median")
            }
        }
        let place = view.placeName(published.region, labourMarket)
        h.element("figure", .class("figure")) { h in
            LabelledBars(
                id: "wage-figure", title: t("lmi.wage.figure.\(wage.unit.rawValue)", ["place": place]),
                description: bars.map { "\($0.label): \($0.text)" }.joined(separator: "; "), bars: bars
            ).write(&h)
            h.element("figcaption", text: t("lmi.wage.figure.\(wage.unit.rawValue)", ["place": place]))
        }
    }

    private func source(_ wage: Wage, _ h: inout HTMLWriter) {
        guard let sentence = view.sourceSentence("wages", labourMarket) else { return }
        h.element("p", .class("source")) { h in
            h.text(sentence + " " + t("lmi.wage.period", ["period": wage.period.replacing("-", with: "\u{2013}")]) + " ")
            h.element("a", .href(view.links.aboutData), text: t("layout.aboutData"))
        }
    }

    private func table(_ h: inout HTMLWriter) {
        guard let wages = labourMarket.wages[occupation] else { return }
        let rows = wages.places.compactMap { place -> [String]? in
            guard let wage = wages[place] else { return nil }
            let cells = amounts(wage).map { amount in amount.amount.map { text($0, wage.unit) } ?? t("lmi.notPublished") }
            return [view.placeName(place, labourMarket)] + cells + [t("lmi.wage.unit.\(wage.unit.rawValue)")]
        }
        FigureTable(
            id: "wage-table", summary: t("lmi.byPlace"), caption: t("lmi.wage.table"),
            columns: ["lmi.place", "lmi.wage.low", "lmi.wage.median", "lmi.wage.high", "lmi.wage.unit.name"].map { t($0) }, rows: rows
        ).write(&h)
    }
}
