import Domain
import HTML
import Matching
import Portal

/// What a posting asks for, and the programs that cover it.
struct PostingPage {
    let view: View
    let catalogue: Catalogue
    let form: PostingForm
    let answer: ReadPosting.Answer
    /// Words that were added and name nothing.
    let unknown: [String]

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var coverage: PostingCoverage { answer.coverage }

    var page: Page {
        let name = answer.reading.document.title
        return Page(title: t("posting.answer.title"), route: .posting, isIndexed: false) { h in
            if !name.isEmpty { h.element("p", .class("quiet"), text: t("posting.answer.title")) }
            h.element("h1", .class("posting-name"), text: name.isEmpty ? t("posting.answer.title") : name)
            summary(&h)
            h.element("div", .class("posting-layout")) { h in
                PostingFindings(view: view, catalogue: catalogue, form: form, answer: answer, unknown: unknown).write(&h)
                h.element("div") { PostingPrograms(view: view, catalogue: catalogue, answer: answer).write(&$0) }
            }
        }
    }

    private func summary(_ h: inout HTMLWriter) {
        let needs = coverage.needs.count
        let covered = needs - coverage.uncovered.count
        h.element("p", .class("lead")) { h in
            h.text(
                needs == 0
                    ? t("posting.answer.nothing") : t("posting.answer.summary", count: needs, ["covered": view.format.number(covered)]))
        }
        if answer.source.count > 1 {
            h.element("p", .class("care"), text: t("posting.answer.several", count: answer.source.count))
        }
        if answer.reading.document.isCut { h.element("p", .class("care"), text: t("posting.answer.cut")) }
        h.element("ul", .class("posting-jumps no-print")) { h in
            h.element("li") { $0.element("a", .class("row-link"), .href("#read"), text: t("posting.answer.toReading")) }
            h.element("li") { $0.element("a", .class("row-link"), .href("#programs"), text: t("posting.answer.toPrograms")) }
        }
    }
}
