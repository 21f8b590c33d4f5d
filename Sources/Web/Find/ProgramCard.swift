import Domain
import HTML
import Portal

/// The facts that decide, beside the page on wide screens and on top on narrow ones, with the register button.
struct ProgramCard {
    let view: View
    let program: Program
    let today: CalendarDate

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        let lines = FactLine(view: view, today: today)
        let upcoming = program.upcomingOfferings(on: today)
        h.element("aside", .class("card"), Attribute("aria-label", t("program.card"))) { h in
            h.element("dl", .class("fact-list")) { h in
                fact("program.fact.price", lines.price(program), &h)
                fact("program.fact.length", length(lines), &h)
                fact("program.fact.start", lines.startDate(upcoming), &h)
                fact("program.fact.delivery", lines.deliveries(upcoming), &h)
                fact("program.fact.place", lines.places(upcoming), &h)
                fact("program.fact.language", languages(upcoming), &h)
                fact("program.fact.prior", prior, &h)
                facts("program.fact.funding", funding, &h)
            }
            h.element("p") { h in
                h.element(
                    "a", .class("button"), .href(view.links.registration(program.id)), Attribute("rel", "nofollow"),
                    text: t("program.register"))
            }
            h.element("p", .class("small quiet"), text: t("program.registerNote"))
            h.element("p", .class(needsCare ? "small care" : "small quiet"), text: confirmed)
            h.element("p", .class("small print-only"), text: address)
            h.element("div", .class("card-actions no-print")) { h in
                h.element("a", .class("button secondary"), .href(mail), text: t("program.share"))
                h.element(
                    "button", .type("button"), .class("button secondary"), .flag("data-print"), .flag("hidden"), text: t("program.print"))
            }
        }
        offerings(upcoming, &h)
    }

    private var address: String { view.site.services.settings.baseURL + view.links.program(program.id) }

    /// A message the reader's own mail program opens: nothing passes through the portal.
    private var mail: String {
        let title = program.title.text(view.language)
        return "mailto:"
            + QueryString([("subject", title), ("body", t("program.shareBody", ["title": title, "address": address]))]).text
    }

    private func fact(_ key: String, _ value: String?, _ h: inout HTMLWriter) {
        facts(key, [value].compactMap { $0 }, &h)
    }

    private func facts(_ key: String, _ values: [String], _ h: inout HTMLWriter) {
        guard !values.isEmpty else { return }
        h.element("dt", text: t(key))
        for value in values { h.element("dd", text: value) }
    }

    private func length(_ lines: FactLine) -> String? {
        let weeks = program.weeks.map { t("program.weeks", count: $0, ["weeks": view.format.number($0)]) }
        let parts = [lines.length(program), weeks].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func languages(_ upcoming: [Offering]) -> String? {
        let languages = Language.allCases.filter { language in upcoming.contains { $0.language == language } }
        guard !languages.isEmpty else { return nil }
        return view.format.list(languages.map { t("facet.language.\($0.rawValue)") }, and: t("facts.or"))
    }

    private var prior: String {
        let level = t("facet.prior-education.\(program.priorEducation.rawValue)")
        guard let note = program.priorEducationNote.resolved(view.language)?.text else { return level }
        return "\(level). \(note)"
    }

    private var funding: [String] {
        Funding.allCases.filter(program.eligibleFunding.contains).map { t("program.funding.\($0.rawValue)") }
    }

    private var needsCare: Bool { Freshness(program, today: today).isStale }

    private var confirmed: String {
        guard let date = program.lastConfirmed else { return t("program.neverConfirmed") }
        let key = needsCare ? "program.confirmedStale" : "program.confirmed"
        return t(key, ["date": view.format.date(date)])
    }

    private func offerings(_ upcoming: [Offering], _ h: inout HTMLWriter) {
        guard upcoming.count > 1 else { return }
        h.element("section", .class("card offerings"), Attribute("aria-label", t("program.offerings"))) { h in
            h.element("h2", text: t("program.offerings"))
            h.element("ul", .class("plain")) { h in
                for offering in upcoming { h.element("li", .class("offering")) { self.offering(offering, &$0) } }
            }
        }
    }

    private func offering(_ offering: Offering, _ h: inout HTMLWriter) {
        let price = offering.price.map { $0 == .free ? t("facts.free") : view.format.money($0) }
        let facts = [
            t("facet.delivery.\(offering.delivery.rawValue)"), offering.place?.city, t("facet.language.\(offering.language.rawValue)"),
            price,
        ].compactMap { $0 }
        h.element("strong", text: dates(offering))
        h.element("ul", .class("facts small")) { h in for fact in facts { h.element("li", text: fact) } }
    }

    private func dates(_ offering: Offering) -> String {
        switch offering.schedule {
        case .openAllYear: t("program.openAllYear")
        case .dates(let start, nil): view.format.date(start)
        case .dates(let start, let end?): t("program.fromTo", ["from": view.format.date(start), "to": view.format.date(end)])
        }
    }
}
