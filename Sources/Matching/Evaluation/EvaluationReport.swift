/// Figures of several rankings on several sets, as a table of plain text.
package struct EvaluationReport: Sendable {
    package struct Row: Hashable, Sendable {
        package let set: String
        package let ranking: String
        package let figures: RankingFigures
    }

    package private(set) var rows: [Row] = []

    package init() {}

    package mutating func add(_ rows: [Row]) { self.rows += rows }

    package func figures(_ set: String, _ ranking: String) -> RankingFigures? {
        rows.first { $0.set == set && $0.ranking == ranking }?.figures
    }

    /// One line a row: set, ranking, number of questions, shares right at 1, 5 and 10, mean reciprocal rank.
    package var text: String {
        let names = rows.map { [$0.set, $0.ranking] }
        let widths = [("set", 0), ("ranking", 1)].map { title, column in max(title.count, names.map { $0[column].count }.max() ?? 0) }
        func line(_ set: String, _ ranking: String, _ cells: [String]) -> String {
            let start = Self.padded(set, widths[0]) + "  " + Self.padded(ranking, widths[1])
            return start + cells.map { "  " + String(repeating: " ", count: max(0, 5 - $0.count)) + $0 }.joined()
        }
        let header = line("set", "ranking", ["n", "@1", "@5", "@10", "mrr"])
        let lines = rows.map { row in
            let figures = row.figures
            let shares = [figures.first, figures.five, figures.ten, figures.reciprocalRank].map(Self.thousandths)
            return line(row.set, row.ranking, [String(figures.count)] + shares)
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `.643`; `1.000` for one.
    private static func thousandths(_ share: Double) -> String {
        let value = Int((share * 1000).rounded())
        let digits = String(value % 1000)
        return (value >= 1000 ? "1." : ".") + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
