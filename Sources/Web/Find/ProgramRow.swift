package import Domain
package import HTML
package import Matching
import Portal

/// One program in a list: what it is, who offers it, what one will be able to do, the facts, and why it is here.
package struct ProgramRow {
    private let view: View
    private let catalogue: Catalogue
    private let labels: Labels
    private let facts: FactLine

    private let subject: OccupationCode?
    private let showsInstitution: Bool
    private let isKept: Bool
    private let asks: Bool

    /// - Parameters:
    ///   - subject: the occupation the list is about, which its reasons need not name again.
    ///   - showsInstitution: false where the whole list is of one institution.
    ///   - isKept: true on the short list itself, where it is taken off rather than put on.
    ///   - asks: whether one can ask the institution from here, as employers do; nowhere where inquiries are switched off.
    package init(
        view: View, catalogue: Catalogue, subject: OccupationCode? = nil, showsInstitution: Bool = true, isKept: Bool = false,
        asks: Bool = false
    ) {
        self.view = view
        self.isKept = isKept
        self.asks = asks && view.site.services.inquiries != nil
        self.subject = subject
        self.showsInstitution = showsInstitution
        self.catalogue = catalogue
        labels = Labels(view, catalogue: catalogue)
        facts = FactLine(view: view, today: catalogue.today)
    }

    /// - Parameter note: a plain sentence above the reasons, such as "Found in French".
    package func write(_ program: Program, reasons: [Reason] = [], note: String? = nil, _ h: inout HTMLWriter) {
        h.element(
            "article", .class(reasons.isEmpty ? "program-row" : "program-row explained"), Attribute("data-program", program.id.rawValue)
        ) { h in
            h.element("div") { offer(program, note: note, &$0) }
            if !reasons.isEmpty { h.element("div") { self.reasons(reasons, program, &$0) } }
        }
    }

    private func offer(_ program: Program, note: String?, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("h3") { h in
            h.element("a", .class("tap"), .href(view.links.program(program.id)), .lang(view.lang(title.language)), text: title.text)
        }
        if showsInstitution { h.element("p", .class("institution"), text: labels.institution(program.institution)) }
        if let summary = program.summary.resolved(view.language) {
            h.element("p", .class("summary"), .lang(view.lang(summary.language)), text: summary.text)
        }
        facts.write(program, &h)
        marks(program, &h)
        if let note { h.element("p", .class("small quiet"), text: note) }
        if isKept { return }
        h.element("p", .class("row-action no-print")) { h in
            SaveButton(view: view).write(program, &h)
            if asks { ask(program, title, &h) }
        }
    }

    private func ask(_ program: Program, _ title: (text: String, language: Language), _ h: inout HTMLWriter) {
        h.element("a", .class("row-link"), .href(view.links.inquiry(ProgramCodes([program.id]))), Attribute("rel", "nofollow")) { h in
            h.text(view.t("inquiry.link.row"))
            h.element("span", .class("visually-hidden")) { h in
                h.text(view.t("shortlist.buttonFor") + " ")
                h.element("span", .lang(view.lang(title.language)), text: title.text)
            }
        }
    }

    private func marks(_ program: Program, _ h: inout HTMLWriter) {
        var marks = Funding.allCases.filter(program.eligibleFunding.contains).map { view.t("facet.funding.\($0.rawValue)") }
        if program.isWorkIntegrated { marks.append(view.t("facet.feature.work-integrated")) }
        if !program.endorsements.isEmpty { marks.append(view.t("facet.feature.endorsed")) }
        let isStale = Freshness(program, today: catalogue.today).isStale
        guard !marks.isEmpty || isStale else { return }
        h.element("ul", .class("marks")) { h in
            for mark in marks { h.element("li", .class("mark-pill"), text: mark) }
            if isStale { h.element("li", .class("mark-pill care"), text: view.t("program.stale")) }
        }
    }

    private func reasons(_ reasons: [Reason], _ program: Program, _ h: inout HTMLWriter) {
        let sentences = ReasonText(view: view, labels: labels, subject: subject)
        // The outlook of the list's own occupation stands above the list: the same words in every row would only be noise.
        let reasons = reasons.filter { !isKnownOutlook($0) } + reasons.filter(isKnownOutlook)
        h.element("ul", .class("reasons")) { h in
            for reason in reasons.prefix(3) { h.element("li", text: sentences.sentence(reason)) }
        }
        guard reasons.count > 3 else { return }
        h.element("details", .class("why"), .id("why-\(program.id.rawValue)")) { h in
            h.element("summary", text: view.t("reason.why"))
            h.element("ul", .class("reasons")) { h in
                for reason in reasons.dropFirst(3) { h.element("li", text: sentences.sentence(reason)) }
            }
        }
    }
}

extension ProgramRow {
    private func isKnownOutlook(_ reason: Reason) -> Bool {
        if case .outlook(let code, _) = reason.kind { code == subject } else { false }
    }
}
