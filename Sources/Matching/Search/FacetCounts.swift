import Domain

/// Counts by facet value, gathered over all segments.
struct FacetCounts {
    /// Over the results, by number of value; for a facet of offerings, disjunctive already.
    var main: [Int32]
    /// For a facet of programs with a choice: its counts without that choice.
    private var own: [FacetName: [Int32]] = [:]
    private let dictionary: FacetDictionary

    init(_ dictionary: FacetDictionary, choices: [(facet: FacetName, values: [Int32])]) {
        self.dictionary = dictionary
        main = [Int32](repeating: 0, count: dictionary.count)
        for choice in choices { own[choice.facet] = main }
    }

    /// Adds the programs of `results` to every facet but those of offerings.
    mutating func count(_ results: Bitset, size: Int, _ segment: Segment) {
        segment.contents.closed.count(results, size: size, into: &main)
        segment.contents.values.count(results, size: size, into: &main)
    }

    /// Adds the programs one would have without the choice in a facet to that facet.
    mutating func count(_ facet: FacetName, _ set: Bitset, _ segment: Segment) {
        guard facet.isClosed else { return segment.contents.values.count(set, size: set.count, facet: facet, into: &own[facet]!) }
        let numbers = dictionary.byFacet[facet.position]
        guard let first = numbers.first, let last = numbers.last else { return }
        segment.contents.closed.count(set, size: set.count, numbers: Int(first)..<Int(last) + 1, into: &own[facet]!)
    }

    /// A facet's values as `SearchResults.facets` describes them, and how many have programs.
    func values(of facet: FacetName, chosen: Set<String>, limit: Int) -> (listed: [FacetValue], total: Int) {
        let counts = own[facet] ?? main
        let numbers = dictionary.byFacet[facet.position]
        var total = 0
        var listed: [FacetValue]
        if facet.isClosed {
            let found = numbers.filter { counts[Int($0)] > 0 || chosen.contains(dictionary.values[Int($0)]) }
            listed = found.map { value($0, counts, chosen) }
            total = found.count { counts[Int($0)] > 0 }
        } else {
            var frequent = MostFrequent(limit: limit, dictionary: dictionary)
            for number in numbers where counts[Int(number)] > 0 {
                total += 1
                frequent.offer(number, count: counts[Int(number)])
            }
            listed = frequent.finish().map { value($0, counts, chosen) }
        }
        // A chosen value is shown wherever it stands, even when nobody carries it: so that it can be taken back.
        var isComplete = true
        for value in chosen.sorted() where !listed.contains(where: { $0.value == value }) {
            let count = dictionary.ordinal(facet, value).map { Int(counts[Int($0)]) } ?? 0
            listed.append(FacetValue(value: value, count: count, isChosen: true))
            isComplete = false
        }
        if !facet.isClosed, !isComplete { listed.sort { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count } }
        return (listed, total)
    }

    private func value(_ number: Int32, _ counts: [Int32], _ chosen: Set<String>) -> FacetValue {
        let value = dictionary.values[Int(number)]
        return FacetValue(value: value, count: Int(counts[Int(number)]), isChosen: chosen.contains(value))
    }
}

/// The values of an open facet with most programs, up to a number.
private struct MostFrequent {
    private let limit: Int
    private let dictionary: FacetDictionary
    private var entries: [(number: Int32, count: Int32)] = []
    /// The last of them: a value that does not come before it cannot be among them any more.
    private var last: (number: Int32, count: Int32)?

    init(limit: Int, dictionary: FacetDictionary) {
        self.limit = max(0, limit)
        self.dictionary = dictionary
    }

    mutating func offer(_ number: Int32, count: Int32) {
        guard limit > 0 else { return }
        if let last, count < last.count || !comes((number, count), before: last) { return }
        entries.append((number, count))
        if limit < 1 << 20, entries.count >= 2 * limit + 64 { cut() }
    }

    private func comes(_ a: (number: Int32, count: Int32), before b: (number: Int32, count: Int32)) -> Bool {
        a.count == b.count ? dictionary.comes(a.number, before: b.number) : a.count > b.count
    }

    private mutating func cut() {
        entries.sort(by: comes)
        guard entries.count > limit else { return }
        entries.removeSubrange(limit...)
        last = entries.last
    }

    /// The most frequent first, among equals by value.
    mutating func finish() -> [Int32] {
        cut()
        return entries.map(\.number)
    }
}
