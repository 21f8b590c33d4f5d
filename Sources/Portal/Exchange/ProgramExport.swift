package import Domain
import LabourMarket
package import Storage

/// Writes programs so that an import of what is written brings back the very same programs.
package struct ProgramExport: Sendable {
    private var table: DelimitedTextWriter?
    private var lines: [UInt8] = []
    private var isEmpty = true

    /// 200 programs: what the database is asked for at once.
    private static let part = 200

    /// - Parameter byteOrderMark: true for files that people open in Excel, which otherwise misreads accents.
    private init(_ format: ProgramTableFormat, byteOrderMark: Bool) {
        if format == .csv { table = DelimitedTextWriter(columns: ProgramColumn.names, byteOrderMark: byteOrderMark) }
    }

    /// Writes the programs of the database, or those of one institution, a part at a time: memory does not grow with them. The same
    /// programs always make the same file.
    /// - Returns: how many were written.
    package static func write(
        _ database: any SQLDatabase, of institution: Institution.ID? = nil, format: ProgramTableFormat, byteOrderMark: Bool = true,
        to sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        try await database.read { connection in
            var export = ProgramExport(format, byteOrderMark: byteOrderMark)
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
        text(programs, .csv, byteOrderMark: byteOrderMark)
    }

    /// An array with one program a line.
    package static func json(_ programs: [Program]) -> String { text(programs, .json, byteOrderMark: false) }

    private static func text(_ programs: [Program], _ format: ProgramTableFormat, byteOrderMark: Bool) -> String {
        var export = ProgramExport(format, byteOrderMark: byteOrderMark)
        for program in programs.sorted(by: { ($0.institution, $0.reference) < ($1.institution, $1.reference) }) { export.append(program) }
        export.end()
        return String(decoding: export.take(), as: UTF8.self)
    }

    private mutating func append(_ program: Program) {
        guard table == nil else {
            table?.append(ProgramCells.cells(program).map(GuardedCell.guarded))
            return
        }
        lines += (isEmpty ? "[\n" : ",\n").utf8
        lines += program.json.description.utf8
        isEmpty = false
    }

    private mutating func end() {
        if table == nil { lines += (isEmpty ? "[]\n" : "\n]\n").utf8 }
    }

    private mutating func take() -> [UInt8] {
        if table != nil { return table?.take() ?? [] }
        defer { lines = [] }
        return lines
    }
}
