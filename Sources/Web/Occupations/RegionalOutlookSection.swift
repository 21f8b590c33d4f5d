import Domain
import HTML

/// The outlook of the next three years in the reader's place: a sentence, the five steps it is one of, and every region as a table.
struct RegionalOutlookSection {
    let view: View
    let labourMarket: LabourMarketInformation
    let occupation: OccupationCode
    let published: Published<RegionalOutlook>

    private var t: Texts.Reader { view.t }
    private var place: String { view.placeName(published.region, labourMarket) }
    private var value: String { published.figure.value.rawValue }

    func write(showsFigures: Bool, _ h: inout HTMLWriter) {
        writeSentence(&h)
        guard showsFigures else { return }
        OutlookScale(view: view, published: published, id: "scale-\(occupation.rawValue)", place: place).write(&h)
        h.element("p", text: t("lmi.outlook.meaning.\(value)", ["place": place]))
        if let source = view.sourceSentence("outlooks", labourMarket) { h.element("p", .class("source"), text: source) }
        table(&h)
    }

    func writeSentence(_ h: inout HTMLWriter) {
        let horizon = published.figure.horizon
        h.element("p", .class("sentence")) { h in
            TrendIcon.write(published.figure.value.score, &h)
            h.element(
                "strong",
                text: t(
                    "lmi.outlook.sentence.\(value)",
                    ["place": place, "from": String(horizon.lowerBound), "to": String(horizon.upperBound)]))
        }
        if let note = view.widerPlaceNote(published, labourMarket) { h.element("p", .class("care"), text: note) }
    }

    private func table(_ h: inout HTMLWriter) {
        guard let outlooks = labourMarket.regionalOutlooks[occupation] else { return }
        FigureTable(
            id: "outlook-table", summary: t("lmi.byPlace"),
            caption: t("lmi.outlook.table", ["years": view.format.years(published.figure.horizon)]),
            columns: [t("lmi.place"), t("outlook.title")],
            rows: outlooks.places.compactMap { place in
                outlooks[place].map { [view.placeName(place, labourMarket), t("lmi.outlook.value.\($0.value.rawValue)")] }
            }
        ).write(&h)
    }
}
