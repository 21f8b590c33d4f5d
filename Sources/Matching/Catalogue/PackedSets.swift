/// Many sets of one segment's ordinals, by number: a short one as an ascending list, a long one as bits, whichever takes less room.
struct PackedSets: Sendable {
    /// Ordinals lie below it.
    let capacity: Int
    /// How many elements the sets before set `s` have together: also where what belongs to its elements (impacts) stands.
    let firsts: [UInt32]
    /// Where set `s` begins: in `words` when it is dense, else in `ordinals`.
    let places: [UInt32]
    let ordinals: [UInt16]
    let words: [UInt64]
    /// For each of `words`, how many elements its set has before that word.
    private let ranks: [UInt16]

    /// 16 bits an element in a list, one bit a program in a set of bits: equal at a sixteenth.
    static func denseFrom(_ capacity: Int) -> Int { max(16, (capacity + 15) / 16) }

    /// - Parameters:
    ///   - firsts: where each set's elements begin in `lists`, and at last where they end.
    ///   - lists: the elements, ascending within each set.
    init(firsts: [UInt32], lists: [UInt16], capacity: Int) {
        let wordCount = (capacity + 63) / 64
        let dense = Self.denseFrom(capacity)
        var places: [UInt32] = []
        places.reserveCapacity(max(0, firsts.count - 1))
        var words: [UInt64] = []
        var ordinals: [UInt16] = []
        for set in 0..<max(0, firsts.count - 1) {
            let range = Int(firsts[set])..<Int(firsts[set + 1])
            if range.count < dense {
                places.append(UInt32(ordinals.count))
                ordinals.append(contentsOf: lists[range])
            } else {
                places.append(UInt32(words.count))
                var bits = Bitset(capacity: capacity)
                lists.withUnsafeBufferPointer { bits.insert(UnsafeBufferPointer(rebasing: $0[range])) }
                words.append(contentsOf: bits.words)
            }
        }
        self.init(
            capacity: capacity, firsts: firsts.isEmpty ? [0] : firsts, places: places,
            ordinals: ordinals.withUnsafeBufferPointer { Array($0) }, words: words.withUnsafeBufferPointer { Array($0) },
            wordCount: wordCount)
    }

    /// - Returns: `nil` when the parts do not fit each other: then no look-up could be trusted to stay within them.
    init?(capacity: Int, firsts: [UInt32], places: [UInt32], ordinals: [UInt16], words: [UInt64]) {
        guard capacity >= 0, firsts.count == places.count + 1, firsts[0] == 0 else { return nil }
        let wordCount = (capacity + 63) / 64
        let dense = Self.denseFrom(capacity)
        for set in places.indices {
            guard firsts[set] <= firsts[set + 1] else { return nil }
            let size = Int(firsts[set + 1] - firsts[set])
            let end = Int(places[set]) + (size < dense ? size : wordCount)
            guard end <= (size < dense ? ordinals.count : words.count) else { return nil }
        }
        guard ordinals.allSatisfy({ Int($0) < capacity }) else { return nil }
        self.init(capacity: capacity, firsts: firsts, places: places, ordinals: ordinals, words: words, wordCount: wordCount)
        // What belongs to an element is found by its rank: each set of bits must have as many as it says.
        for set in places.indices where isDense(set) && count(set, in: Bitset(filled: capacity)) != size(set) { return nil }
    }

    private init(capacity: Int, firsts: [UInt32], places: [UInt32], ordinals: [UInt16], words: [UInt64], wordCount: Int) {
        self.capacity = capacity
        self.firsts = firsts
        self.places = places
        self.ordinals = ordinals
        self.words = words
        var ranks: [UInt16] = []
        ranks.reserveCapacity(words.count)
        var rank = 0
        for place in words.indices {
            if place % wordCount == 0 { rank = 0 }
            ranks.append(UInt16(truncatingIfNeeded: rank))
            rank += words[place].nonzeroBitCount
        }
        self.ranks = ranks
    }

    var count: Int { places.count }
    var elementCount: Int { Int(firsts[places.count]) }
    var byteCount: Int { firsts.count * 4 + places.count * 4 + ordinals.count * 2 + words.count * 8 + ranks.count * 2 }

    @inline(__always)
    func size(_ set: Int) -> Int { Int(firsts[set + 1] - firsts[set]) }

    @inline(__always)
    func isDense(_ set: Int) -> Bool { size(set) >= Self.denseFrom(capacity) }

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
