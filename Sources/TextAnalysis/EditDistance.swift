/// How many letters two words differ by: insertion, deletion, substitution, or two neighbours swapped, each counts one.
package enum EditDistance {
    /// The optimal string alignment distance between two folded words, by bytes.
    /// - Parameter limit: 0 to 2 are what typing errors need; the work grows with the limit, not with the square of the length.
    /// - Returns: `nil` when the distance is over the limit.
    package static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { distance(a, $0, limit: limit) }
        }
    }

    package static func distance(_ a: String, _ b: String, limit: Int) -> Int? { distance(Array(a.utf8), Array(b.utf8), limit: limit) }

    package static func distance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        // What both begin and end with costs nothing.
        var start = 0
        let shorter = min(a.count, b.count)
        while start < shorter, a[start] == b[start] { start += 1 }
        var tail = 0
        while tail < shorter - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        let rows = a.count - start - tail
        let columns = b.count - start - tail
        if rows == 0 || columns == 0 { return max(rows, columns) <= limit ? max(rows, columns) : nil }
        // Longer than any word: two words this different are not each other's misspelling.
        guard columns < 48 else { return nil }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (columns + 1)) { cells in
            banded(a, b, start: start, rows: rows, columns: columns, limit: limit, cells: cells)
        }
    }

    /// Three rolling rows of the table, each filled only within `limit` of the diagonal.
    private static func banded(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, start: Int, rows: Int, columns: Int, limit: Int,
        cells: UnsafeMutableBufferPointer<Int32>
    ) -> Int? {
        let width = columns + 1
        let far = Int32(limit + 1)
        cells.update(repeating: far)
        var two = 0
        var one = width
        var now = 2 * width
        for column in 0...min(columns, limit) { cells[one + column] = Int32(column) }
        for row in 1...rows {
            let low = max(1, row - limit)
            let high = min(columns, row + limit)
            guard low <= high else { return nil }
            for column in 0..<width { cells[now + column] = far }
            if row <= limit { cells[now] = Int32(row) }
            var best = cells[now]
            for column in low...high {
                let left = a[start + row - 1]
                let right = b[start + column - 1]
                var cost = cells[one + column - 1] + (left == right ? 0 : 1)
                cost = min(cost, cells[one + column] + 1, cells[now + column - 1] + 1)
                if row > 1, column > 1, left == b[start + column - 2], a[start + row - 2] == right {
                    cost = min(cost, cells[two + column - 2] + 1)
                }
                cells[now + column] = cost
                best = min(best, cost)
            }
            // A swap may still reach back one row, so give up only when that row is too far as well.
            if best > far { return nil }
            (two, one, now) = (one, now, two)
        }
        let distance = cells[one + columns]
        return distance <= Int32(limit) ? Int(distance) : nil
    }
}
