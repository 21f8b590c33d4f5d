import Domain
import HTML
import Matching
import Portal

/// The short list for a person to take home: facts, reasons and what the labour market says, with room to write. Nothing is sent.
struct ShortListPaper {
    let view: View
    let catalogue: Catalogue
    let asked: ShortListRequest

    private var t: Texts.Reader { view.t }
    private var outlook: OutlookPanel { OutlookPanel(view: view, labourMarket: catalogue.labourMarket) }

    var page: Page {
        var page = Page(
            title: t("paper.title"), description: t("paper.lead"), route: .shortListPrint,
            query: QueryString([("ids", asked.codes.text)]).text, isIndexed: false
        ) { h in
            tools(&h)
            h.element("article", .class("paper")) { h in
                head(&h)
                for (index, program) in asked.programs.enumerated() { self.program(program, number: index + 1, &h) }
                if !asked.withdrawn.isEmpty {
                    h.element("p", .class("notice"), text: t("paper.withdrawn", count: asked.withdrawn.count))
                }
                end(&h)
            }
        }
        page.shortList = asked.codes.text
        return page
    }

    private func tools(_ h: inout HTMLWriter) {
        h.element("div", .class("paper-tools no-print")) { h in
            h.element("a", .class("row-link"), .href(view.links.shortList(asked.codes)), text: t("compare.back"))
            h.element("button", .type("button"), .class("button"), .flag("data-print"), .flag("hidden"), text: t("program.print"))
        }
        if let problem = asked.problem(view, tooMany: "shortlist.problem.tooMany") {
            h.element("p", .class("notice care-notice"), .role("status"), text: problem)
        }
    }

    private func head(_ h: inout HTMLWriter) {
        h.element("h1", text: t("paper.title"))
        h.element("p", .class("quiet"), text: t("paper.date", ["date": view.format.date(catalogue.today), "portal": view.portalName]))
        guard !asked.programs.isEmpty else {
            h.element("p", .class("lead"), text: t("shortlist.empty"))
            return
        }
        h.element("dl", .class("written")) { h in
            for key in ["paper.for", "paper.by"] {
                h.element("div") { h in
                    h.element("dt", text: t(key))
                    h.element("dd", .class("rule")) { _ in }
                }
            }
        }
    }

    private func program(_ program: Program, number: Int, _ h: inout HTMLWriter) {
        let labels = Labels(view, catalogue: catalogue)
        let facts = DecisionFacts(view: view, program: program, today: catalogue.today)
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("section", .class("paper-program"), Attribute("data-program", program.id.rawValue)) { h in
            h.element("h2") { h in
                h.text("\(number). ")
                h.element("span", .lang(view.lang(title.language)), text: title.text)
            }
            h.element("p", .class("institution"), text: labels.institution(program.institution))
            if let summary = program.summary.resolved(view.language) {
                h.element("p", .lang(view.lang(summary.language)), text: summary.text)
            }
            h.element("dl", .class("fact-list")) { h in
                for (key, values) in facts.rows {
                    h.element("dt", text: t(key))
                    h.element("dd", text: values.joined(separator: ", "))
                }
            }
            jobs(program, labels, &h)
            reasons(program, labels, &h)
            h.element("p", .class("small"), text: t("paper.here", ["address": address(program)]))
            if program.url.hasPrefix("https://") || program.url.hasPrefix("http://") {
                h.element("p", .class("small"), text: t("paper.institution", ["address": program.url]))
            }
            h.element("p", .class("small quiet"), text: facts.confirmed)
            notes(number, &h)
        }
    }

    private func jobs(_ program: Program, _ labels: Labels, _ h: inout HTMLWriter) {
        guard !program.occupations.isEmpty else { return }
        h.element("h3", text: t("program.occupations"))
        h.element("ul") { h in
            for code in program.occupations {
                h.element("li") { h in
                    h.element("strong", text: labels.occupation(code))
                    h.text(" \u{2013} " + (catalogue.labourMarket.outlook(code).map(outlook.sentence) ?? t("outlook.none")))
                }
            }
        }
    }

    private func reasons(_ program: Program, _ labels: Labels, _ h: inout HTMLWriter) {
        let reasons = KeptReasons(program, today: catalogue.today).reasons
        guard !reasons.isEmpty else { return }
        let text = ReasonText(view: view, labels: labels)
        h.element("h3", text: t("paper.reasons"))
        h.element("ul") { h in for reason in reasons { h.element("li", text: text.sentence(reason)) } }
    }

    private func notes(_ number: Int, _ h: inout HTMLWriter) {
        h.element("div", .class("notes")) { h in
            h.element("p", .class("small quiet"), text: t("paper.notes"))
            for _ in 1...2 { h.element("div", .class("rule")) { _ in } }
        }
    }

    private func end(_ h: inout HTMLWriter) {
        let saysOutlook = asked.programs.contains { $0.occupations.contains { catalogue.labourMarket.outlook($0) != nil } }
        h.element("section", .class("paper-end")) { h in
            if saysOutlook {
                h.element("h2", text: t("paper.figures"))
                h.element("p", text: t("paper.figuresText"))
                outlook.source(["cops"], &h)
            }
            if !asked.programs.isEmpty { h.element("p", .class("small quiet"), text: t("paper.check")) }
        }
    }

    private func address(_ program: Program) -> String { view.site.services.settings.baseURL + view.links.program(program.id) }
}
