import Domain
import HTML
import Matching
import Portal

/// The directory as an institution sees it: filters, employers with boxes to choose them by, what was written.
struct DirectoryPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let query: BrowseDirectory.Query
    let found: BrowseDirectory.Found
    let sent: [(letter: OutreachLetter, count: Int)]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var action: String { view.links.path(.consoleDirectory, id: institution.rawValue) }

    var page: Page {
        request.page(t("outreach.title"), route: .consoleDirectory, id: institution.rawValue, query: text(page: found.page)) { h in
            request.writeNotice(&h)
            h.element("h1", text: t("outreach.title"))
            h.element("p", .class("lead"), text: t("outreach.lead"))
            filters(&h)
            h.element("p", .class("small quiet"), .id("result-count"), text: t("outreach.count", count: found.total))
            if found.lines.isEmpty { h.element("p", text: t(query.isOpen ? "outreach.nobody" : "outreach.none")) }
            if request.may(.reachEmployers), !found.lines.isEmpty {
                h.element(
                    "form", .action(view.links.path(.consoleOutreach, id: institution.rawValue)), Attribute("method", "get")
                ) { h in
                    for line in found.lines { card(line, &h) }
                    h.element("p", .class("hint"), text: t("outreach.rules", OutreachText.limits(view)))
                    h.element("div", .class("form-buttons")) {
                        $0.element("button", .class("button"), .type("submit"), text: t("outreach.write"))
                    }
                }
            } else {
                for line in found.lines { card(line, &h) }
            }
            pages(&h)
            letters(&h)
        }
    }

    private func filters(_ h: inout HTMLWriter) {
        let parts = OperatingFields(view: view, problems: FormProblems())
        h.element("form", .class("console-filters"), .action(action), Attribute("method", "get"), .role("search")) { h in
            h.element("div", .class("form-field wide-field")) { h in
                h.element("label", .for("q"), text: t("outreach.words"))
                h.void("input", .type("search"), .id("q"), .name("q"), .value(query.words), Attribute("maxlength", "200"))
            }
            parts.select(
                "interest", "outreach.interest",
                [("", t("outreach.any"))] + DirectoryEntry.Interest.allCases.map { ($0.rawValue, t("directory.interest.\($0.rawValue)")) },
                query.interest?.rawValue ?? "", &h)
            parts.select(
                "industry", "outreach.industry", [("", t("outreach.any"))] + view.sectorChoices, query.industry?.rawValue ?? "", &h)
            parts.select("region", "outreach.region", [("", t("outreach.any"))] + view.regionTicks, query.region?.rawValue ?? "", &h)
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.filter.submit"))
        }
    }

    private func card(_ line: BrowseDirectory.Line, _ h: inout HTMLWriter) {
        let words = DirectoryWords(view: view)
        h.element("article", .class("card need-request employer-card"), Attribute("data-employer", line.id.rawValue)) { h in
            h.element("h2") { h in
                if request.may(.reachEmployers), line.mayWriteAt == nil {
                    h.element("label", .class("check"), .for("entry-\(line.id.rawValue)")) { h in
                        h.void(
                            "input", .type("checkbox"), .id("entry-\(line.id.rawValue)"), .name("entry"), .value(line.id.rawValue))
                        h.element("span", text: line.organisation)
                    }
                } else {
                    h.text(line.organisation)
                }
            }
            h.element("dl", .class("facts-list")) { h in
                let facts = [
                    ("contact", line.contact), ("language", t("account.language.\(line.language.rawValue)")),
                    ("interests", words.interests(line.interests)), ("industries", words.industries(line.industries)),
                    ("regions", words.regions(line.regions)),
                ]
                for (key, value) in facts where !value.isEmpty {
                    h.element("dt", text: t("directory.fact.\(key)"))
                    h.element("dd", text: value)
                }
            }
            if !line.note.isEmpty { h.element("blockquote", .class("passage"), .lang(view.lang(line.language)), text: line.note) }
            if let date = line.writtenAt.map(OutreachText.date(view)) {
                let again = line.mayWriteAt.map(OutreachText.date(view))
                h.element(
                    "p", .class("small quiet"),
                    text: again.map { t("outreach.again", ["date": date, "again": $0]) } ?? t("outreach.writtenAt", ["date": date]))
            }
        }
    }

    private func pages(_ h: inout HTMLWriter) {
        guard found.pages > 1 else { return }
        h.element("nav", .class("pages"), Attribute("aria-label", t("programs.pages"))) { h in
            if found.page > 1 {
                h.element(
                    "a", .class("button secondary compact"), .href(action + text(page: found.page - 1)), text: t("programs.previous"))
            }
            h.element(
                "span", text: t("programs.pageOf", ["page": view.format.number(found.page), "pages": view.format.number(found.pages)]))
            if found.page < found.pages {
                h.element("a", .class("button secondary compact"), .href(action + text(page: found.page + 1)), text: t("programs.next"))
            }
        }
    }

    private func letters(_ h: inout HTMLWriter) {
        guard !sent.isEmpty else { return }
        h.element("h2", .id("sent"), text: t("outreach.sent.title"))
        ConsoleTable(
            caption: t("outreach.sent.title"),
            heads: ["outreach.sent.subject", "outreach.sent.by", "outreach.sent.when", "outreach.sent.count"].map { t($0) }
        ).write(sent, &h) { row, h in
            h.element("th", Attribute("scope", "row"), text: row.letter.subject)
            h.element("td", text: row.letter.author)
            h.element("td", text: view.moment(row.letter.sentAt))
            h.element("td", .class("number"), text: view.format.number(row.count))
        }
    }

    private func text(page: Int) -> String {
        QueryString([
            ("q", query.words.isEmpty ? nil : query.words), ("interest", query.interest?.rawValue), ("industry", query.industry?.rawValue),
            ("region", query.region?.rawValue), ("page", page > 1 ? String(page) : nil),
        ]).text
    }
}

extension BrowseDirectory.Query {
    /// Whether nothing was asked for.
    fileprivate var isOpen: Bool { words.isEmpty && interest == nil && industry == nil && region == nil }
}

/// What several of the pages say.
enum OutreachText {
    static func limits(_ view: View) -> [String: String] {
        [
            "most": view.format.number(SendOutreach.mostAtOnce), "day": view.format.number(SendOutreach.mostADay),
            "days": view.format.number(SendOutreach.daysBetween),
        ]
    }

    static func date(_ view: View) -> (Timestamp) -> String {
        { view.format.date(view.site.services.settings.day(at: $0)) }
    }
}
