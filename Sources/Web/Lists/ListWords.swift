import Domain
import Matching
import Portal

/// A list's own words as the page shows them, and the search behind it.
struct ListWords {
    let view: View
    let catalogue: Catalogue

    /// A text its editor wrote, with the spaces the language wants.
    func text(_ text: LocalizedText) -> String {
        view.written(text)
    }

    /// Every program of the industries, whatever its outlook.
    func query(_ list: CuratedList) -> ProgramQuery {
        guard list.basis == .industries else { return list.search.query(language: view.language, limit: SearchForm.pageSize) }
        var query = ProgramQuery(language: view.language)
        let known = list.rule.industries.filter { catalogue.labourMarket.industry($0) != nil }
        if !known.isEmpty { query.filters[.industry] = Set(known.map(\.rawValue)) }
        return query
    }

    func search(_ list: CuratedList) -> String { view.links.search(query(list)) }
}
