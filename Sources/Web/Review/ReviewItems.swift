import Domain
import HTML
import Matching
import Portal

/// What waits for one program, kind by kind: a choice of three for each.
struct ReviewItems {
    let request: ConsoleRequest
    let sheet: ReviewSheet
    let text: ReviewText?

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var catalogue: Catalogue { view.site.services.catalogue.current }
    private var mayReview: Bool { request.may(.reviewTags) }

    func write(_ h: inout HTMLWriter) {
        let hierarchy = TagHierarchy(view: view, catalogue: catalogue)
        let codes = sheet.items.compactMap { item -> OccupationCode? in
            if case .occupation(let code) = item.target { code } else { nil }
        }
        let titles = hierarchy.titles(of: codes)
        for kind in TagTarget.Kind.allCases {
            let items = sheet.items.filter { $0.target.kind == kind }
            if !items.isEmpty {
                h.element("h3", text: ReviewWords(view: view).kind(kind))
                h.element("ul", .class("review-items")) { h in for item in items { write(item, hierarchy, titles, &h) } }
            }
        }
    }

    private func write(_ item: ReviewItem, _ hierarchy: TagHierarchy, _ titles: [OccupationCode: [String]], _ h: inout HTMLWriter) {
        let name = Labels(view, catalogue: catalogue).target(item.target)
        h.element("li", .class("review-item"), Attribute("data-item", item.target.field), Attribute("tabindex", "-1")) { h in
            h.element("fieldset") { h in
                h.element("legend") { h in
                    h.element("strong", .lang(view.lang(name.language)), text: name.text)
                }
                facts(item, hierarchy, titles, &h)
                reason(item, &h)
                if mayReview { choices(item, &h) }
            }
        }
    }

    private func facts(_ item: ReviewItem, _ hierarchy: TagHierarchy, _ titles: [OccupationCode: [String]], _ h: inout HTMLWriter) {
        let above = hierarchy.above(item.target)
        let code = item.target.kind == .occupation || item.target.kind == .industry ? [item.target.code] : []
        let line = (code + (above.isEmpty ? [] : [above.joined(separator: " \u{203A} ")])).joined(separator: " · ")
        if !line.isEmpty { h.element("p", .class("small quiet"), text: line) }
        if case .occupation(let code) = item.target, let examples = titles[code] {
            h.element("p", .class("small quiet"), text: t("review.examples", ["titles": examples.joined(separator: ", ")]))
        }
    }

    private func reason(_ item: ReviewItem, _ h: inout HTMLWriter) {
        h.element("p", .class("review-reason")) { h in
            if let confidence = item.confidence {
                h.element("span", .class("mark-pill"), text: ReviewWords(view: view).confidence(confidence))
            }
            switch item.reason {
            case .text(let evidence?):
                if let number = text?.number(of: evidence) {
                    h.element(
                        "a", .class("review-evidence"), .href("#sentence-\(number)"), Attribute("data-evidence", String(number)),
                        text: t("review.sentence", ["number": String(number)]))
                } else {
                    h.element("q", text: evidence.sentence)
                }
            case .text(nil): h.text(t("review.wholeText"))
            case .formerCode(let code): h.text(t("review.formerCode", ["code": code]))
            case .imported(let words):
                h.text(t("review.imported"))
                if let words { h.element("q", text: words) }
            }
        }
    }

    /// The field's value names the tag, so that the page's order matters to nobody who reads the form.
    private func choices(_ item: ReviewItem, _ h: inout HTMLWriter) {
        let field = ReviewVerdicts.field(sheet.items.firstIndex(of: item) ?? 0)
        h.element("div", .class("verdicts")) { h in
            for (verdict, key) in [("approved", "approve"), ("rejected", "reject"), ("", "later")] {
                h.element("label", .class("check"), .for("\(field)-\(key)")) { h in
                    h.void(
                        "input", .type("radio"), .id("\(field)-\(key)"), .name(field),
                        .value(verdict.isEmpty ? "" : verdict + " " + item.target.field), Attribute("data-verdict", verdict),
                        .flag("checked", if: verdict.isEmpty))
                    h.element("span", text: t("review.choice.\(key)"))
                }
            }
        }
    }
}

/// The choices of the form: `verdict-0=approved skill:first-aid`.
enum ReviewVerdicts {
    static func field(_ number: Int) -> String { "verdict-\(number)" }

    static func read(_ page: PageRequest, most: Int) -> [TagTarget: TagDecision.Verdict] {
        var verdicts: [TagTarget: TagDecision.Verdict] = [:]
        for number in 0..<most {
            let parts = page.field(Substring(field(number))).split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let verdict = TagDecision.Verdict(rawValue: parts[0]), let target = TagTarget(field: parts[1]) else {
                continue
            }
            verdicts[target] = verdict
        }
        return verdicts
    }
}
