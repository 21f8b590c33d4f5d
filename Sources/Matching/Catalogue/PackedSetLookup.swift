extension PackedSets {
    @inline(__always)
    private func withList<Result>(_ set: Int, _ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
        let start = Int(places[set])
        return ordinals.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + size(set)])) }
    }

    @inline(__always)
    private func withWords<Result>(_ set: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        let start = Int(places[set])
        return words.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + (capacity + 63) / 64])) }
    }

    /// Adds a set's elements to `other`.
    func insert(_ set: Int, into other: inout Bitset) {
        if isDense(set) {
            withWords(set) { other.insert(words: $0) }
        } else {
            withList(set) { other.insert($0) }
        }
    }

    /// How many elements of a set are in `other`.
    func count(_ set: Int, in other: Bitset) -> Int {
        isDense(set) ? withWords(set) { other.count(in: $0) } : withList(set) { other.count(in: $0) }
    }

    /// Calls `body` with each element, ascending, and its place among all elements (see `firsts`).
    @inline(__always)
    func forEach(_ set: Int, _ body: (_ ordinal: Int, _ place: Int) -> Void) {
        var place = Int(firsts[set])
        if isDense(set) {
            withWords(set) { words in
                for index in 0..<words.count {
                    var word = words[index]
                    while word != 0 {
                        body(index << 6 + word.trailingZeroBitCount, place)
                        word &= word - 1
                        place += 1
                    }
                }
            }
        } else {
            withList(set) { list in
                for ordinal in list {
                    body(Int(ordinal), place)
                    place += 1
                }
            }
        }
    }

    /// The place of an element among all elements; `nil` when it is not in the set.
    func place(of ordinal: Int, in set: Int) -> Int? {
        if isDense(set) {
            let at = Int(places[set]) + ordinal >> 6
            let bit = UInt64(1) << UInt64(ordinal & 63)
            guard words[at] & bit != 0 else { return nil }
            return Int(firsts[set]) + Int(ranks[at]) + (words[at] & (bit - 1)).nonzeroBitCount
        }
        return withList(set) { list in
            let at = Self.lowerBound(list, UInt16(truncatingIfNeeded: ordinal), from: 0)
            return at < list.count && Int(list[at]) == ordinal ? Int(firsts[set]) + at : nil
        }
    }

    /// Calls `body` with the index in `wanted` and the place of each element of a set that is wanted.
    /// - Parameter wanted: ascending.
    @inline(__always)
    func forEach(_ set: Int, of wanted: [UInt16], _ body: (_ index: Int, _ place: Int) -> Void) {
        let first = Int(firsts[set])
        wanted.withUnsafeBufferPointer { wanted in
            if isDense(set) {
                let start = Int(places[set])
                words.withUnsafeBufferPointer { words in
                    ranks.withUnsafeBufferPointer { ranks in
                        for index in 0..<wanted.count {
                            let at = start + Int(wanted[index] >> 6)
                            let bit = UInt64(1) << UInt64(wanted[index] & 63)
                            guard words[at] & bit != 0 else { continue }
                            body(index, first + Int(ranks[at]) + (words[at] & (bit &- 1)).nonzeroBitCount)
                        }
                    }
                }
            } else {
                withList(set) { list in
                    var at = 0
                    for index in 0..<wanted.count {
                        at = Self.lowerBound(list, wanted[index], from: at)
                        if at == list.count { break }
                        if list[at] == wanted[index] { body(index, first + at) }
                    }
                }
            }
        }
    }

    /// The first place from `start` whose element is not below `ordinal`: steps that double, then halving. Costs little when it is near.
    @inline(__always)
    private static func lowerBound(_ list: UnsafeBufferPointer<UInt16>, _ ordinal: UInt16, from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step <= list.count, list[low + step - 1] < ordinal {
            low += step
            step *= 2
        }
        var high = min(list.count, low + step - 1)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
