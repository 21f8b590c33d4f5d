import Domain
import HTML
import Matching
import Portal

/// Every page worth finding, in both languages, each naming its counterpart (sitemaps.org, with hreflang).
struct Sitemap {
    private let site: Site

    init(site: Site) { self.site = site }

    private static let fixed: [PageRoute] = [
        .home, .search, .occupations, .plan, .employers, .institutions, .lists, .quiz, .funding, .aboutData, .labourMarket,
        .accessibility, .privacy, .terms,
    ]

    var bytes: [UInt8] {
        let catalogue = site.services.catalogue.current
        var h = HTMLWriter(capacity: 1 << 20)
        h.raw(SafeHTML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        h.element(
            "urlset", Attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            Attribute("xmlns:xhtml", "http://www.w3.org/1999/xhtml")
        ) { h in
            for route in Self.fixed { pair(route, "", &h) }
            for list in site.services.lists.all { pair(.list, list.slug, &h) }
            for id in catalogue.programIDs { pair(.program, id.rawValue, &h) }
            for code in catalogue.labourMarket.occupations.keys.sorted() { pair(.occupation, code.rawValue, &h) }
            for id in catalogue.openInstitutions.map(\.id).sorted() { pair(.institution, id.rawValue, &h) }
        }
        return h.finish()
    }

    private func pair(_ route: PageRoute, _ id: String, _ h: inout HTMLWriter) { pair(route, LocalizedText(en: id, fr: id), &h) }

    private func pair(_ route: PageRoute, _ id: LocalizedText, _ h: inout HTMLWriter) {
        let base = site.services.settings.baseURL
        let languages = site.services.settings.languages
        for language in languages {
            h.element("url") { h in
                h.element("loc", text: base + Links(language).path(route, id: id.text(language)))
                for other in languages {
                    h.element(
                        "xhtml:link", Attribute("rel", "alternate"), Attribute("hreflang", "\(other.rawValue)-CA"),
                        .href(base + Links(other).path(route, id: id.text(other)))
                    ) { _ in }
                }
            }
        }
    }
}
