import Domain

/// The best programs met so far, up to a number: by key, then by title and id.
struct BestFirst {
    struct Entry {
        /// The higher the better.
        let key: Double
        /// `Segment.titleRanks`
        let rank: Int32
        let ordinal: Int32

        static func comes(_ a: Entry, before b: Entry) -> Bool { a.key == b.key ? a.rank < b.rank : a.key > b.key }
    }

    private let limit: Int
    private var entries: [Entry] = []
    /// Nothing that does not come before it can still be among the best.
    private var worst: Entry?

    init(limit: Int) { self.limit = limit }

    @inline(__always)
    mutating func offer(_ entry: Entry) {
        if let worst, !Entry.comes(entry, before: worst) { return }
        entries.append(entry)
        // Cut back when twice as many as wanted have come together: each cut costs a sort, and few are needed.
        if entries.count >= 2 * limit + 64 { cut() }
    }

    private mutating func cut() {
        entries.sort(by: Entry.comes)
        guard entries.count > limit else { return }
        entries.removeSubrange(limit...)
        worst = entries.last
    }

    /// Best first.
    mutating func finish() -> [Entry] {
        cut()
        return entries
    }
}
