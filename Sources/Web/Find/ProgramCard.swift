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
        let facts = DecisionFacts(view: view, program: program, today: today)
        h.element("aside", .class("card"), Attribute("aria-label", t("program.card"))) { h in
            h.element("dl", .class("fact-list")) { h in
                for (key, values) in facts.rows {
                    h.element("dt", text: t(key))
                    for value in values { h.element("dd", text: value) }
                }
            }
            h.element("p") { h in
                h.element(
                    "a", .class("button"), .href(view.links.registration(program.id)), Attribute("rel", "nofollow"),
                    text: t("program.register"))
            }
            h.element("p", .class("small quiet"), text: t("program.registerNote"))
            h.element("p", .class(facts.isStale ? "small care" : "small quiet"), text: facts.confirmed)
            h.element("p", .class("small print-only"), text: address)
            h.element("div", .class("card-actions no-print")) { h in
                SaveButton(view: view).write(program, &h)
                if view.site.services.inquiries != nil {
                    h.element(
                        "a", .class("button secondary"), .href(view.links.inquiry(ProgramCodes([program.id]), purpose: .question)),
                        Attribute("rel", "nofollow"), text: t("inquiry.link.program"))
                }
                h.element("a", .class("button secondary"), .href(mail), text: t("program.share"))
                h.element(
                    "button", .type("button"), .class("button secondary"), .flag("data-print"), .flag("hidden"), text: t("program.print"))
            }
        }
        offerings(program.upcomingOfferings(on: today), &h)
    }

    private var address: String { view.site.services.settings.baseURL + view.links.program(program.id) }

    /// A message the reader's own mail program opens: nothing passes through the portal.
    private var mail: String {
        let title = program.title.text(view.language)
        return "mailto:"
            + QueryString([("subject", title), ("body", t("program.shareBody", ["title": title, "address": address]))]).text
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
