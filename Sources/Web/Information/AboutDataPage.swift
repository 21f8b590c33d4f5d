import Domain
import HTML

/// Every source with its version, date and licence, and what the portal does with it.
struct AboutDataPage {
    let view: View
    let labourMarket: LabourMarketInformation

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("aboutData.title"), description: t("aboutData.lead"), route: .aboutData) { h in
            h.element("h1", text: t("aboutData.title"))
            h.element("p", .class("lead"), text: t("aboutData.lead"))
            for source in labourMarket.sources { self.source(source, &h) }
            h.element("h2", text: t("aboutData.rules.title"))
            h.element("ul") { h in
                for key in ["absent", "inferred", "confidence", "noSentence"] { h.element("li", text: t("aboutData.rules.\(key)")) }
            }
        }
    }

    private func source(_ source: ReferenceSource, _ h: inout HTMLWriter) {
        h.element("section", .class("source-card"), .id(source.key)) { h in
            h.element("h2", text: view.written(source.title))
            let use = "aboutData.use.\(source.key)"
            if t.has(use) { h.element("p", text: t(use)) }
            h.element("dl", .class("fact-list")) { h in
                for (key, value) in [
                    ("publisher", view.written(source.publisher)), ("version", source.version),
                    ("asOf", view.format.date(source.asOf)),
                    ("licence", source.licence.text(view.language)), ("rows", view.format.number(source.rows)),
                ] {
                    h.element("dt", text: t("aboutData.\(key)"))
                    h.element("dd", text: value)
                }
                if !source.url.isEmpty {
                    h.element("dt", text: t("aboutData.address"))
                    h.element("dd") {
                        $0.element("a", .class("tap"), .href(source.url), Attribute("rel", "external"), text: host(source.url))
                    }
                }
            }
        }
    }

    /// Where the address leads, short enough for a phone; on paper the style sheet writes it out.
    private func host(_ url: String) -> String {
        url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init) ?? url
    }
}
