import Domain
import HTML
import Matching
import Portal

/// A program's tags by hand: those there are, and a search in plain words for others.
struct ProgramTagsPage {
    let request: ConsoleRequest
    let program: Program
    let words: String
    let found: [TagTarget]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var catalogue: Catalogue { view.site.services.catalogue.current }
    private var path: String { Links.programPath(program.id, at: program.institution) }
    private var mayReview: Bool { request.may(.reviewTags) }

    var page: Page {
        request.page(t("programs.tags.title"), route: .consoleProgramTags, id: path, query: request.page.query) { h in
            request.writeNotice(&h)
            ProgramCrumbs(request: request, program: program).write(&h)
            h.element("h1", text: t("programs.tags.title"))
            h.element("p", .class("lead"), text: t("programs.tags.lead"))
            if mayReview { search(&h) }
            for kind in TagTarget.Kind.allCases { approved(kind, &h) }
            rejected(&h)
        }
    }

    private func search(_ h: inout HTMLWriter) {
        h.element(
            "form", .class("console-filters"), .action(view.links.path(.consoleProgramTags, id: path)), Attribute("method", "get"),
            .role("search")
        ) { h in
            h.element("div", .class("form-field wide-field")) { h in
                h.element("label", .for("q"), text: t("programs.tags.search"))
                h.element("p", .class("hint"), .id("q-hint"), text: t("programs.tags.searchHint"))
                h.void(
                    "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                    Attribute("aria-describedby", "q-hint"))
            }
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.tags.find"))
        }
        guard !words.isEmpty else { return }
        h.element("h2", text: t("programs.tags.found"))
        guard !found.isEmpty else { return h.element("p", text: t("programs.tags.nothing")) }
        h.element("ul", .class("tag-rows")) { h in
            for target in found {
                h.element("li") { h in
                    name(target, &h)
                    if program.tags.contains(where: { $0.target == target && $0.state == .approved }) {
                        h.element("span", .class("small quiet"), text: t("programs.tags.there"))
                    } else {
                        button(target, "approve", "programs.tags.add", &h)
                    }
                }
            }
        }
    }

    private func approved(_ kind: TagTarget.Kind, _ h: inout HTMLWriter) {
        let tags = program.tags.filter { $0.target.kind == kind && $0.state == .approved }
        h.element("h2", text: t("programs.tags.kind.\(kind.rawValue)"))
        guard !tags.isEmpty else { return h.element("p", .class("quiet"), text: t("programs.tags.none")) }
        h.element("ul", .class("tag-rows")) { h in
            for tag in tags {
                h.element("li") { h in
                    name(tag.target, &h)
                    if mayReview { button(tag.target, "reject", "programs.tags.remove", &h) }
                }
            }
        }
    }

    private func rejected(_ h: inout HTMLWriter) {
        let tags = program.tags.filter { $0.state == .rejected }
        guard !tags.isEmpty else { return }
        h.element("details") { h in
            h.element("summary", text: t("programs.tags.rejected", count: tags.count))
            h.element("p", .class("hint"), text: t("programs.tags.rejectedHint"))
            h.element("ul", .class("tag-rows")) { h in
                for tag in tags {
                    h.element("li") { h in
                        name(tag.target, &h)
                        if mayReview { button(tag.target, "approve", "programs.tags.add", &h) }
                    }
                }
            }
        }
    }

    /// What it is called, of what kind it is, and what stands above it.
    private func name(_ target: TagTarget, _ h: inout HTMLWriter) {
        let name = Labels(view, catalogue: catalogue).target(target)
        h.element("span") { h in
            h.element("strong", .lang(view.lang(name.language)), text: name.text)
            let above = [
                t("program.tagKind.\(target.kind.rawValue)"), target.kind == .skill || target.kind == .technology ? nil : target.code,
                above(target),
            ]
            h.element("span", .class("small quiet cell-note"), text: above.compactMap(\.self).joined(separator: " · "))
        }
    }

    private func above(_ target: TagTarget) -> String? {
        let information = catalogue.labourMarket
        return switch target {
        case .occupation(let code): information.occupationGroups[String(code.rawValue.prefix(3))]?.title.text(view.language)
        case .industry(let code):
            information.withAncestors(code).dropFirst().first.flatMap { information.industry($0)?.title.text(view.language) }
        case .skill(let id): information.skill(id)?.broader.flatMap { information.skill($0)?.name.text(view.language) }
        case .technology: nil
        }
    }

    private func button(_ target: TagTarget, _ act: String, _ key: String, _ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(.consoleProgramTags, id: path)), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("do"), .value(act))
            h.void("input", .type("hidden"), .name("tag"), .value("\(target.kind.rawValue):\(target.code)"))
            h.void("input", .type("hidden"), .name("q"), .value(words))
            h.element("button", .class("button secondary compact"), .type("submit")) { h in
                h.text(t(key))
                h.element("span", .class("visually-hidden"), text: " " + Labels(view, catalogue: catalogue).target(target).text)
            }
        }
    }
}

extension TagTarget {
    /// `skill:oasis:critical-thinking`
    init?(field: String) {
        let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
        self.init(kind: kind, code: parts[1])
    }
}
