/// Up to 64 values of closed facets: for each program of a segment a word with a bit for each value, and for each value its programs.
struct ClosedColumn: Sendable {
    /// What the lowest bit's value has as number in `FacetDictionary`; the others follow.
    let firstNumber: Int
    let bits: [UInt64]
    let sets: PackedSets

    init(_ bits: [UInt64], firstNumber: Int, valueCount: Int) {
        self.firstNumber = firstNumber
        self.bits = bits
        sets = PackedSets(bits: bits, setCount: valueCount)
    }

    var byteCount: Int { bits.count * 8 + sets.byteCount }

    func contains(_ number: Int32, program: Int) -> Bool { bits[program] >> UInt64(Int(number) - firstNumber) & 1 == 1 }

    func contains(number: Int32) -> Bool { sets.count > Int(number) - firstNumber && Int(number) >= firstNumber }

    /// Adds to `counts`, by number, how many programs of the set carry each value.
    func count(_ set: Bitset, size: Int, into counts: inout [Int32]) {
        // Reading a word and adding up its bytes costs about 5 ns a program; a set of bits is met in under a microsecond by each value.
        guard size < Self.programsPerValue * sets.count else { return countBySets(set, size: size, values: 0..<sets.count, into: &counts) }
        var sums = BitCounts(width: sets.count)
        bits.withUnsafeBufferPointer { bits in set.forEach { sums.add(bits[$0]) } }
        sums.addSums(to: &counts, from: firstNumber)
    }

    private static let programsPerValue = 128

    /// The same for some values only.
    func count(_ set: Bitset, size: Int, numbers: Range<Int>, into counts: inout [Int32]) {
        countBySets(set, size: size, values: numbers.lowerBound - firstNumber..<numbers.upperBound - firstNumber, into: &counts)
    }

    private func countBySets(_ set: Bitset, size: Int, values: Range<Int>, into counts: inout [Int32]) {
        for value in values {
            counts[firstNumber + value] += Int32(size == bits.count ? sets.size(value) : sets.count(value, in: set))
        }
    }
}

/// How often each bit is set in many words, added up byte by byte: one addition for eight bits.
struct BitCounts {
    /// For each byte of a word and each of its 256 values, how many words had it.
    private var table: [Int32]
    private let width: Int

    /// - Parameter width: how many bits, from the lowest, are used.
    init(width: Int) {
        self.width = width
        table = [Int32](repeating: 0, count: (width + 7) / 8 * 256)
    }

    @inline(__always)
    mutating func add(_ word: UInt64) {
        var rest = word
        var start = 0
        table.withUnsafeMutableBufferPointer { table in
            while start < table.count {
                table[start + Int(rest & 0xFF)] &+= 1
                rest >>= 8
                start += 256
            }
        }
    }

    func addSums(to counts: inout [Int32], from first: Int) {
        for (index, count) in table.enumerated() where count > 0 {
            var bits = UInt8(truncatingIfNeeded: index)
            while bits != 0 {
                counts[first + index / 256 * 8 + bits.trailingZeroBitCount] += count
                bits &= bits - 1
            }
        }
    }
}
