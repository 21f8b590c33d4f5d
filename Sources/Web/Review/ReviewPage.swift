import Domain
import HTML
import Matching
import Portal

/// The queue of suggestions, one program at a time.
struct ReviewPage {
    let request: ConsoleRequest
    let queue: ReviewQueue
    /// The program in hand; `nil` when nothing waits.
    let sheet: ReviewSheet?
    /// What can be undone.
    let last: TagReview?
    let now: Timestamp
    let programs: [Program.ID: LocalizedText]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    private var catalogue: Catalogue { view.site.services.catalogue.current }
    private var mayReview: Bool { request.may(.reviewTags) }

    var page: Page {
        var page = request.page(t("review.title"), route: .consoleReview, id: id, query: request.page.query) { h in
            h.element("h1", text: t("review.title"))
            notice(&h)
            figures(&h)
            ReviewNavigation(request: request, newer: queue.newer).write(&h)
            if let sheet { program(sheet, &h) } else { nothing(&h) }
            textless(&h)
        }
        page.modules = ["review.js"]
        return page
    }

    /// What was done, and the way back.
    private func notice(_ h: inout HTMLWriter) {
        let done = Int(request.page.text("done"))
        let restored = Int(request.page.text("restored"))
        guard done != nil || restored != nil || last != nil else { return }
        h.element("div", .class("review-notice")) { h in
            if let done { h.element("p", .class("notice"), .role("status"), text: t("review.done", count: done)) }
            if let restored {
                let left = Int(request.page.text("left")) ?? 0
                h.element("p", .class("notice"), .role("status")) { h in
                    h.text(t("review.restored", count: restored))
                    if left > 0 { h.text(" " + t("review.left", count: left)) }
                }
            }
            if let last, mayReview {
                UndoForm(request: request, review: last.id, back: sheet?.program.id, label: "review.undo", id: "undo").write(&h)
            }
        }
    }

    private func figures(_ h: inout HTMLWriter) {
        h.element("dl", .class("console-figures")) { h in
            for (key, value) in [("programs", queue.waiting.count), ("suggestions", queue.suggestions), ("unread", queue.unread)]
            where key != "unread" || value > 0 {
                h.element("div") { h in
                    h.element("dt", text: t("review.figure.\(key)"))
                    h.element("dd", text: view.format.number(value))
                }
            }
        }
    }

    private func nothing(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), text: t(queue.unread > 0 ? "review.reading" : "review.nothing"))
        h.element("p") { h in
            h.element("a", .class("row-link"), .href(view.links.path(.consolePrograms, id: id)), text: t("review.toPrograms"))
        }
    }

    private func program(_ sheet: ReviewSheet, _ h: inout HTMLWriter) {
        let program = sheet.program
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        let text = sheet.text.map { ReviewText(view: view, text: $0, items: sheet.items) }
        let place = queue.place(of: program.id) ?? 0
        h.element("div", .class("page-head")) { h in
            h.element("h2", .lang(view.lang(title.language))) { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.program(.consoleProgram, program.id, at: program.institution)),
                    text: title.text)
            }
            h.element("p", .class("marks")) { h in
                view.writeState(program.state, hasDraft: sheet.hasDraft, &h)
                h.element(
                    "span", .class("small quiet"),
                    text: t(
                        "review.position",
                        ["place": view.format.number(place + 1), "count": view.format.number(max(1, queue.waiting.count))]))
            }
        }
        if mayReview { ReviewKeys(view: view).write(&h) }
        h.element("div", .class("review-columns")) { h in
            h.element("section", Attribute("aria-labelledby", "text"), Attribute("tabindex", "0")) { h in
                h.element("h3", .id("text"), text: t("review.text"))
                if let text { text.write(&h) } else { h.element("p", text: t("review.noText")) }
                if let reading = sheet.reading {
                    h.element(
                        "p", .class("small quiet"),
                        text: t("review.readOn", ["moment": view.moment(reading.at)]) + " "
                            + ReviewWords(view: view).version(reading.reader))
                }
                LearnersView(view: view, catalogue: catalogue, sheet: sheet).write(&h)
            }
            h.element("div") { form(sheet, text, place, &$0) }
        }
    }

    private func form(_ sheet: ReviewSheet, _ text: ReviewText?, _ place: Int, _ h: inout HTMLWriter) {
        h.element(
            "form", .id("review"), .class("review-form"), .action(view.links.path(.consoleReview, id: id)), Attribute("method", "post")
        ) { h in
            h.void("input", .type("hidden"), .name("program"), .value(sheet.program.id.rawValue))
            h.void("input", .type("hidden"), .name("place"), .value(String(place)))
            h.void("input", .type("hidden"), .name("shown"), .value(String(now.milliseconds)))
            ReviewItems(request: request, sheet: sheet, text: text).write(&h)
            h.element("div", .class("form-buttons sticky-buttons")) { h in
                if mayReview {
                    h.element("button", .class("button"), .id("save"), .type("submit"), .name("do"), .value("save"), text: t("review.save"))
                }
                if let next = queue.next(after: sheet.program.id, standingAt: place) {
                    h.element(
                        "a", .class("button secondary"), .id("next"),
                        .href(view.links.path(.consoleReview, id: id) + QueryString([("program", next.rawValue)]).text),
                        text: t("review.next"))
                }
                h.element(
                    "a", .class("quiet-link"), .href(view.links.program(.consoleProgramTags, sheet.program.id, at: Institution.ID(id))),
                    text: t("review.addByHand"))
            }
            if mayReview { above(&h) }
        }
    }

    /// Approves what is likely at one stroke; what was rejected above stays rejected.
    private func above(_ h: inout HTMLWriter) {
        h.element("div", .class("review-above")) { h in
            h.element("label", .for("from"), text: t("review.above.label"))
            h.element("select", .id("from"), .name("from")) { h in
                for percent in BulkChoice.percents {
                    h.element(
                        "option", .value(String(percent)), .flag("selected", if: percent == 80),
                        text: view.format.percent(Double(percent) / 100))
                }
            }
            h.element(
                "button", .class("button secondary compact"), .type("submit"), .name("do"), .value("above"), text: t("review.above.submit"))
        }
    }

    private func textless(_ h: inout HTMLWriter) {
        guard !queue.textless.isEmpty else { return }
        h.element("details", .id("textless")) { h in
            h.element("summary", text: t("review.textless", count: queue.textless.count))
            h.element("p", .class("hint"), text: t("review.textlessHint"))
            h.element("ul") { h in
                for program in queue.textless.prefix(50) {
                    let title = programs[program]?.resolved(view.language) ?? (program.rawValue, view.language)
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.program(.consoleProgram, program, at: Institution.ID(id))),
                            .lang(view.lang(title.language)), text: title.text)
                    }
                }
            }
        }
    }
}
