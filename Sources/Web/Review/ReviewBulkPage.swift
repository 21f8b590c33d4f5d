import Domain
import HTML
import Matching
import Portal
import Storage

/// Many programs at one stroke, by confidence: how many and which first, then the act, and the way back.
struct ReviewBulkPage {
    let request: ConsoleRequest
    let choice: BulkChoice
    /// What the choice finds; `nil` before anybody chose.
    let found: ReviewInBulk.Found?
    /// What was shown is no longer what there is.
    let isChanged: Bool
    let done: [(review: TagReview, decisions: Int)]
    let newer: Int

    static let samples = 20

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    private var path: String { view.links.path(.consoleReviewBulk, id: id) }

    var page: Page {
        request.page(t("review.bulk.title"), route: .consoleReviewBulk, id: id, query: request.page.query) { h in
            h.element("h1", text: t("review.bulk.title"))
            if isChanged { h.element("p", .class("error-summary"), .role("alert"), text: t("review.bulk.changed")) }
            if let count = Int(request.page.text("done")) {
                h.element("p", .class("notice"), .role("status"), text: t("review.done", count: count))
            }
            if let count = Int(request.page.text("restored")) {
                h.element("p", .class("notice"), .role("status"), text: t("review.restored", count: count))
            }
            ReviewNavigation(request: request, newer: newer, current: .consoleReviewBulk).write(&h)
            h.element("p", .class("lead"), text: t("review.bulk.lead"))
            filters(&h)
            if let found { preview(found, &h) }
            past(&h)
        }
    }

    private func filters(_ h: inout HTMLWriter) {
        h.element("form", .class("console-filters"), .action(path), Attribute("method", "get")) { h in
            select(
                "from",
                BulkChoice.percents.map { (String($0), t("review.bulk.atLeast", ["percent": view.format.percent(Double($0) / 100)])) },
                String(choice.percent), &h)
            select("state", ["published", "draft", "all"].map { ($0, t("review.bulk.state.\($0)")) }, choice.state, &h)
            h.element("fieldset", .class("choices-field")) { h in
                h.element("legend", text: t("review.bulk.kinds"))
                for kind in TagTarget.Kind.allCases {
                    h.element("label", .class("check"), .for("kind-\(kind.rawValue)")) { h in
                        h.void(
                            "input", .type("checkbox"), .id("kind-\(kind.rawValue)"), .name("kind"), .value(kind.rawValue),
                            .flag("checked", if: choice.kinds.contains(kind)))
                        h.element("span", text: ReviewWords(view: view).kind(kind))
                    }
                }
            }
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("review.bulk.look"))
        }
    }

    private func select(_ name: String, _ choices: [(String, String)], _ chosen: String, _ h: inout HTMLWriter) {
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(name), text: t("review.bulk.\(name == "from" ? "confidence" : "programs")"))
            h.element("select", .id(name), .name(name)) { h in
                for (value, text) in choices { h.element("option", .value(value), .flag("selected", if: value == chosen), text: text) }
            }
        }
    }

    private func preview(_ found: ReviewInBulk.Found, _ h: inout HTMLWriter) {
        guard !found.suggestions.isEmpty else { return h.element("p", .role("status"), text: t("review.bulk.none")) }
        h.element("h2", text: t("review.bulk.found"))
        h.element("p", .role("status")) { h in
            h.element(
                "strong",
                text: t("review.bulk.count", count: found.suggestions.count, ["programs": view.format.number(found.programs)]))
            if found.left > 0 { h.text(" " + t("review.bulk.left", count: found.left)) }
        }
        if request.may(.reviewTags) {
            h.element("form", .action(path), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("from"), .value(String(choice.percent)))
                h.void("input", .type("hidden"), .name("state"), .value(choice.state))
                for kind in TagTarget.Kind.allCases where choice.kinds.contains(kind) {
                    h.void("input", .type("hidden"), .name("kind"), .value(kind.rawValue))
                }
                h.void("input", .type("hidden"), .name("expected"), .value(String(found.suggestions.count)))
                h.element("button", .class("button"), .type("submit"), text: t("review.bulk.submit", count: found.suggestions.count))
            }
        }
        // From the least confident on: there the doubtful ones are.
        let samples = Array(found.suggestions.suffix(Self.samples / 2).reversed() + found.suggestions.prefix(Self.samples / 2))
        h.element("p", .class("hint"), text: t("review.bulk.samples"))
        let labels = Labels(view, catalogue: view.site.services.catalogue.current)
        ConsoleTable(
            caption: t("review.bulk.found"), heads: ["program", "tag", "kind", "confidence", "sentence"].map { t("review.head.\($0)") }
        ).write(found.suggestions.count <= Self.samples ? found.suggestions : samples, &h) { one, h in
            let title = found.titles[one.program]?.text(view.language) ?? one.program.rawValue
            h.element("th", Attribute("scope", "row")) { h in
                h.element(
                    "a", .class("row-link"),
                    .href(view.links.path(.consoleReview, id: id) + QueryString([("program", one.program.rawValue)]).text), text: title)
            }
            h.element("td", text: labels.target(one.suggestion.target).text)
            h.element("td", text: ReviewWords(view: view).kind(one.suggestion.target.kind))
            h.element("td", .class("figures-cell"), text: view.format.percent(one.suggestion.confidence))
            h.element("td", .class("small"), text: one.suggestion.evidence?.sentence ?? t("review.wholeText"))
        }
    }

    private func past(_ h: inout HTMLWriter) {
        guard !done.isEmpty else { return }
        h.element("h2", text: t("review.bulk.past"))
        ConsoleTable(caption: t("review.bulk.past"), heads: ["when", "tags", "undo"].map { t("review.head.\($0)") }).write(done, &h) {
            one, h in
            h.element("th", Attribute("scope", "row"), text: view.moment(one.review.at))
            h.element("td", .class("figures-cell"), text: view.format.number(one.decisions))
            h.element("td") { h in
                if let undone = one.review.undoneAt {
                    h.text(t("review.bulk.undone", ["moment": view.moment(undone)]))
                } else if request.may(.reviewTags) {
                    UndoForm(request: request, review: one.review.id, isBulk: true, label: "review.bulk.undo").write(&h)
                }
            }
        }
    }
}
