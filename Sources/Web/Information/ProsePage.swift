import Domain
import HTML

/// A page of plain sections, all of whose words are in the translations: `name.title`, `name.lead`, `name.1.title`, `name.1.text`, …
struct ProsePage {
    let view: View
    let route: PageRoute
    let name: String

    var page: Page {
        let t = view.t
        return Page(title: t("\(name).title"), description: t("\(name).lead"), route: route) { h in
            h.element("article", .class("prose narrow")) { h in
                h.element("h1", text: t("\(name).title"))
                h.element("p", .class("lead"), text: t("\(name).lead"))
                var section = 1
                while t.has("\(name).\(section).title") {
                    h.element("h2", text: t("\(name).\(section).title"))
                    for paragraph in t("\(name).\(section).text").split(separator: "\n") { h.element("p", text: String(paragraph)) }
                    section += 1
                }
            }
        }
    }
}
