import Domain

/// The values of open facets that each program of a segment carries, and the programs that carry each value.
///
/// Within a segment values have small numbers of their own, in order of facet and then of number in `FacetDictionary`: two bytes each, and
/// those of one facet stand together.
struct ValueColumn: Sendable {
    /// By the segment's number, the dictionary's.
    let numbers: [Int32]
    /// Where each facet's values begin, by position of the facet, and at last where all end.
    private let facetStarts: [Int]
    /// Values of program `p`: `values[starts[p]..<starts[p + 1]]`, ascending, each once.
    let starts: [UInt32]
    let values: [UInt16]
    let sets: PackedSets

    /// A segment has room for this many values; one that might have more is closed before.
    static let largestValueCount = 65_535

    /// - Parameters:
    ///   - rows: numbers of the dictionary, each once within its program.
    ///   - ends: where each program's end.
    init(rows: [Int32], ends: [UInt32], dictionary: FacetDictionary) {
        var isUsed = [Bool](repeating: false, count: dictionary.count)
        for number in rows { isUsed[Int(number)] = true }
        let used = isUsed.indices.filter { isUsed[$0] }.sorted { a, b in
            let (first, second) = (dictionary.facets[a].position, dictionary.facets[b].position)
            return first == second ? a < b : first < second
        }
        precondition(used.count <= Self.largestValueCount)
        var local = [UInt16](repeating: 0, count: dictionary.count)
        for (value, number) in used.enumerated() { local[number] = UInt16(value) }
        var values = rows.map { local[Int($0)] }
        var start = 0
        for end in ends {
            values[start..<Int(end)].sort()
            start = Int(end)
        }
        numbers = used.map(Int32.init)
        self.values = values
        starts = [0] + ends
        facetStarts = Self.facetStarts(numbers, dictionary)
        sets = PackedSets(rows: values, ends: ends, setCount: used.count)
    }

    /// - Returns: `nil` when the parts do not fit each other.
    init?(numbers: [Int32], starts: [UInt32], values: [UInt16], sets: PackedSets, dictionary: FacetDictionary) {
        let positions = numbers.map { (0..<Int32(dictionary.count)).contains($0) ? dictionary.facets[Int($0)].position : -1 }
        guard !positions.contains(-1), positions == positions.sorted(), starts.first == 0, Int(starts.last!) == values.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), starts.count == sets.capacity + 1,
            sets.count == numbers.count, values.allSatisfy({ Int($0) < numbers.count })
        else { return nil }
        self.numbers = numbers
        self.starts = starts
        self.values = values
        self.sets = sets
        facetStarts = Self.facetStarts(numbers, dictionary)
    }

    private static func facetStarts(_ numbers: [Int32], _ dictionary: FacetDictionary) -> [Int] {
        var starts = [Int](repeating: 0, count: FacetName.allCases.count + 1)
        for number in numbers { starts[dictionary.facets[Int(number)].position + 1] += 1 }
        for position in 0..<FacetName.allCases.count { starts[position + 1] += starts[position] }
        return starts
    }

    var programCount: Int { starts.count - 1 }
    var byteCount: Int { numbers.count * 4 + starts.count * 4 + values.count * 2 + sets.byteCount }

    func range(of facet: FacetName) -> Range<Int> { facetStarts[facet.position]..<facetStarts[facet.position + 1] }

    /// The segment's number of a value of a facet; `nil` when no program carries it.
    func value(_ number: Int32, _ facet: FacetName) -> Int? {
        var (low, high) = (range(of: facet).lowerBound, range(of: facet).upperBound)
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < end && numbers[low] == number ? low : nil
    }

    /// The dictionary's numbers of a program's values.
    func values(of program: Int) -> some Sequence<Int32> {
        values[Int(starts[program])..<Int(starts[program + 1])].lazy.map { [numbers] in numbers[Int($0)] }
    }

    /// The same for facets that follow each other in `FacetName`, or for one.
    func values(of program: Int, _ first: FacetName, _ last: FacetName? = nil) -> [Int32] {
        let range = range(of: first).lowerBound..<range(of: last ?? first).upperBound
        var found: [Int32] = []
        for place in Int(starts[program])..<Int(starts[program + 1]) where range.contains(Int(values[place])) {
            found.append(numbers[Int(values[place])])
        }
        return found
    }
}
