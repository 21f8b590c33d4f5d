import Domain
import HTML
import Matching

/// Every facet as a group of check boxes with counts. The order of facets never changes; a chosen one stays open.
struct FacetList {
    let view: View
    let labels: Labels
    let form: SearchForm
    let results: SearchResults

    /// The first ones answer most questions and stand open.
    private static let order: [FacetName] = [
        .delivery, .price, .start, .duration, .language, .occupation, .industry, .skill, .technology, .funding, .region, .priorEducation,
        .support, .feature, .outlook, .demand, .institutionKind, .institution, .department,
    ]
    private static let open: Set<FacetName> = [.delivery, .price, .start, .duration]
    /// Values shown of a facet that may have hundreds; the chosen ones are always among them.
    private static let longest = 12

    func write(_ h: inout HTMLWriter) {
        place(&h)
        for facet in Self.order { self.facet(facet, &h) }
        h.element("button", .class("button when-still"), .type("submit"), text: view.t("search.show"))
    }

    private func facet(_ facet: FacetName, _ h: inout HTMLWriter) {
        let values = shown(results.facets[facet] ?? [])
        guard !values.isEmpty else { return }
        h.element(
            "details", .class("facet"), .id("facet-\(facet.rawValue)"),
            .flag("open", if: Self.open.contains(facet) || values.contains(where: \.isChosen))
        ) { h in
            h.element("summary", .id(facet.rawValue), text: labels.facet(facet))
            h.element("ul", .role("group"), Attribute("aria-labelledby", facet.rawValue)) { h in
                for value in values { check(value, facet, &h) }
            }
        }
    }

    private func check(_ value: FacetValue, _ facet: FacetName, _ h: inout HTMLWriter) {
        h.element("li", .role("none")) { h in
            h.element("label") { h in
                h.void(
                    "input", .type("checkbox"), .name(facet.rawValue), .value(value.value),
                    .id("\(facet.rawValue)-\(QueryString.encoded(value.value))"), .flag("checked", if: value.isChosen))
                h.element("span") { h in label(value.value, of: facet, &h) }
                h.element("span", .class("count")) { h in
                    h.text(view.format.number(value.count))
                    h.element("span", .class("visually-hidden"), text: " " + view.t("search.programs", count: value.count))
                }
            }
        }
    }

    private func label(_ value: String, of facet: FacetName, _ h: inout HTMLWriter) {
        if facet == .technology {
            let name = labels.technology(Technology.ID(value))
            h.element("span", .lang(view.lang(name.language)), text: name.text)
        } else {
            h.text(labels.value(value, of: facet))
        }
    }

    private func shown(_ values: [FacetValue]) -> [FacetValue] {
        guard values.count > Self.longest else { return values }
        return Array(values.prefix(Self.longest)) + values.dropFirst(Self.longest).filter(\.isChosen)
    }

    private func place(_ h: inout HTMLWriter) {
        let t = view.t
        h.element("div", .class("facet")) { h in
            field("near", label: t("search.near"), value: form.nearText, hint: t("search.nearHint"), &h)
            h.element("label", .for("within"), text: t("search.within"))
            h.element("select", .id("within"), .name("within")) { h in
                let chosen = form.query.near?.kilometres ?? SearchForm.defaultDistance
                // A distance of the address that is not in the list stays what it is when the form is sent again.
                for distance in Set(SearchForm.distances + [chosen]).sorted() {
                    h.element(
                        "option", .value(String(distance)), .flag("selected", if: distance == chosen),
                        text: t("search.kilometres", ["distance": String(distance)]))
                }
            }
            field("max-price", label: t("search.maximumPrice"), value: form.maximumPriceText, hint: nil, &h)
        }
    }

    private func field(_ name: String, label: String, value: String, hint: String?, _ h: inout HTMLWriter) {
        let problem = form.problems.first { $0.field == name }
        h.element("label", .for(name), text: label)
        if let hint { h.element("p", .class("hint"), .id("\(name)-hint"), text: hint) }
        if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: view.t(problem.sentence)) }
        let described = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-error" }].compactMap { $0 }.joined(separator: " ")
        h.void(
            "input", .type("text"), .id(name), .name(name), .value(value), Attribute("maxlength", "12"),
            described.isEmpty ? nil : Attribute("aria-describedby", described),
            problem == nil ? nil : Attribute("aria-invalid", "true"))
    }
}
