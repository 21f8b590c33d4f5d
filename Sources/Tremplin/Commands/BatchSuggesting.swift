import Domain
import LabourMarket
import Matching

/// The programs of a table: columns `id`, `title`, `description`, and `lang` when it has one.
struct ProgramTextTable: Sendable {
    struct Row: Sendable {
        let id: String
        let title: String
        let description: String
        let language: Language?
    }

    /// - Parameter language: for rows that do not say.
    static func read(_ file: String, language: Language?) throws(CommandFailure) -> [Row] {
        let table = try TableFile.read(file)
        let columns: [DelimitedText.Column]
        do { columns = try table.require("id", "title", "description") } catch { throw CommandFailure(.data, error.description) }
        let languageColumn = table.column("lang")
        var rows: [Row] = []
        rows.reserveCapacity(table.count)
        for row in table.rows {
            let written = languageColumn.map { row[$0] } ?? ""
            let own = Language(rawValue: written.lowercased())
            if let languageColumn, !written.isEmpty, own == nil {
                throw CommandFailure(.data, row.error(languageColumn, .notOneOf(["en", "fr"])).description)
            }
            guard !row.isEmpty(columns[0]) else { throw CommandFailure(.data, row.error(columns[0], .missingValue).description) }
            rows.append(Row(id: row[columns[0]], title: row[columns[1]], description: row[columns[2]], language: own ?? language))
        }
        return rows
    }
}

/// Suggests tags for many programs. They are shared out among the processors; the answer keeps their order.
struct BatchSuggesting: Sendable {
    let suggester: TagSuggester
    let kinds: [TagTarget.Kind]
    let limit: Int

    /// Programs to a task: some tenths of a second of work.
    private static let share = 32

    func run(_ programs: [ProgramTextTable.Row], console: Console) async throws {
        let shares = stride(from: 0, to: programs.count, by: Self.share).map { programs[$0..<min($0 + Self.share, programs.count)] }
        console.line("id,kind,rank,code,score,evidence")
        var waiting: [Int: String] = [:]
        var next = 0
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (index, share) in shares.enumerated() { group.addTask { (index, share.map(lines).joined()) } }
            for try await (index, text) in group {
                waiting[index] = text
                while let ready = waiting.removeValue(forKey: next) {
                    console.write(ready)
                    next += 1
                }
            }
        }
    }

    private func lines(_ program: ProgramTextTable.Row) -> String {
        kinds.flatMap { kind in
            suggester.suggestions(
                kind, title: program.title, description: program.description, language: program.language, limit: limit
            ).enumerated().map { rank, suggestion in
                [
                    program.id, kind.rawValue, String(rank + 1), suggestion.target.code, Figures.score(suggestion.confidence),
                    suggestion.evidence ?? "",
                ].map(BatchMatching.cell).joined(separator: ",") + "\n"
            }
        }.joined()
    }
}
