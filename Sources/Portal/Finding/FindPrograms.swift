package import Matching

/// Answers a search from the catalogue in memory.
package struct FindPrograms: Sendable {
    private let catalogue: CurrentCatalogue

    package init(catalogue: CurrentCatalogue) { self.catalogue = catalogue }

    package func callAsFunction(_ query: ProgramQuery) -> SearchResults { catalogue.current.search(query) }
}
