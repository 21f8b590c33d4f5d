import Domain

/// Counts by facet value, gathered over all segments.
struct FacetCounts {
    /// Over the results, by number of value; for a facet of offerings, disjunctive already.
    var main: [Int32]
    /// For a facet of programs with a choice: its counts without that choice.
    private var own: [FacetName: [Int32]] = [:]
    private let dictionary: FacetDictionary
    /// Numbers of the values of each facet with a choice.
    private var numbers: [FacetName: [Int32]] = [:]

    init(_ dictionary: FacetDictionary, choices: [(facet: FacetName, values: [Int32])]) {
        self.dictionary = dictionary
        main = [Int32](repeating: 0, count: dictionary.count)
        for choice in choices {
            own[choice.facet] = main
            numbers[choice.facet] = dictionary.facets.indices.filter { dictionary.facets[$0] == choice.facet }.map(Int32.init)
        }
    }

    mutating func count(_ facet: FacetName, _ set: Bitset, _ segment: Segment) {
        segment.facets.count(set, values: numbers[facet] ?? [], into: &own[facet]!)
    }

    /// Every facet with its values as `SearchResults.facets` describes them.
    func facets(chosen: [FacetName: Set<String>]) -> [FacetName: [FacetValue]] {
        var values = [[FacetValue]](repeating: [], count: FacetName.allCases.count)
        let own = FacetName.allCases.map { self.own[$0] }
        let chosen = FacetName.allCases.map { chosen[$0] ?? [] }
        for number in 0..<dictionary.count {
            let facet = dictionary.facets[number].position
            let count = own[facet]?[number] ?? main[number]
            guard count > 0 || !chosen[facet].isEmpty else { continue }
            let isChosen = !chosen[facet].isEmpty && chosen[facet].contains(dictionary.values[number])
            guard count > 0 || isChosen else { continue }
            values[facet].append(FacetValue(value: dictionary.values[number], count: Int(count), isChosen: isChosen))
        }
        var result: [FacetName: [FacetValue]] = [:]
        for facet in FacetName.allCases {
            var found = values[facet.position]
            // A chosen value nobody carries is shown too, so that it can be taken back.
            for value in chosen[facet.position].sorted() where !found.contains(where: { $0.value == value }) {
                found.append(FacetValue(value: value, count: 0, isChosen: true))
            }
            if !facet.isClosed { found.sort { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count } }
            result[facet] = found
        }
        return result
    }
}
