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
    /// What waits in the review.
    let waiting: Set<TagTarget>

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
            if !waiting.isEmpty {
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"),
                        .href(
                            view.links.path(.consoleReview, id: program.institution.rawValue)
                                + QueryString([("program", program.id.rawValue)]).text),
                        text: t("programs.suggested", count: waiting.count))
                }
            } else if ReadableText(program) == nil {
                h.element("p", .class("hint"), text: t("programs.tags.noText"))
            }
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
        let titles = TagHierarchy(view: view, catalogue: catalogue).titles(
            of: found.compactMap { if case .occupation(let code) = $0 { code } else { nil } })
        for kind in TagTarget.Kind.allCases {
            let ofKind = found.filter { $0.kind == kind }
            if !ofKind.isEmpty {
                h.element("h3", text: t("programs.tags.kind.\(kind.rawValue)"))
                h.element("ul", .class("tag-rows")) { h in
                    for target in ofKind {
                        h.element("li") { h in
                            name(target, examples: titles, &h)
                            if program.tags.contains(where: { $0.target == target && $0.state == .approved }) {
                                h.element("span", .class("small quiet"), text: t("programs.tags.there"))
                            } else {
                                button(target, "approve", "programs.tags.add", &h)
                            }
                        }
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

    /// What it is called, what stands above it, and for an occupation the titles people know it by.
    private func name(_ target: TagTarget, examples: [OccupationCode: [String]] = [:], _ h: inout HTMLWriter) {
        let name = Labels(view, catalogue: catalogue).target(target)
        let above = TagHierarchy(view: view, catalogue: catalogue).above(target)
        h.element("span") { h in
            h.element("strong", .lang(view.lang(name.language)), text: name.text)
            let code = target.kind == .skill || target.kind == .technology ? t("program.tagKind.\(target.kind.rawValue)") : target.code
            h.element(
                "span", .class("small quiet cell-note"),
                text: ([code] + (above.isEmpty ? [] : [above.joined(separator: " \u{203A} ")])).joined(separator: " · "))
            if case .occupation(let code) = target, let titles = examples[code] {
                h.element(
                    "span", .class("small quiet cell-note"), text: t("review.examples", ["titles": titles.joined(separator: ", ")]))
            }
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
