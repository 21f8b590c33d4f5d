package import Domain
package import HTML
import Matching

/// An occupation's outlook in a sentence, what it means for the reader, and where it comes from: near the reader over three years where that
/// is published, and in the whole country over ten.
package struct OutlookPanel {
    private let view: View
    private let labourMarket: LabourMarketInformation

    package init(view: View, labourMarket: LabourMarketInformation) {
        self.view = view
        self.labourMarket = labourMarket
    }

    private func nearby(_ code: OccupationCode) -> Published<RegionalOutlook>? {
        labourMarket.regionalOutlook(code, near: view.region(labourMarket).region)
    }

    /// Whether there is anything to say of the occupation.
    package func knows(_ code: OccupationCode) -> Bool { nearby(code) != nil || labourMarket.outlook(code) != nil }

    /// Writes nothing when no outlook is loaded for the occupation.
    /// - Parameter showsFigures: openings and seekers as a small chart, with its table.
    package func write(_ code: OccupationCode, heading: StaticString? = nil, showsFigures: Bool = false, _ h: inout HTMLWriter) {
        guard knows(code) else { return }
        h.element("section", .class("lmi"), Attribute("aria-label", view.t("outlook.title"))) { h in
            if let heading { h.element(heading, text: view.t("outlook.title")) }
            let nearby = nearby(code)
            if let nearby {
                RegionalOutlookSection(view: view, labourMarket: labourMarket, occupation: code, published: nearby)
                    .write(showsFigures: showsFigures, &h)
            }
            // With its figures the outlook nearby names its source itself.
            let sources = nearby != nil && !showsFigures ? ["outlooks"] : []
            guard let outlook = labourMarket.outlook(code) else { return source(sources, &h) }
            if showsFigures, nearby != nil { h.element("h3", .class("further"), text: view.t("lmi.outlook.country")) }
            sentence(outlook, &h)
            if showsFigures, let figures = outlook.figures {
                if !OutlookWording(outlook).comparesNumbers { h.element("p", .class("small"), text: view.t("outlook.judgedNote")) }
                OutlookFigure(view: view, outlook: outlook, figures: figures).write(&h)
            }
            source(sources + ["cops"], &h)
            meaning(outlook, &h)
        }
    }

    /// The sentence and what it means, for one of several occupations: the page names the source once, after the last.
    package func writeInList(_ code: OccupationCode, _ h: inout HTMLWriter) {
        guard knows(code) else {
            h.element("p", .class("quiet"), text: view.t("outlook.none"))
            return
        }
        if let nearby = nearby(code) {
            RegionalOutlookSection(view: view, labourMarket: labourMarket, occupation: code, published: nearby).writeSentence(&h)
        }
        guard let outlook = labourMarket.outlook(code) else { return }
        sentence(outlook, &h)
        meaning(outlook, &h)
    }

    private func sentence(_ outlook: Outlook, _ h: inout HTMLWriter) {
        h.element("p", .class("sentence")) { h in
            TrendIcon.write(outlook.value.score, &h)
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

    /// The sources of all that was said of several occupations, once.
    package func sources(of codes: [OccupationCode], _ h: inout HTMLWriter) {
        let region = view.region(labourMarket).region
        var keys: [String] = []
        if codes.contains(where: { nearby($0) != nil }) { keys.append("outlooks") }
        if codes.contains(where: { labourMarket.outlook($0) != nil }) { keys.append("cops") }
        if codes.contains(where: { labourMarket.wage($0, near: region) != nil }) { keys.append("wages") }
        let measures = Set(codes.compactMap { labourMarket.demand($0, near: region)?.figure.measure.rawValue })
        source(keys + measures.sorted(), &h)
    }

    /// Publisher, title and date, with a link to "About the data".
    package func source(_ keys: [String], _ h: inout HTMLWriter) {
        let sentences = keys.compactMap { view.sourceSentence($0, labourMarket) }
        guard !sentences.isEmpty else { return }
        h.element("p", .class("source")) { h in
            h.text(sentences.joined(separator: " ") + " ")
            h.element("a", .href(view.links.aboutData), text: view.t("layout.aboutData"))
        }
    }
}
