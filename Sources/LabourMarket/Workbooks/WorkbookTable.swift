import Foundation

/// The first sheet of a workbook (Office Open XML) as a table: column names in row 1, one record a row below.
///
/// Numbers and dates are read as cells hold them and become texts as a person would write them. What a formula computed is not taken:
/// such cells are marked.
package final class WorkbookTable: @unchecked Sendable {
    package struct Cell: Hashable, Sendable {
        package enum Trouble: Hashable, Sendable {
            case formula
            /// `#REF!` and the like.
            case error
            /// Longer than any cell of a spreadsheet can be; its text is not kept.
            case tooLong
        }

        /// Without white space at its ends; for a formula, what it computed last.
        package var text: String
        package var trouble: Trouble?
    }

    package struct Row: Sendable {
        /// As the spreadsheet numbers it.
        package let number: Int
        /// By column; those after the last cell are left out.
        package let cells: [Cell]
        /// A cell with something in it stands right of the last column name.
        package let exceeds: Bool
    }

    package let columns: [String]

    // Unchecked: zlib's stream and the reader's state are touched under the lock alone.
    private let lock = NSLock()
    private var rows: SheetRows
    private let limit: UnpackingLimit
    private var failure: WorkbookProblem?

    /// Handed over at once: enough to keep a reader busy, little enough to hold.
    private static let rowsAtOnce = 256
    private static let bytesAtOnce = 1 << 20

    /// - Throws: `WorkbookProblem`.
    package init(_ bytes: [UInt8]) throws(WorkbookProblem) {
        let limit = UnpackingLimit()
        self.limit = limit
        do throws(ReleaseReadingError) {
            let parts = try WorkbookParts(bytes, limit: limit)
            rows = SheetRows(
                try parts.firstSheet(), texts: try parts.sharedTexts(), dates: try parts.dateStyles(), countsFrom1904: parts.countsFrom1904)
            guard let header = try rows.next(), header.number == 1 else { throw .unusable(file: "", Self.empty) }
            var names = header.cells.map(\.text)
            while names.last?.isEmpty == true { names.removeLast() }
            columns = names
        } catch {
            throw Self.problem(error, limit)
        }
        guard !columns.isEmpty else { throw .empty }
        let named = columns.filter { !$0.isEmpty }
        guard Set(named).count == named.count else { throw .columnTwice }
        rows.width = columns.count
    }

    /// Rows that are not blank, at least one; `nil` after the last.
    /// - Throws: once all rows before the damage have been handed over.
    package func next() throws(WorkbookProblem) -> [Row]? {
        lock.lock()
        defer { lock.unlock() }
        if let failure { throw failure }
        var result: [Row] = []
        var size = 0
        do throws(ReleaseReadingError) {
            while result.count < Self.rowsAtOnce, size < Self.bytesAtOnce, let row = try rows.next() {
                result.append(row)
                size += row.cells.reduce(0) { $0 + $1.text.utf8.count }
            }
        } catch {
            failure = Self.problem(error, limit)
            if result.isEmpty, let failure { throw failure }
        }
        return result.isEmpty ? nil : result
    }

    private static let empty = "no column names"

    private static func problem(_ error: ReleaseReadingError, _ limit: UnpackingLimit) -> WorkbookProblem {
        if limit.isExceeded { return .unpacksTooLarge }
        guard case .unusable(_, let clause) = error else { return .damaged }
        return clause == empty ? .empty : WorkbookProblem(rawValue: clause) ?? .damaged
    }
}
