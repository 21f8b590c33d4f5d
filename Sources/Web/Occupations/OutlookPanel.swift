package import Domain
package import HTML
import Matching

/// An occupation's outlook in one sentence, what it means for the reader, and where it comes from.
package struct OutlookPanel {
    private let view: View
    private let labourMarket: LabourMarketInformation

    package init(view: View, labourMarket: LabourMarketInformation) {
        self.view = view
        self.labourMarket = labourMarket
    }

    /// Writes nothing when no outlook is loaded for the occupation.
    /// - Parameter showsFigures: openings and seekers as a small chart, with its table.
    package func write(_ code: OccupationCode, heading: StaticString? = nil, showsFigures: Bool = false, _ h: inout HTMLWriter) {
        guard let outlook = labourMarket.outlook(code) else { return }
        h.element("section", .class("lmi"), Attribute("aria-label", view.t("outlook.title"))) { h in
            if let heading { h.element(heading, text: view.t("outlook.title")) }
            sentence(outlook, &h)
            if showsFigures, let figures = outlook.figures {
                if !OutlookWording(outlook).comparesNumbers { h.element("p", .class("small"), text: view.t("outlook.judgedNote")) }
                OutlookFigure(view: view, outlook: outlook, figures: figures).write(&h)
            }
            source(&h)
            meaning(outlook, &h)
        }
    }

    /// The sentence and what it means, for one of several occupations: the page names the source once, after the last.
    package func writeInList(_ code: OccupationCode, _ h: inout HTMLWriter) {
        guard let outlook = labourMarket.outlook(code) else {
            h.element("p", .class("quiet"), text: view.t("outlook.none"))
            return
        }
        sentence(outlook, &h)
        meaning(outlook, &h)
    }

    private func sentence(_ outlook: Outlook, _ h: inout HTMLWriter) {
        h.element("p", .class("sentence")) { h in
            icon(outlook.value, &h)
            h.element("strong", text: sentence(outlook))
        }
    }

    private func meaning(_ outlook: Outlook, _ h: inout HTMLWriter) {
        h.element("details", .id("meaning-\(outlook.occupation.rawValue)")) { h in
            h.element("summary", text: view.t("outlook.meaningTitle"))
            h.element("p", text: view.t("outlook.meaning.\(outlook.value.rawValue)"))
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.labourMarket), text: view.t("outlook.guide"))
            }
        }
    }

    package func sentence(_ outlook: Outlook) -> String {
        let place = outlook.region.flatMap(labourMarket.region)?.name.text(view.language) ?? view.t("outlook.canada")
        let values = ["place": place, "from": String(outlook.horizon.lowerBound), "to": String(outlook.horizon.upperBound)]
        let wording = OutlookWording(outlook)
        return wording.comparesNumbers
            ? view.t("outlook.sentence.\(wording.value.rawValue)", values) : view.t("outlook.judged.\(wording.value.rawValue)", values)
    }

    /// Publisher, title and date, with a link to "About the data".
    package func source(_ h: inout HTMLWriter) {
        guard let source = labourMarket.source("cops") else { return }
        h.element("p", .class("source")) { h in
            h.text(
                view.t(
                    "outlook.source",
                    [
                        "publisher": source.publisher.text(view.language), "title": source.title.text(view.language),
                        "date": view.format.date(source.asOf),
                    ]))
            h.text(" ")
            h.element("a", .href(view.links.aboutData), text: view.t("layout.aboutData"))
        }
    }

    /// An arrow beside the words: up for shortage, level for balance, down for surplus.
    private func icon(_ value: Outlook.Value, _ h: inout HTMLWriter) {
        switch value {
        case .strongShortage, .moderateShortage: h.raw(Self.up)
        case .balance: h.raw(Self.level)
        case .moderateSurplus, .strongSurplus: h.raw(Self.down)
        }
    }

    private static let up = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 14c9 0 15-3 19-11M14 2h7v7" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
    private static let level = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 8h19M15 2l6 6-6 6" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
    private static let down = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 2c9 0 15 3 19 11M21 7v7h-7" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
}
