import Domain

/// The lists of several segments as one. Title ranks compare within a segment only, so that between segments ties are broken by the titles
/// themselves; each is read only when it is needed.
struct BestOfSegments {
    private let lists: [[BestFirst.Entry]]
    private let language: Language
    private let catalogue: Catalogue

    /// - Parameter lists: by segment, each best first.
    init(_ lists: [[BestFirst.Entry]], language: Language, catalogue: Catalogue) {
        self.lists = lists
        self.language = language
        self.catalogue = catalogue
    }

    /// The first `limit`, best first.
    func first(_ limit: Int) -> [ProgramPlace] {
        var found: [ProgramPlace] = []
        var next = [Int](repeating: 0, count: lists.count)
        var titles = [TitleOrder?](repeating: nil, count: lists.count)
        func title(_ list: Int) -> TitleOrder {
            if let known = titles[list] { return known }
            let title = catalogue.titleOrder(ProgramPlace(segment: list, ordinal: Int(lists[list][next[list]].ordinal)), language)
            titles[list] = title
            return title
        }
        while found.count < limit {
            var best: Int?
            for list in lists.indices where next[list] < lists[list].count {
                guard let leader = best else {
                    best = list
                    continue
                }
                let (key, bestKey) = (lists[list][next[list]].key, lists[leader][next[leader]].key)
                if key > bestKey || key == bestKey && title(list) < title(leader) { best = list }
            }
            guard let best else { break }
            found.append(ProgramPlace(segment: best, ordinal: Int(lists[best][next[best]].ordinal)))
            next[best] += 1
            titles[best] = nil
        }
        return found
    }
}
