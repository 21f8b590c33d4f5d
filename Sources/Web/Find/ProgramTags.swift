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
        TagReasons(view: view, catalogue: catalogue, program: program).write(&h)
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
}
