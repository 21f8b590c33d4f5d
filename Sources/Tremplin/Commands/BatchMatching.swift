import Domain
import LabourMarket
import Matching
import Portal

/// Codes every row of a table. The rows are shared out among the processors; the answer keeps their order.
struct BatchMatching: Sendable {
    private struct Row: Sendable { let id: String; let text: String; let language: Language?; let industry: String? }

    let matcher: OccupationMatcher
    /// Titles of the industries whose codes the table may give.
    let industryNames: LabourMarketInformation
    let limit: Int
    /// For rows that do not say.
    let language: Language?

    /// 256 rows: a few tenths of a second of work, so that no processor idles for long at the end.
    private static let share = 256

    func run(file: String, console: Console) async throws {
        let rows = try read(file)
        let shares = stride(from: 0, to: rows.count, by: Self.share).map { rows[$0..<min($0 + Self.share, rows.count)] }
        console.line("id,rank,code,score")
        var waiting: [Int: String] = [:]
        var next = 0
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (index, share) in shares.enumerated() {
                group.addTask { (index, share.map(coded).joined()) }
            }
            for try await (index, text) in group {
                waiting[index] = text
                while let ready = waiting.removeValue(forKey: next) {
                    console.write(ready)
                    next += 1
                }
            }
        }
    }

    private func coded(_ row: Row) -> String {
        let language = row.language ?? language
        let industry = industryNames.industryWords(row.industry, language: language)
        let answer = matcher.match(row.text, language: language, industry: industry, limit: limit)
        return answer.matches.enumerated().map { rank, match in
            "\(Self.cell(row.id)),\(rank + 1),\(Self.cell(match.code)),\(Figures.score(match.confidence))\n"
        }.joined()
    }

    private func read(_ file: String) throws(CommandFailure) -> [Row] {
        let table = try TableFile.read(file)
        let columns: [DelimitedText.Column]
        do { columns = try table.require("id", "text") } catch { throw CommandFailure(.data, error.description) }
        let languageColumn = table.column("lang")
        var rows: [Row] = []
        rows.reserveCapacity(table.count)
        for row in table.rows {
            let written = languageColumn.map { row[$0] } ?? ""
            let language = Language(rawValue: written.lowercased())
            if let languageColumn, !written.isEmpty, language == nil {
                throw CommandFailure(.data, row.error(languageColumn, .notOneOf(["en", "fr"])).description)
            }
            rows.append(Row(id: row[columns[0]], text: row[columns[1]], language: language, industry: row["industry"]))
        }
        return rows
    }

    static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
