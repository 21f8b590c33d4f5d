import Domain

extension ValueColumn {
    /// Adds to `counts`, by the dictionary's number, how many programs of the set carry each value. Of a set and what it leaves out, the
    /// smaller one is walked.
    func count(_ set: Bitset, size: Int, into counts: inout [Int32]) {
        count(set, size: size, values: 0..<numbers.count, into: &counts)
    }

    /// The same for one facet's values only.
    func count(_ set: Bitset, size: Int, facet: FacetName, into counts: inout [Int32]) {
        let range = range(of: facet)
        guard !range.isEmpty else { return }
        // A program's values of all facets stand together: with few values, or short lists of programs, asking each value costs less.
        let walked = min(size, programCount - size) * values.count / max(1, programCount)
        let elements = Int(sets.firsts[range.upperBound] - sets.firsts[range.lowerBound])
        if walked < elements { return count(set, size: size, values: range, into: &counts) }
        for value in range { counts[Int(numbers[value])] += Int32(sets.count(value, in: set)) }
    }

    private func count(_ set: Bitset, size: Int, values range: Range<Int>, into counts: inout [Int32]) {
        if size * 2 <= programCount {
            add(set, 1, range, to: &counts)
        } else {
            for value in range { counts[Int(numbers[value])] += Int32(sets.size(value)) }
            if size < programCount { add(set.complement, -1, range, to: &counts) }
        }
    }

    /// The innermost loop of every search: unsafe buffers, because a bounds check for each of three look-ups a value costs half as much again.
    private func add(_ set: Bitset, _ step: Int32, _ range: Range<Int>, to counts: inout [Int32]) {
        let isWhole = range.count == numbers.count
        counts.withUnsafeMutableBufferPointer { counts in
            numbers.withUnsafeBufferPointer { numbers in
                values.withUnsafeBufferPointer { values in
                    starts.withUnsafeBufferPointer { starts in
                        set.forEach { program in
                            for place in Int(starts[program])..<Int(starts[program + 1]) {
                                let value = Int(values[place])
                                if isWhole || range.contains(value) { counts[Int(numbers[value])] &+= step }
                            }
                        }
                    }
                }
            }
        }
    }
}
