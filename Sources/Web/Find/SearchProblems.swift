import Domain
import HTML
import Matching

/// What of a search could not be used, summed up above the results, each sentence a link to its field where the page shows it.
struct SearchProblems {
    let view: View
    let form: SearchForm
    let results: SearchResults

    private static let fields: Set<String> = ["near", "within", "max-price"]

    func write(_ h: inout HTMLWriter) {
        guard !form.problems.isEmpty else { return }
        h.element("div", .class("error-summary"), .role("alert")) { h in
            h.element("h2", text: view.t("search.problem.title"))
            h.element("ul") { h in
                for problem in form.problems {
                    h.element("li") { h in
                        if isShown(problem.field) {
                            h.element("a", .href("#\(problem.field)"), text: view.t(problem.sentence))
                        } else {
                            h.text(view.t(problem.sentence))
                        }
                    }
                }
            }
        }
    }

    /// A facet is on the page only while it has values.
    private func isShown(_ field: String) -> Bool {
        if Self.fields.contains(field) { return true }
        guard let facet = FacetName(rawValue: field) else { return false }
        return results.facets[facet]?.isEmpty == false
    }
}
