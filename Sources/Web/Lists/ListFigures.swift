import Domain
import HTML
import Matching
import Portal

/// What a list leads to: its jobs with their outlook, said in sentences computed from the published figures; and what one can do now.
struct ListFigures {
    let view: View
    let catalogue: Catalogue
    let list: ProgramList
    let reader: ListReader

    /// The jobs most of the list's programs prepare for.
    private static let jobs = 6

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var words: ListWords { ListWords(view: view, catalogue: catalogue) }
    private var outlooks: [Outlook] { list.jobs.compactMap { catalogue.labourMarket.outlook($0.occupation) } }

    func write(_ h: inout HTMLWriter) {
        guard !list.jobs.isEmpty else { return }
        h.element("section", .class("lmi"), Attribute("aria-labelledby", "figures")) { h in
            h.element("h2", .id("figures"), text: t("lists.figures.\(reader.rawValue)"))
            sentence(&h)
            table(&h)
            if !outlooks.isEmpty { OutlookPanel(view: view, labourMarket: catalogue.labourMarket).source(["cops"], &h) }
        }
        if reader == .employers { actions(&h) }
    }

    /// How many of the jobs are short of people, over which years.
    private func sentence(_ h: inout HTMLWriter) {
        guard let years = outlooks.map(\.horizon).max(by: { $0.upperBound < $1.upperBound }) else { return }
        let short = outlooks.count { $0.value.score > 0 }
        h.element("p", .class("sentence")) { h in
            h.element(
                "strong",
                text: t(
                    short == 0 ? "lists.noneShort" : "lists.short", count: short,
                    [
                        "jobs": view.format.number(outlooks.count), "place": t("outlook.canada"), "from": String(years.lowerBound),
                        "to": String(years.upperBound),
                    ]))
        }
    }

    private func table(_ h: inout HTMLWriter) {
        h.element("table", .class("list-jobs")) { h in
            h.element("caption", text: t("lists.jobs.caption"))
            h.element("thead") { h in
                h.element("tr") { h in
                    for key in ["job", "outlook"] { h.element("th", Attribute("scope", "col"), text: t("lists.jobs.\(key)")) }
                    h.element("th", .class("number"), Attribute("scope", "col"), text: t("lists.jobs.programs"))
                }
            }
            h.element("tbody") { h in
                for job in list.jobs.prefix(Self.jobs) { h.element("tr") { row(job, &$0) } }
            }
        }
    }

    private func row(_ job: ProgramList.Job, _ h: inout HTMLWriter) {
        h.element("th", Attribute("scope", "row")) { h in
            h.element("a", .class("tap"), .href(view.links.occupation(job.occupation)), text: labels.occupation(job.occupation))
        }
        let outlook = catalogue.labourMarket.outlook(job.occupation).map { t("facet.outlook.\($0.value.rawValue)") }
        h.element("td", text: outlook ?? t("outlook.none"))
        h.element("td", .class("number"), text: view.format.number(job.programs))
    }

    /// To train the people one has, or to hire those who hold the credential.
    private func actions(_ h: inout HTMLWriter) {
        h.element("div", .class("two-ways")) { h in
            for way in ["train", "hire"] {
                h.element("section", Attribute("aria-labelledby", way)) { h in
                    h.element("h2", .id(way), text: t("lists.\(way).title"))
                    h.element("p", text: t("lists.\(way).text"))
                    h.element("p") { h in
                        h.element("a", .class("row-link"), .href(link(way)), text: t("lists.\(way).link"))
                    }
                }
            }
        }
    }

    private func link(_ way: String) -> String {
        var query = words.query(list.list)
        if way == "train" {
            query.filters[.funding] = [Funding.canadaOntarioJobGrant.rawValue]
        } else {
            query.filters[.feature] = ["work-integrated"]
        }
        return view.links.search(query)
    }
}
