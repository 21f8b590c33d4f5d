import Domain
import HTML
import Matching
import Portal

/// A decision page: what it is, the facts that decide, what jobs it leads to, and one strong button.
struct ProgramPage {
    let view: View
    let catalogue: Catalogue
    let program: Program
    /// What else somebody who looks at it may want.
    let related: [Program]

    static let mostRelated = 4

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var institution: Institution? { catalogue.institutions[program.institution] }

    var page: Page {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        return Page(
            title: title.text, description: program.summary.resolved(view.language)?.text, route: .program, id: program.id.rawValue,
            query: QueryString([("region", view.links.region)]).text,
            structuredData: [StructuredData(view: view).course(program, institution: institution, today: catalogue.today)]
        ) { h in
            crumbs(&h)
            h.element("h1", .lang(view.lang(title.language)), text: title.text)
            h.element("p", .class("offered-by")) { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.institution(program.institution)),
                    text: labels.institution(program.institution))
            }
            if title.language != view.language { h.element("p", .class("mark-pill"), text: t("program.onlyInOther")) }
            if let summary = program.summary.resolved(view.language) {
                h.element("p", .class("lead"), .lang(view.lang(summary.language)), text: summary.text)
            }
            h.element("div", .class("decision")) { h in
                h.element("div") { content(&$0) }
                h.element("div", .class("aside")) { h in
                    ProgramCard(view: view, program: program, today: catalogue.today).write(&h)
                }
            }
            others(&h)
        }
    }

    private func crumbs(_ h: inout HTMLWriter) {
        h.element("nav", Attribute("aria-label", t("program.crumbs")), .class("no-print")) { h in
            h.element("ol", .class("crumbs")) { h in
                h.element("li") { $0.element("a", .href(view.links.search), text: t("layout.programs")) }
                h.element("li") { h in
                    h.element(
                        "a", .href(view.links.search(.institution, program.institution.rawValue)),
                        text: labels.institution(program.institution))
                }
            }
        }
    }

    private func content(_ h: inout HTMLWriter) {
        if let description = program.description.resolved(view.language) {
            h.element("p", .lang(view.lang(description.language)), text: description.text)
        }
        outcomes(&h)
        occupations(&h)
        ProgramTags(view: view, catalogue: catalogue, program: program).write(&h)
        sequence(&h)
        endorsements(&h)
        FundingHelp(view: view, program: program, institution: institution).write(&h)
        ProgramDetails(view: view, catalogue: catalogue, program: program).write(&h)
    }

    private func outcomes(_ h: inout HTMLWriter) {
        let outcomes = program.outcomes.compactMap { $0.resolved(view.language) }
        guard !outcomes.isEmpty else { return }
        h.element("h2", text: t("program.outcomes"))
        h.element("ul") { h in
            for outcome in outcomes { h.element("li", .lang(view.lang(outcome.language)), text: outcome.text) }
        }
    }

    private func occupations(_ h: inout HTMLWriter) {
        guard !program.occupations.isEmpty else { return }
        h.element("h2", text: t("program.occupations"))
        let labourMarket = catalogue.labourMarket
        let panel = OutlookPanel(view: view, labourMarket: labourMarket)
        RegionSwitch(
            view: view, labourMarket: labourMarket, occupations: program.occupations,
            action: view.links.path(.program, id: program.id.rawValue)
        ).write(&h)
        h.element("div", .class("lmi jobs")) { h in
            for code in program.occupations {
                h.element("div", .class("job")) { h in
                    h.element("h3") { h in h.element("a", .class("tap"), .href(view.links.occupation(code)), text: labels.occupation(code))
                    }
                    panel.writeInList(code, &h)
                    WagePanel(view: view, labourMarket: labourMarket, occupation: code).writeSentence(&h)
                    DemandPanel(view: view, labourMarket: labourMarket, occupation: code).writeSentence(&h)
                }
            }
            panel.sources(of: program.occupations, &h)
        }
    }

    private func sequence(_ h: inout HTMLWriter) {
        let steps = catalogue.sequence(of: program)
        guard let step = program.sequence, steps.count > 1 else { return }
        let title = step.title.resolved(view.language)
        h.element("h2") { h in
            h.text(t("program.sequence") + " ")
            if let title { h.element("span", .lang(view.lang(title.language)), text: title.text) }
        }
        h.element("ol", .class("numbered")) { h in
            for other in steps {
                let name = other.title.resolved(view.language) ?? (other.reference, view.language)
                h.element("li", other.id == program.id ? Attribute("aria-current", "step") : nil) { h in
                    if other.id == program.id {
                        h.element("strong", .lang(view.lang(name.language)), text: name.text)
                    } else {
                        h.element(
                            "a", .class("row-link"), .href(view.links.program(other.id)), .lang(view.lang(name.language)), text: name.text)
                    }
                }
            }
        }
    }

    private func endorsements(_ h: inout HTMLWriter) {
        guard !program.endorsements.isEmpty else { return }
        h.element("h2", text: t("program.endorsements"))
        h.element("ul", .class("links")) { h in
            for endorsement in program.endorsements {
                h.element("li") { h in
                    if let url = endorsement.url {
                        h.element("a", .class("row-link"), .href(url), Attribute("rel", "external nofollow"), text: endorsement.name)
                    } else {
                        h.text(endorsement.name)
                    }
                }
            }
        }
    }

    private func others(_ h: inout HTMLWriter) {
        guard !related.isEmpty else { return }
        h.element("h2", text: t("program.related"))
        let row = ProgramRow(view: view, catalogue: catalogue)
        h.element("ul", .class("programs")) { h in
            for program in related { h.element("li") { row.write(program, &$0) } }
        }
    }
}
