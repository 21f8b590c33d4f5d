import Domain
import HTML
import Matching
import Portal

/// An employer's private page: what the directory says of them, who wrote, and every way to change or end it.
struct OwnEntryPage {
    let view: View
    let token: String
    let own: OwnEntry.View
    var typed: JoinDirectory.Fields?
    var problems: [JoinDirectory.Problem] = []
    var notice: String?

    private var t: Texts.Reader { view.t }
    private var entry: DirectoryEntry { own.entry }
    private var labels: Labels { Labels(view, catalogue: view.site.services.catalogue.current) }

    var page: Page {
        Page(title: t("directory.own.title"), route: .ownEntry, id: token, isIndexed: false) { h in
            if let notice { h.element("p", .class("notice"), .role("status"), text: notice) }
            let problems = FormProblems(problems, view)
            problems.write(view, &h)
            h.element("h1", text: t("directory.own.title"))
            let day = view.format.date(view.site.services.settings.day(at: entry.expiresAt))
            h.element("p", .class("lead"), text: t(entry.isPaused ? "directory.own.paused" : "directory.own.lead", ["date": day]))
            EntryFacts(view: view, entry: entry).write(&h)
            h.element("div", .class("form-buttons")) { h in
                form(&h) { button(entry.isPaused ? "resume" : "pause", isSecondary: !entry.isPaused, &$0) }
                form(&h) { button("keep", isSecondary: true, &$0) }
            }
            h.element("p", .class("small quiet"), text: t("directory.own.private"))
            change(problems, &h)
            letters(&h)
            refused(&h)
            end(&h)
        }
    }

    private func change(_ problems: FormProblems, _ h: inout HTMLWriter) {
        h.element("details", .id("change"), .flag("open", if: !problems.isEmpty)) { h in
            h.element("summary", text: t("directory.own.change"))
            h.element(
                "form", .class("stacked-form directory-form"), .action(view.links.path(.ownEntry, id: token)), Attribute("method", "post")
            ) { h in
                DirectoryFieldset(
                    view: view, fields: typed ?? JoinDirectory.Fields(entry), problems: problems, withEmail: false
                ).write(&h)
                h.element("p", .class("small quiet"), text: t("directory.own.address"))
                h.element("div", .class("form-buttons")) { button("change", isSecondary: false, &$0) }
            }
        }
    }

    private func letters(_ h: inout HTMLWriter) {
        h.element("h2", text: t("directory.own.letters"))
        guard !own.letters.isEmpty else { return h.element("p", text: t("directory.own.noLetters")) }
        for letter in own.letters {
            h.element("article", .class("card need-request")) { h in
                h.element("h3", text: letter.subject)
                h.element(
                    "p", .class("small quiet"),
                    text: [labels.institution(letter.institution), letter.author, view.moment(letter.sentAt)].joined(separator: " · "))
                h.element("blockquote", .class("passage"), text: letter.text)
            }
        }
    }

    private func refused(_ h: inout HTMLWriter) {
        guard !own.refused.isEmpty else { return }
        h.element("h2", text: t("directory.own.refused"))
        for institution in own.refused {
            let name = labels.institution(institution)
            form(&h) { h in
                h.void("input", .type("hidden"), .name("institution"), .value(institution.rawValue))
                h.element("p", .class("refused-line")) { h in
                    h.element("span", text: name)
                    h.element(
                        "button", .class("button secondary compact"), .type("submit"), .name("act"), .value("allow"),
                        Attribute("aria-label", t("directory.act.allow") + " (\(name))"), text: t("directory.act.allow"))
                }
            }
        }
    }

    private func end(_ h: inout HTMLWriter) {
        h.element("h2", text: t("directory.own.end"))
        h.element("div", .class("directory-end")) { h in
            for act in ["export", "withdraw"] {
                h.element("p", text: t("directory.own.\(act)"))
                form(&h) { button(act, isSecondary: true, &$0) }
            }
            // One step more: nothing brings it back.
            h.element("details") { h in
                h.element("summary", text: t("directory.own.eraseTitle"))
                h.element("p", text: t("directory.own.erase"))
                form(&h) { button("erase", isSecondary: true, &$0) }
            }
        }
    }

    private func form(_ h: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
        h.element("form", .action(view.links.path(.ownEntry, id: token)), Attribute("method", "post")) { content(&$0) }
    }

    private func button(_ act: String, isSecondary: Bool, _ h: inout HTMLWriter) {
        h.element(
            "button", .class(isSecondary ? "button secondary" : "button"), .type("submit"), .name("act"), .value(act),
            text: t("directory.act.\(act)"))
    }
}
