/// Which facet values each program of a segment carries, and which programs carry each value: two lists of lists, laid end to end.
struct FacetColumns: Sendable {
    /// Values of program `p`: `values[starts[p]..<starts[p + 1]]`, each once.
    private let starts: [Int32]
    private let values: [Int32]
    /// Programs with value `v`: `programs[programStarts[v]..<programStarts[v + 1]]`, ascending.
    private let programStarts: [Int32]
    private let programs: [Int32]

    /// - Parameters:
    ///   - ends: where each program's values end.
    ///   - valueCount: size of the dictionary; values are below it.
    init(values: [Int32], ends: [Int32], valueCount: Int) {
        self.values = values
        starts = [0] + ends
        var counts = [Int32](repeating: 0, count: valueCount + 1)
        for value in values { counts[Int(value) + 1] += 1 }
        for value in 0..<valueCount { counts[value + 1] += counts[value] }
        programStarts = counts
        var programs = [Int32](repeating: 0, count: values.count)
        for program in 0..<ends.count {
            for place in Int(starts[program])..<Int(starts[program + 1]) {
                let value = Int(values[place])
                programs[Int(counts[value])] = Int32(program)
                counts[value] += 1
            }
        }
        self.programs = programs
    }

    var programCount: Int { starts.count - 1 }

    func values(of program: Int) -> ArraySlice<Int32> { values[Int(starts[program])..<Int(starts[program + 1])] }

    /// Empty for a value that came into the dictionary after this segment was built.
    func programs(with value: Int32) -> ArraySlice<Int32> {
        guard Int(value) + 1 < programStarts.count else { return [] }
        return programs[Int(programStarts[Int(value)])..<Int(programStarts[Int(value) + 1])]
    }

    /// Adds to `counts`, by value, how many programs of the set carry it. Of a set and what it leaves out, the smaller one is walked.
    func count(_ set: Bitset, into counts: inout [Int32]) {
        let size = set.count
        if size * 2 <= programCount {
            add(set, 1, to: &counts)
        } else {
            for value in 0..<(programStarts.count - 1) { counts[value] += programStarts[value + 1] - programStarts[value] }
            if size < programCount { add(set.complement, -1, to: &counts) }
        }
    }

    private func add(_ set: Bitset, _ step: Int32, to counts: inout [Int32]) {
        counts.withUnsafeMutableBufferPointer { counts in
            values.withUnsafeBufferPointer { values in
                starts.withUnsafeBufferPointer { starts in
                    set.forEach { program in
                        for place in Int(starts[program])..<Int(starts[program + 1]) { counts[Int(values[place])] += step }
                    }
                }
            }
        }
    }

    /// Adds the counts of some values only.
    func count(_ set: Bitset, values: some Sequence<Int32>, into counts: inout [Int32]) {
        programs.withUnsafeBufferPointer { programs in
            set.words.withUnsafeBufferPointer { words in
                for value in values where Int(value) + 1 < programStarts.count {
                    var found: UInt64 = 0
                    for place in Int(programStarts[Int(value)])..<Int(programStarts[Int(value) + 1]) {
                        let program = Int(programs[place])
                        found += words[program >> 6] >> UInt64(program & 63) & 1
                    }
                    counts[Int(value)] += Int32(found)
                }
            }
        }
    }
}
