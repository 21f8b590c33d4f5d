import Domain
import HTML
import Matching
import Portal

/// A list as an Atom feed (RFC 4287), for feed readers and for other sites: the same programs in the same order.
struct ListFeed {
    let view: View
    let catalogue: Catalogue
    let list: ProgramList

    private static let most = 50

    private var base: String { view.site.services.settings.baseURL }
    private var curated: CuratedList { list.list }
    private var words: ListWords { ListWords(view: view, catalogue: catalogue) }

    var bytes: [UInt8] {
        let entries = list.entries.prefix(Self.most).compactMap { entry in catalogue.program(entry.program).map { ($0, entry) } }
        let labels = Labels(view, catalogue: catalogue)
        var h = HTMLWriter(capacity: 1 << 16)
        h.raw(SafeHTML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        h.element("feed", Attribute("xmlns", "http://www.w3.org/2005/Atom"), Attribute("xml:lang", "\(view.language.rawValue)-CA")) { h in
            h.element("id", text: Self.id("list/\(curated.id)/\(view.language.rawValue)"))
            text("title", view.t("lists.feedTitle", ["list": words.text(curated.title), "portal": view.portalName]), &h)
            text("subtitle", words.text(curated.forLearners), &h)
            h.element("updated", text: Self.instant(entries.map { updated($0.0) }.reduce(curated.revised, max)))
            h.element("author") { text("name", view.portalName, &$0) }
            links(&h)
            for (program, entry) in entries { h.element("entry") { self.entry(program, entry, labels, &$0) } }
        }
        return h.finish()
    }

    private func links(_ h: inout HTMLWriter) {
        for language in view.site.services.settings.languages {
            let links = Links(language)
            let slug = curated.slug.text(language)
            link("alternate", "text/html", language, base + links.list(slug), &h)
            let isSelf = language == view.language
            link(isSelf ? "self" : "alternate", "application/atom+xml", language, base + links.listFeed(slug), &h)
        }
    }

    private func entry(_ program: Program, _ entry: ProgramList.Entry, _ labels: Labels, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("id", text: Self.id("program/\(program.id)/\(view.language.rawValue)"))
        text("title", title.text, language: title.language, &h)
        h.element("updated", text: Self.instant(updated(program)))
        h.element("author") { text("name", labels.institution(program.institution), &$0) }
        link("alternate", "text/html", view.language, base + view.links.program(program.id), &h)
        h.element(
            "category", Attribute("term", entry.origin.rawValue), Attribute("label", view.t("lists.feedOrigin.\(entry.origin.rawValue)"))
        ) { _ in }
        let facts = FactLine(view: view, today: catalogue.today).facts(program).joined(separator: " · ")
        // One element has one language: a summary in the other one stays out.
        let summary = program.summary[view.language]
        text("summary", [summary, facts].compactMap { $0 }.joined(separator: "\n"), &h)
    }

    private func link(_ relation: String, _ type: String, _ language: Language, _ address: String, _ h: inout HTMLWriter) {
        h.element(
            "link", Attribute("rel", relation), .type(type), Attribute("hreflang", "\(language.rawValue)-CA"), .href(address)
        ) { _ in }
    }

    private func text(_ name: StaticString, _ text: String, language: Language? = nil, _ h: inout HTMLWriter) {
        let other = language.flatMap { $0 == view.language ? nil : Attribute("xml:lang", "\($0.rawValue)-CA") }
        h.element(name, other, text: Self.allowed(text))
    }

    /// The same on every node and after every start: made of what it names.
    private static func id(_ name: String) -> String { "urn:uuid:" + NamedIdentifier.make("tremplin/feed/" + name) }

    /// The last day its institution said that all of it is right; of a program nobody has confirmed, the day of the list.
    private func updated(_ program: Program) -> CalendarDate { program.lastConfirmed ?? curated.revised }

    /// RFC 3339. Days are all we know: a day begins.
    private static func instant(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }

    /// Without the control characters that XML 1.0 has no way to write.
    private static func allowed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE || $0 == "\n" || $0 == "\t" }))
    }
}
