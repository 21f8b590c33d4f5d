import Domain
import HTML
import Matching

/// The filters in force, each a chip that takes it away.
struct ChosenFilters {
    let view: View
    let labels: Labels
    let query: ProgramQuery

    func write(_ h: inout HTMLWriter) {
        let chips = self.chips
        guard !chips.isEmpty else { return }
        h.element("ul", .class("chosen"), Attribute("aria-label", view.t("search.chosen"))) { h in
            for chip in chips {
                h.element("li") { h in
                    h.element("a", .class("chip"), .href(view.links.search(chip.without)), .flag("data-live-link")) { h in
                        h.element("span", .class("visually-hidden"), text: view.t("search.remove"))
                        h.text(" " + chip.label)
                    }
                }
            }
        }
    }

    var names: [String] { chips.map(\.label) }

    private var chips: [(label: String, without: ProgramQuery)] {
        var base = query
        base.offset = 0
        var chips: [(label: String, without: ProgramQuery)] = []
        for facet in FacetName.allCases {
            for value in (query.filters[facet] ?? []).sorted() {
                var without = base
                without.filters[facet]?.remove(value)
                if without.filters[facet]?.isEmpty == true { without.filters[facet] = nil }
                chips.append((labels.value(value, of: facet), without))
            }
        }
        if let price = query.maximumPrice {
            var without = base
            without.maximumPrice = nil
            chips.append((view.t("search.maximumPriceChip", ["price": view.format.money(price)]), without))
        }
        if let near = query.near {
            var without = base
            without.near = nil
            chips.append((view.t("search.nearChip", ["area": near.area, "kilometres": String(near.kilometres)]), without))
        }
        return chips
    }
}
