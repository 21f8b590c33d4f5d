import Domain

/// The best programs met so far, up to a number: by key, then by title and id.
struct BestFirst {
    struct Entry {
        /// The higher the better.
        let key: Double
        /// `Segment.titleRanks`
        let rank: UInt16
        let ordinal: UInt16

        static func comes(_ a: Entry, before b: Entry) -> Bool { a.key == b.key ? a.rank < b.rank : a.key > b.key }
    }

    private let limit: Int
    private let ranks: [UInt16]
    private var entries: [Entry] = []
    /// Nothing below it can still be among the best.
    private var leastKey = -Double.infinity
    private var leastRank = UInt16.max

    /// - Parameter ranks: by ordinal.
    init(limit: Int, ranks: [UInt16]) {
        self.limit = limit
        self.ranks = ranks
    }

    @inline(__always)
    mutating func offer(_ ordinal: Int, key: Double) {
        if key < leastKey { return }
        consider(ordinal, key)
    }

    private mutating func consider(_ ordinal: Int, _ key: Double) {
        let rank = ranks[ordinal]
        if key == leastKey, rank > leastRank { return }
        entries.append(Entry(key: key, rank: rank, ordinal: UInt16(ordinal)))
        // Cut back when twice as many as wanted have come together: each cut costs a sort, and few are needed.
        if entries.count >= 2 * limit + 32 { cut() }
    }

    private mutating func cut() {
        entries.sort(by: Entry.comes)
        guard entries.count > limit, let last = entries.prefix(limit).last else { return }
        entries.removeSubrange(limit...)
        leastKey = last.key
        leastRank = last.rank
    }

    /// Best first.
    mutating func finish() -> [Entry] {
        cut()
        return entries
    }
}
