package import Domain
import LabourMarket
package import Storage

/// Writes programs so that an import of what is written brings back the very same programs.
package struct ProgramExport: ~Copyable {
    private var table: DelimitedTextWriter?
    private var workbook: ProgramWorkbook?
    private var lines: [UInt8] = []
    private var isEmpty = true

    /// 200 programs: what the database is asked for at once.
    private static let part = 200

    /// - Parameter byteOrderMark: true for files that people open in Excel, which otherwise misreads accents.
    private init(_ format: ProgramTableFormat, byteOrderMark: Bool, explanation: WorkbookExplanation? = nil) {
        switch format {
        case .csv: table = DelimitedTextWriter(columns: ProgramColumn.names, byteOrderMark: byteOrderMark)
        case .xlsx: workbook = ProgramWorkbook(explanation)
        case .json: break
        }
    }

    /// Writes the programs of the database, or those of one institution, a part at a time: memory does not grow with them. The same
    /// programs always make the same file.
    /// - Parameter explanation: for a workbook, what its columns mean, on a second sheet.
    /// - Returns: how many were written.
    package static func write(
        _ database: any SQLDatabase, of institution: Institution.ID? = nil, format: ProgramTableFormat, byteOrderMark: Bool = true,
        explanation: WorkbookExplanation? = nil, to sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        try await database.read { connection in
            var export = ProgramExport(format, byteOrderMark: byteOrderMark, explanation: explanation)
            var key: ProgramKey?
            var count = 0
            while case let programs = try connection.programs(of: institution, after: key, most: part), let last = programs.last {
                for program in programs { export.append(program) }
                try sink(export.take())
                key = ProgramKey(institution: last.institution, reference: last.reference)
                count += programs.count
            }
            export.end()
            try sink(export.take())
            return count
        }
    }

    package static func csv(_ programs: [Program], byteOrderMark: Bool = true) -> String {
        String(decoding: bytes(programs, .csv, byteOrderMark: byteOrderMark), as: UTF8.self)
    }

    /// An array with one program a line.
    package static func json(_ programs: [Program]) -> String { String(decoding: bytes(programs, .json), as: UTF8.self) }

    /// The column names alone, to be filled in, in either of the two forms people work with.
    package static func template(_ format: ProgramTableFormat, explanation: WorkbookExplanation? = nil) -> [UInt8] {
        bytes([], format, explanation: explanation)
    }

    package static func bytes(
        _ programs: [Program], _ format: ProgramTableFormat, byteOrderMark: Bool = true, explanation: WorkbookExplanation? = nil
    ) -> [UInt8] {
        var export = ProgramExport(format, byteOrderMark: byteOrderMark, explanation: explanation)
        for program in programs.sorted(by: { ($0.institution, $0.reference) < ($1.institution, $1.reference) }) { export.append(program) }
        export.end()
        return export.take()
    }

    private mutating func append(_ program: Program) {
        if table != nil {
            table?.append(ProgramCells.cells(program).map(GuardedCell.guarded))
        } else if workbook != nil {
            workbook?.append(program)
        } else {
            lines += (isEmpty ? "[\n" : ",\n").utf8
            lines += program.json.description.utf8
            isEmpty = false
        }
    }

    private mutating func end() {
        if let workbook = workbook.take() {
            lines = workbook.finish()
        } else if table == nil {
            lines += (isEmpty ? "[]\n" : "\n]\n").utf8
        }
    }

    private mutating func take() -> [UInt8] {
        if table != nil { return table?.take() ?? [] }
        defer { lines = [] }
        return lines
    }
}
