import Domain
import HTML
import Matching

/// The question that shortens a list most, in the middle of it: each answer is a link to the shorter list.
struct NarrowIt {
    let view: View
    let labels: Labels
    let query: ProgramQuery
    let question: NarrowingQuestion

    /// How many programs come before it: one has seen enough to know what is missing.
    static let place = 3

    func write(_ h: inout HTMLWriter) {
        h.element("div", .class("narrow-it no-print"), .role("group"), Attribute("aria-labelledby", "narrow-it")) { h in
            h.element("p", .id("narrow-it"), .class("narrow-it-question"), text: view.t("narrow.\(question.facet.rawValue)"))
            h.element("ul", .class("examples")) { h in
                for answer in question.answers {
                    h.element("li") { h in
                        h.element("a", .class("chip"), .href(view.links.search(narrowed(to: answer)))) { h in
                            h.text(labels.value(answer.value, of: question.facet) + " ")
                            h.element("span", .class("quiet"), text: view.format.number(answer.count))
                            h.element("span", .class("visually-hidden"), text: " " + view.t("search.programs", count: answer.count))
                        }
                    }
                }
            }
        }
    }

    private func narrowed(to answer: FacetValue) -> ProgramQuery {
        var narrowed = query
        narrowed.filters[question.facet] = [answer.value]
        narrowed.offset = 0
        return narrowed
    }
}

extension NarrowIt? {
    /// A list of programs with the question after the third; without a question, or with few programs, a plain list.
    func split<Item>(_ items: [Item], start: Int, _ h: inout HTMLWriter, row: (Item, inout HTMLWriter) -> Void) {
        func list(_ part: ArraySlice<Item>, _ h: inout HTMLWriter) {
            h.element("ol", .class("programs"), Attribute("start", String(start + part.startIndex))) { h in
                for item in part { h.element("li") { row(item, &$0) } }
            }
        }
        guard let narrowIt = self, items.count > NarrowIt.place else { return list(items[...], &h) }
        list(items.prefix(NarrowIt.place), &h)
        narrowIt.write(&h)
        list(items.dropFirst(NarrowIt.place), &h)
    }
}
