import Domain
import HTML
import Portal

/// What employers have asked an institution.
struct InboxPage {
    let request: ConsoleRequest
    let filter: InboxFilter
    let lines: [InboxLine]
    let now: Timestamp

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }

    var page: Page {
        request.page(t("inbox.title"), route: .consoleInquiries, id: id, query: QueryString([("show", filter.rawValue)]).text) { h in
            request.writeNotice(&h)
            h.element("div", .class("page-head")) { h in
                h.element("h1", text: t("inbox.title"))
                if request.may(.manageInstitution) {
                    h.element("a", .class("button secondary"), .href(view.links.path(.consoleRouting, id: id)), text: t("routing.title"))
                }
            }
            h.element("nav", .class("inbox-filters"), Attribute("aria-label", t("inbox.filters"))) { h in
                h.element("ul") { h in
                    for one in InboxFilter.allCases {
                        h.element("li") { h in
                            h.element(
                                "a", .href(view.links.path(.consoleInquiries, id: id) + QueryString([("show", one.rawValue)]).text),
                                one == filter ? Attribute("aria-current", "true") : nil, text: t("inbox.filter.\(one.rawValue)"))
                        }
                    }
                }
            }
            if lines.isEmpty { h.element("p", .class("lead"), text: t("inbox.none.\(filter.rawValue)")) } else { table(&h) }
        }
    }

    private func table(_ h: inout HTMLWriter) {
        ConsoleTable(
            caption: t("inbox.title"), heads: ["from", "purpose", "state", "since", "office"].map { t("inbox.head.\($0)") }
        ).write(lines, &h) { line, h in
            let delivery = line.delivery
            h.element("th", Attribute("scope", "row")) { h in
                h.element(
                    "a", .class("row-link two-lines"), .href(view.links.path(.consoleInquiry, id: "\(id)/\(delivery.id.rawValue)"))
                ) { h in
                    h.element("span", text: line.organisation.isEmpty ? line.name : line.organisation)
                    h.element("span", .class("small quiet"), text: line.name)
                }
            }
            h.element("td", text: t("inquiry.purpose.\(line.purpose.rawValue)"))
            h.element("td") { h in
                h.element(
                    "span", .class("mark-pill status-\(delivery.status.rawValue)"), text: t("inbox.state.\(delivery.status.rawValue)"))
            }
            h.element("td", .class("figures-cell"), text: delivery.queuedAt.map(waited) ?? "")
            h.element("td", text: view.office(delivery.mailbox))
        }
    }

    private func waited(_ since: Timestamp) -> String {
        let hours = Int((now.milliseconds - since.milliseconds) / 3_600_000)
        return hours < 48 ? t("inbox.hours", count: max(0, hours)) : t("inbox.days", count: hours / 24)
    }
}
