import Domain
import HTML
import Matching
import Portal

/// An institution at a glance: what waits for somebody, and the way to everything else.
struct InstitutionOverviewPage {
    let request: ConsoleRequest
    let tasks: [InstitutionTask]
    /// Of the last 30 days.
    var figures: ReferralCounts?

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    var page: Page {
        let name = request.institution.map { view.written($0.name) } ?? ""
        let id = request.institution?.id.rawValue ?? ""
        return request.page(name, route: .consoleInstitution, id: id) { h in
            request.writeNotice(&h)
            h.element("h1", text: name)
            let count = request.institution.map { view.site.services.catalogue.current.programCount(of: $0.id) } ?? 0
            h.element("p", .class("lead"), text: t("console.overview.published", count: count))
            if let figures { write(figures, id, &h) }
            h.element("div", .class("console-columns")) { h in
                h.element("section", Attribute("aria-labelledby", "waiting")) { waiting(&$0) }
                h.element("section", Attribute("aria-labelledby", "parts")) { parts(id, &$0) }
            }
        }
    }

    private func write(_ figures: ReferralCounts, _ id: String, _ h: inout HTMLWriter) {
        h.element("section", Attribute("aria-labelledby", "figures")) { h in
            h.element("h2", .id("figures"), text: t("figures.overview.title"))
            h.element("dl", .class("console-figures")) { h in
                for step in [ReferralStep.view, .clickThrough, .inquiry] {
                    h.element("div") { h in
                        h.element("dt", text: t("figures.step.\(step.rawValue)"))
                        h.element("dd", text: view.format.number(figures[step]))
                    }
                }
            }
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.consoleFigures, id: id)), text: t("figures.overview.all"))
            }
        }
    }

    private func waiting(_ h: inout HTMLWriter) {
        h.element("h2", .id("waiting"), text: t("console.overview.waiting"))
        guard !tasks.isEmpty else {
            h.element("p", text: t("console.overview.nothing"))
            return
        }
        h.element("ul", .class("task-list")) { h in
            for task in tasks {
                h.element("li") { h in
                    h.element("a", .href(task.address)) { h in
                        h.element("span", .class("task-count"), text: view.format.number(task.count))
                        h.text(" ")
                        h.element("span", text: t("console.task.\(task.key)", count: task.count))
                    }
                }
            }
        }
    }

    private func parts(_ id: String, _ h: inout HTMLWriter) {
        h.element("h2", .id("parts"), text: t("console.actions"))
        h.element("ul", .class("links")) { h in
            for section in request.frame.sections where section.route != .consoleInstitution {
                h.element("li") {
                    $0.element("a", .class("row-link"), .href(view.links.path(section.route, id: id)), text: t(section.key))
                }
            }
            h.element("li") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.institution, id: id)), text: t("console.overview.public"))
            }
        }
    }
}
