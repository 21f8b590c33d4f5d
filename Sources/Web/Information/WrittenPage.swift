import Domain
import HTML
import Markdown
import Portal

/// A page whose words an operator wrote, with the day they last changed.
struct WrittenPage {
    let view: View
    let route: PageRoute
    var id = ""
    let version: PageVersion

    var page: Page {
        let html = MarkdownText(version.content).html
        return Page(title: version.title, route: route, id: id) { h in
            h.element("article", .class("prose narrow")) { h in
                h.element("h1", text: version.title)
                h.raw(html)
                h.element(
                    "p", .class("quiet small"),
                    text: view.t("layout.lastChanged", ["date": view.format.date(view.site.services.settings.day(at: version.at))]))
            }
        }
    }
}
