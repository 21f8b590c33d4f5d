/// The few best of many, without sorting the many.
enum BestOf {
    /// - Parameter precedes: a strict order.
    /// - Returns: at most `limit` of the numbers 0 up to `count`, the first in the order first.
    static func indices(count: Int, limit: Int, by precedes: (Int, Int) -> Bool) -> [Int32] {
        var best: [Int32] = []
        best.reserveCapacity(limit + 1)
        for candidate in 0..<count {
            if best.count == limit {
                guard let last = best.last, precedes(candidate, Int(last)) else { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, precedes(candidate, Int(best[place - 1])) { place -= 1 }
            best.insert(Int32(candidate), at: place)
        }
        return best
    }
}
