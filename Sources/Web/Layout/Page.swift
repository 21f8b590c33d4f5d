import Domain
package import HTML

/// A page before it is wrapped: what the head needs to know, and what goes into `<main>`.
package struct Page {
    package let title: String
    package var description: String?
    package let route: PageRoute
    package var id = ""
    /// Kept by the language switch; starts with `?` or is empty.
    package var query = ""
    /// Search pages and errors are not offered to search engines.
    package var isIndexed = true
    /// The words in the header's search box.
    package var searchText = ""
    /// The `{id}` of the counterpart in the other language, where it differs.
    package var otherID: String?
    /// The short list this page is about, as codes: what is added goes onto it, and the header leads back to it.
    package var shortList = ""
    /// The console around it; `nil` for the public's pages.
    package var console: ConsoleFrame?
    /// What follows the page's subject in a feed reader, with an address on this host.
    package var feed: (title: String, address: String)?
    /// schema.org descriptions, as JSON-LD.
    package var structuredData: [SafeHTML] = []
    /// Seconds after which a browser without JavaScript looks again; `nil` where nothing changes by itself.
    package var refresh: Int?
    /// Scripts of this page alone, by file name, beside the one every page has.
    package var modules: [String] = []
    package let main: (inout HTMLWriter) -> Void

    package init(
        title: String, description: String? = nil, route: PageRoute, id: String = "", query: String = "", isIndexed: Bool = true,
        structuredData: [SafeHTML] = [], main: @escaping (inout HTMLWriter) -> Void
    ) {
        self.title = title
        self.description = description
        self.route = route
        self.id = id
        self.query = query
        self.isIndexed = isIndexed
        self.structuredData = structuredData
        self.main = main
    }
}
