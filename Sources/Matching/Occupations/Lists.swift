/// Lists of numbers end to end in one array: list `i` is `values[starts[i]..<starts[i + 1]]`.
struct Lists: Sendable {
    private(set) var starts: [Int32] = [0]
    private(set) var values: [Int32] = []

    init() {}

    /// Takes arrays already in that form.
    init(starts: [Int32], values: [Int32]) {
        self.starts = starts
        self.values = values
    }

    var count: Int { starts.count - 1 }

    @inline(__always)
    subscript(index: Int32) -> ArraySlice<Int32> { values[range(index)] }

    @inline(__always)
    func range(_ index: Int32) -> Range<Int> { Int(starts[Int(index)])..<Int(starts[Int(index) + 1]) }

    @inline(__always)
    mutating func push(_ value: Int32) { values.append(value) }

    /// Ends the list being pushed to; returns its number.
    @discardableResult
    @inline(__always)
    mutating func close() -> Int32 {
        starts.append(Int32(values.count))
        return Int32(starts.count - 2)
    }

    /// The last list, not yet closed.
    var open: ArraySlice<Int32> { values[Int(starts[starts.count - 1])...] }

    /// For every value below `bound`, the lists it is in, in rising order (twice if it is twice in a list).
    func inverted(bound: Int) -> Lists {
        var counts = [Int32](repeating: 0, count: bound + 1)
        for value in values { counts[Int(value) + 1] += 1 }
        for value in 0..<bound { counts[value + 1] += counts[value] }
        let starts = counts
        var lists = [Int32](repeating: 0, count: values.count)
        for list in 0..<count {
            for place in Int(self.starts[list])..<Int(self.starts[list + 1]) {
                let value = Int(values[place])
                lists[Int(counts[value])] = Int32(list)
                counts[value] += 1
            }
        }
        return Lists(starts: starts, values: lists)
    }
}
