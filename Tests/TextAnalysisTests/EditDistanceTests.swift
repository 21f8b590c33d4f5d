import Testing
import TextAnalysis

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("nurse", "nurse", 0), ("nrse", "nurse", 1), ("nruse", "nurse", 1), ("mechanic", "mecanic", 1), ("electrican", "electrician", 1),
        ("acountent", "accountant", 2), ("welder", "wleders", 2), ("ab", "ba", 1), ("", "ab", 2),
    ])
    func `a typing error costs one`(a: String, b: String, distance: Int) {
        #expect(EditDistance.distance(a, b, limit: 2) == distance)
        #expect(EditDistance.distance(b, a, limit: 2) == distance)
    }

    @Test func `words over the limit are not each other's misspelling`() {
        #expect(EditDistance.distance("nurse", "welder", limit: 2) == nil)
        #expect(EditDistance.distance("cook", "cooking", limit: 2) == nil)
        #expect(EditDistance.distance("ab", "ba", limit: 0) == nil)
    }

    @Test func `the banded table agrees with the full one`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let a = (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8.random(in: 97...99, using: &generator) }
            let b = (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8.random(in: 97...99, using: &generator) }
            let full = alignment(a, b)
            for limit in 0...2 {
                #expect(EditDistance.distance(a, b, limit: limit) == (full <= limit ? full : nil), "\(a) \(b)")
            }
        }
    }

    /// Optimal string alignment, the whole table.
    private func alignment(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { table[i][0] = i }
        for j in 0...b.count { table[0][j] = j }
        for i in 1..<(a.count + 1) where !b.isEmpty {
            for j in 1...b.count {
                table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1) }
            }
        }
        return table[a.count][b.count]
    }
}
