import Domain

extension ReleaseBackground {
    /// The unit groups a cell means: `21232`, `NOC_21232`, or a number that lost its leading zeros. Job Bank publishes the five groups of
    /// senior managers together, under a code that NOC 2021 does not have.
    func occupations(_ table: TableStream, _ column: TableStream.Column) throws(ReleaseReadingError) -> [OccupationCode] {
        var text = try table.text(column)
        if text.hasPrefix("NOC_") { text.removeFirst(4) }
        if text.hasSuffix(".0") { text.removeLast(2) }
        let digits = String(repeating: "0", count: max(0, 5 - text.utf8.count)) + text
        if digits == "00018", !occupations.contains(where: { $0.rawValue == digits }) {
            return occupations.filter { ("00011"..."00015").contains($0.rawValue) }.sorted()
        }
        guard let code = OccupationCode(digits), occupations.contains(code) else {
            throw table.error(column, .unknown(what: "the code of a unit group of NOC 2021"))
        }
        return [code]
    }
}

/// An occupation in a place: what figures are published by.
struct PublishedKey: Hashable, Comparable {
    let occupation: OccupationCode
    let region: Region.ID?

    /// The first two cells of a row.
    var cells: [String] { [occupation.rawValue, region?.rawValue ?? ""] }

    static func < (a: Self, b: Self) -> Bool { (a.occupation, a.region?.rawValue ?? "") < (b.occupation, b.region?.rawValue ?? "") }
}

/// Counts what is passed over, for the sentences after a reading.
struct LeftOut {
    private var counts: [(sentence: String, count: Int)] = []

    mutating func add(_ sentence: String, _ count: Int = 1) {
        if let index = counts.firstIndex(where: { $0.sentence == sentence }) {
            counts[index].count += count
        } else {
            counts.append((sentence, count))
        }
    }

    var sentences: [String] { counts.map { "\($0.count) \($0.sentence)" } }
}
