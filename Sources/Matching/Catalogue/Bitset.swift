/// A set of program ordinals of one segment, one bit each.
///
/// The loops over words go through unsafe buffers: with a bounds check per word the compiler does not make vector code of them.
struct Bitset: Sendable, Hashable {
    private(set) var words: [UInt64]
    /// Ordinals lie in `0..<capacity`; bits beyond it stay 0.
    let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    /// Every ordinal.
    init(filled capacity: Int) {
        self.capacity = capacity
        words = [UInt64](repeating: .max, count: (capacity + 63) / 64)
        if capacity % 64 != 0 { words[words.count - 1] = (1 << UInt64(capacity % 64)) - 1 }
    }

    /// - Returns: `nil` when the words are not those of such a set.
    init?(words: [UInt64], capacity: Int) {
        guard words.count == (capacity + 63) / 64, capacity % 64 == 0 || words.last! >> UInt64(capacity % 64) == 0 else { return nil }
        self.words = words
        self.capacity = capacity
    }

    @inline(__always)
    func contains(_ ordinal: Int) -> Bool { words[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1 }

    @inline(__always)
    mutating func insert(_ ordinal: Int) { words[ordinal >> 6] |= 1 << UInt64(ordinal & 63) }

    @inline(__always)
    mutating func remove(_ ordinal: Int) { words[ordinal >> 6] &= ~(1 << UInt64(ordinal & 63)) }

    mutating func formIntersection(_ other: Bitset) { combine(other) { $0 & $1 } }

    mutating func formUnion(_ other: Bitset) { combine(other) { $0 | $1 } }

    mutating func subtract(_ other: Bitset) { combine(other) { $0 & ~$1 } }

    @inline(__always)
    private mutating func combine(_ other: Bitset, _ join: (UInt64, UInt64) -> UInt64) {
        precondition(words.count == other.words.count)
        words.withUnsafeMutableBufferPointer { words in
            other.words.withUnsafeBufferPointer { other in
                for index in 0..<words.count { words[index] = join(words[index], other[index]) }
            }
        }
    }

    mutating func insert(_ ordinals: UnsafeBufferPointer<UInt16>) {
        words.withUnsafeMutableBufferPointer { words in
            for ordinal in ordinals { words[Int(ordinal >> 6)] |= 1 << UInt64(ordinal & 63) }
        }
    }

    mutating func insert(words other: UnsafeBufferPointer<UInt64>) {
        precondition(words.count == other.count)
        words.withUnsafeMutableBufferPointer { words in
            for index in 0..<words.count { words[index] |= other[index] }
        }
    }

    func intersection(_ other: Bitset) -> Bitset {
        var result = self
        result.formIntersection(other)
        return result
    }

    /// Every ordinal that is not in the set.
    var complement: Bitset {
        var result = Bitset(filled: capacity)
        result.subtract(self)
        return result
    }

    var count: Int {
        words.withUnsafeBufferPointer { words in
            var count = 0
            for word in words { count &+= word.nonzeroBitCount }
            return count
        }
    }

    /// How many of the words' bits are in the set.
    func count(in other: UnsafeBufferPointer<UInt64>) -> Int {
        precondition(words.count == other.count)
        return words.withUnsafeBufferPointer { words in
            var count = 0
            for index in 0..<words.count { count &+= (words[index] & other[index]).nonzeroBitCount }
            return count
        }
    }

    func count(in other: Bitset) -> Int { other.words.withUnsafeBufferPointer { count(in: $0) } }

    func count(in ordinals: UnsafeBufferPointer<UInt16>) -> Int {
        words.withUnsafeBufferPointer { words in
            var count: UInt64 = 0
            for ordinal in ordinals { count &+= words[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1 }
            return Int(count)
        }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Calls `body` with each ordinal, ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        words.withUnsafeBufferPointer { words in
            for index in 0..<words.count {
                var word = words[index]
                while word != 0 {
                    body(index << 6 + word.trailingZeroBitCount)
                    word &= word - 1
                }
            }
        }
    }

    var first: Int? {
        words.firstIndex { $0 != 0 }.map { $0 << 6 + words[$0].trailingZeroBitCount }
    }

    /// - Parameter count: how many there are.
    func ordinals(count: Int) -> [UInt16] {
        [UInt16](unsafeUninitializedCapacity: count) { ordinals, filled in
            forEach { ordinal in
                precondition(filled < count)
                ordinals[filled] = UInt16(truncatingIfNeeded: ordinal)
                filled += 1
            }
        }
    }
}
