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
    let ranks: [UInt16]

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
}
