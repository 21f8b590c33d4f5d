import Domain
import HTML
import Matching
import Portal

/// A ready-made list: what the work is, what the figures say of it, the first programs, and how the list is made.
struct ListPage {
    let view: View
    let catalogue: Catalogue
    let list: ProgramList
    let reader: ListReader
    let showsMore: Bool

    /// What one can look through; and the longer list for whoever asks.
    static let first = 10
    static let second = 50

    private var t: Texts.Reader { view.t }
    private var curated: CuratedList { list.list }
    private var slug: String { curated.slug.text(view.language) }
    private var words: ListWords { ListWords(view: view, catalogue: catalogue) }

    /// Programs on the page with what the list knows of them. One that was withdrawn since is passed over.
    var shown: [(program: Program, entry: ProgramList.Entry)] {
        list.entries.lazy.compactMap { entry in catalogue.program(entry.program).map { ($0, entry) } }
            .prefix(showsMore ? Self.second : Self.first).map { $0 }
    }

    var page: Page {
        let shown = shown
        let title = words.text(curated.title)
        var page = Page(
            title: t("lists.pageTitle", ["list": title]),
            description: words.text(reader == .employers ? curated.forEmployers : curated.forLearners), route: .list, id: slug,
            query: QueryString([("for", reader == .employers ? "employers" : nil), ("show", showsMore ? "more" : nil)]).text,
            isIndexed: !showsMore, structuredData: StructuredData(view: view).itemList(shown.map(\.program)).map { [$0] } ?? []
        ) { h in
            h.element("nav", Attribute("aria-label", t("program.crumbs")), .class("no-print")) { h in
                h.element("ol", .class("crumbs")) { h in
                    h.element("li") { $0.element("a", .href(view.links.lists), text: t("lists.title")) }
                }
            }
            h.element("h1", text: title)
            tabs(&h)
            h.element("p", .class("lead"), text: words.text(reader == .employers ? curated.forEmployers : curated.forLearners))
            ListFigures(view: view, catalogue: catalogue, list: list, reader: reader).write(&h)
            programs(shown, &h)
            more(&h)
            ListRule(view: view, catalogue: catalogue, list: list).write(&h)
        }
        page.otherID = curated.slug.text(view.language.other)
        page.feed = (t("lists.feedTitle", ["list": title, "portal": view.portalName]), view.links.listFeed(slug))
        return page
    }

    private func tabs(_ h: inout HTMLWriter) {
        guard curated.readers.count > 1 else { return }
        h.element("nav", .class("tabs no-print"), Attribute("aria-label", t("lists.readers"))) { h in
            h.element("ul") { h in
                for other in ListReader.allCases {
                    h.element("li") { h in
                        h.element(
                            "a", .href(view.links.list(slug, forEmployers: other == .employers)),
                            other == reader ? Attribute("aria-current", "true") : nil, text: t("lists.for.\(other.rawValue)"))
                    }
                }
            }
        }
    }

    private func programs(_ shown: [(program: Program, entry: ProgramList.Entry)], _ h: inout HTMLWriter) {
        h.element("h2", .id("programs"), text: t("lists.programs", count: list.total))
        guard !shown.isEmpty else {
            h.element("p", text: t("lists.none"))
            return
        }
        h.element("p", .class("quiet"), text: t("lists.order"))
        let row = ProgramRow(view: view, catalogue: catalogue, asks: reader == .employers)
        h.element("ol", .class("programs")) { h in
            for (program, entry) in shown {
                h.element("li") {
                    row.write(
                        program, note: entry.origin == .stated || entry.origin == .found ? nil : t("lists.origin.\(entry.origin.rawValue)"),
                        &$0)
                }
            }
        }
    }

    private func more(_ h: inout HTMLWriter) {
        h.element("div", .class("pages no-print")) { h in
            if !showsMore, list.entries.count > Self.first {
                h.element(
                    "a", .class("button secondary"),
                    .href(view.links.list(slug, forEmployers: reader == .employers, showsMore: true) + "#programs"),
                    text: t("lists.more", count: min(list.entries.count, Self.second)))
            }
            if reader == .employers, view.site.services.inquiries != nil {
                h.element(
                    "a", .class("button secondary"), .href(view.links.inquiry(ProgramCodes(shown.prefix(10).map(\.program.id)))),
                    text: t("inquiry.link.shortList"))
            }
            if curated.basis != .chosen {
                h.element(
                    "a", .class("row-link"), .href(words.search(curated)),
                    text: t(curated.basis == .search ? "lists.searchSame" : "lists.search"))
            }
            h.element("a", .class("row-link"), .href(view.links.listFeed(slug)), .type("application/atom+xml"), text: t("lists.feed"))
        }
    }
}
