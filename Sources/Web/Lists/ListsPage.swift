import Domain
import HTML
import Matching
import Portal

/// Every ready-made list, each a door with how many programs stand behind it.
struct ListsPage {
    let view: View
    let catalogue: Catalogue
    let lists: [ProgramList]

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("lists.title"), description: t("lists.lead"), route: .lists) { h in
            h.element("h1", text: t("lists.title"))
            h.element("p", .class("lead"), text: t("lists.lead"))
            ListDoors(view: view, catalogue: catalogue, lists: lists).write(&h)
        }
    }
}

/// Lists as doors: on the page of lists and on the employers' page.
struct ListDoors {
    let view: View
    let catalogue: Catalogue
    let lists: [ProgramList]
    var forEmployers = false

    func write(_ h: inout HTMLWriter) {
        let words = ListWords(view: view, catalogue: catalogue)
        h.element("ul", .class("doors")) { h in
            for list in lists {
                h.element("li") { h in
                    let isForEmployers = list.list.readers.contains(.employers) && (forEmployers || !list.list.readers.contains(.learners))
                    h.element(
                        "a", .class("door"), .href(view.links.list(list.list.slug.text(view.language), forEmployers: isForEmployers))
                    ) { h in
                        h.element("strong", text: words.text(list.list.title))
                        h.text(view.t("lists.doorCount", count: list.total))
                    }
                }
            }
        }
    }
}
