extension Links {
    package var lists: String { path(.lists) }

    /// - Parameter slug: in this language.
    package func list(_ slug: String, forEmployers: Bool = false, showsMore: Bool = false) -> String {
        path(.list, id: slug)
            + QueryString([("for", forEmployers ? "employers" : nil), ("show", showsMore ? "more" : nil)]).text
    }

    package func listFeed(_ slug: String) -> String { path(.listFeed, id: slug) }
}
