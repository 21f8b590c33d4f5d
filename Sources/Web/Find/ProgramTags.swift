import Domain
import HTML
import Matching

/// What the program teaches and for whom, each a link to every other program of the kind; and why these tags.
struct ProgramTags {
    let view: View
    let catalogue: Catalogue
    let program: Program

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    func write(_ h: inout HTMLWriter) {
        list("program.skills", program.skills.map { (.skill, $0.rawValue, labels.skill($0), view.language) }, &h)
        list(
            "program.technologies",
            program.technologies.map {
                let name = labels.technology($0)
                return (.technology, $0.rawValue, name.text, name.language)
            }, &h)
        industries(&h)
        why(&h)
    }

    private typealias Item = (facet: FacetName, value: String, label: String, language: Language)

    private func list(_ key: String, _ items: [Item], _ h: inout HTMLWriter) {
        guard !items.isEmpty else { return }
        h.element("h2", text: t(key))
        chips(items, &h)
    }

    private func chips(_ items: [Item], _ h: inout HTMLWriter) {
        h.element("ul", .class("tag-list")) { h in
            for item in items {
                h.element("li") { h in
                    h.element(
                        "a", .class("chip"), .href(view.links.search(item.facet, item.value)), .lang(view.lang(item.language)),
                        text: item.label)
                }
            }
        }
    }

    private func industries(_ h: inout HTMLWriter) {
        let inferred = program.inferredIndustries(catalogue.labourMarket)
        guard !program.industries.isEmpty || !inferred.isEmpty else { return }
        h.element("h2", text: t("program.industries"))
        if !program.industries.isEmpty {
            chips(program.industries.map { (.industry, $0.rawValue, labels.industry($0), view.language) }, &h)
        }
        guard !inferred.isEmpty else { return }
        h.element("p", .class("small quiet"), text: t("program.inferred"))
        chips(inferred.map { (.industry, $0.rawValue, labels.industry($0), view.language) }, &h)
    }

    private func why(_ h: inout HTMLWriter) {
        let tags = program.tags.filter { $0.state == .approved }
        guard !tags.isEmpty else { return }
        h.element("details", .id("why-tags")) { h in
            h.element("summary", text: t("program.whyTags"))
            h.element("p", text: t("program.whyTagsText"))
            h.element("ul") { h in
                for tag in tags {
                    h.element("li") { h in
                        h.element("strong", text: label(tag.target))
                        h.text(" \u{2013} " + origin(tag))
                        if let evidence = tag.evidence { h.element("q", text: evidence) }
                    }
                }
            }
        }
    }

    private func label(_ target: TagTarget) -> String {
        switch target {
        case .occupation(let code): labels.occupation(code)
        case .industry(let code): labels.industry(code)
        case .skill(let id): labels.skill(id)
        case .technology(let id): labels.technology(id).text
        }
    }

    private func origin(_ tag: Tag) -> String {
        let kind = t("program.tagKind.\(tag.target.kind.rawValue)")
        guard let version = tag.taxonomyVersion else { return kind }
        return t("program.tagOrigin", ["kind": kind, "version": version])
    }
}
