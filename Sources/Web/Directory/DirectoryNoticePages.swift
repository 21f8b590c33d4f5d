import Domain
import HTML
import Matching
import Portal

/// The short pages on an entry's way: look in your mailbox, do you want this, it is gone.
struct DirectoryNoticePages {
    let view: View
    let token: String

    private var t: Texts.Reader { view.t }

    func asked(_ email: EmailAddress) -> Page {
        page(.directory, t("directory.asked.title")) { h in
            h.element("p", .class("lead"), text: t("directory.asked.lead", ["email": email.text]))
            h.element("p", text: t("directory.asked.hint"))
            back(&h)
        }
    }

    func confirmation(_ entry: DirectoryEntry) -> Page {
        page(.directoryConfirmation, t("directory.confirm.title")) { h in
            h.element("p", .class("lead"), text: t("directory.confirm.lead"))
            EntryFacts(view: view, entry: entry).write(&h)
            h.element("p", text: t("directory.consent.\(entry.consent)", ["portal": view.portalName]))
            h.element("form", .action(view.links.path(.directoryConfirmation, id: token)), Attribute("method", "post")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("directory.confirm.submit"))
            }
            h.element("p", .class("small quiet"), text: t("directory.confirm.notYou"))
        }
    }

    /// A title, a sentence, and the way back.
    func said(_ key: String, _ route: PageRoute = .ownEntry) -> Page {
        page(route, t("directory.\(key).title")) { h in
            h.element("p", .class("lead"), text: t("directory.\(key).lead"))
            back(&h)
        }
    }

    private func back(_ h: inout HTMLWriter) {
        h.element("p") { $0.element("a", .class("row-link"), .href(view.links.employers), text: t("directory.back")) }
    }

    private func page(_ route: PageRoute, _ title: String, main: @escaping (inout HTMLWriter) -> Void) -> Page {
        Page(title: title, route: route, id: token, isIndexed: false) { h in
            h.element("div", .class("narrow")) { h in
                h.element("h1", text: title)
                main(&h)
            }
        }
    }
}

/// What an entry says, as its owner reads it.
struct EntryFacts {
    let view: View
    let entry: DirectoryEntry

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let words = DirectoryWords(view: view)
        let facts = [
            ("organisation", entry.organisation), ("contact", entry.contact), ("email", entry.email.text),
            ("language", t("account.language.\(entry.language.rawValue)")), ("interests", words.interests(entry.interests)),
            ("industries", words.industries(entry.industries)), ("regions", words.regions(entry.regions)), ("note", entry.note),
        ]
        h.element("dl", .class("facts-list")) { h in
            for (key, value) in facts where !value.isEmpty {
                h.element("dt", text: t("directory.fact.\(key)"))
                h.element("dd", text: value)
            }
        }
    }
}

/// Lists of what an entry is about, in words.
struct DirectoryWords {
    let view: View

    private var labels: Labels { Labels(view, catalogue: view.site.services.catalogue.current) }

    func interests(_ interests: [DirectoryEntry.Interest]) -> String {
        interests.map { view.t("directory.interest.\($0.rawValue)") }.joined(separator: " · ")
    }

    func industries(_ codes: [Industry.Code]) -> String { codes.map(labels.industry).joined(separator: " · ") }

    func regions(_ ids: [Region.ID]) -> String {
        ids.isEmpty ? view.t("directory.everywhere") : ids.map { labels.value($0.rawValue, of: .region) }.joined(separator: " · ")
    }
}
