import Domain
import HTML
import Matching
import Portal

/// What learners will see: the tags the program has, and in broken outline those it would get.
struct LearnersView {
    let view: View
    let catalogue: Catalogue
    let sheet: ReviewSheet

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("section", .class("meter-card learners-view"), Attribute("aria-labelledby", "learners")) { h in
            h.element("h3", .id("learners"), text: t("review.learners.title"))
            h.element("p", .class("hint"), text: t("review.learners.hint"))
            for kind in TagTarget.Kind.allCases {
                let approved = sheet.program.tags.filter { $0.state == .approved && $0.target.kind == kind }.map(\.target)
                let waiting = sheet.items.map(\.target).filter { $0.kind == kind }
                if !approved.isEmpty || !waiting.isEmpty {
                    h.element("h4", text: t("review.learners.\(kind.rawValue)"))
                    h.element("ul", .class("tag-list")) { h in
                        for target in approved { chip(target, "approved", &h) }
                        for target in waiting { chip(target, "waiting", &h) }
                    }
                }
            }
            if sheet.program.state == .published {
                h.element("p") { h in
                    h.element("a", .class("row-link"), .href(view.links.program(sheet.program.id)), text: t("programs.act.public"))
                }
            }
        }
    }

    private func chip(_ target: TagTarget, _ state: String, _ h: inout HTMLWriter) {
        let name = Labels(view, catalogue: catalogue).target(target)
        h.element("li", Attribute("data-chip", state == "waiting" ? target.field : ""), Attribute("data-state", state)) { h in
            h.element("span", .class("chip"), .lang(view.lang(name.language)), text: name.text)
            if state == "waiting" { h.element("span", .class("visually-hidden"), text: t("review.learners.waiting")) }
        }
    }
}
