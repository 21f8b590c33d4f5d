package import Domain
import LabourMarket

/// Writes programs so that an import of what is written brings back the very same programs.
package enum ProgramExport {
    /// - Parameter byteOrderMark: true for files that people open in Excel, which otherwise misreads accents.
    package static func csv(_ programs: [Program], byteOrderMark: Bool = true) -> String {
        var writer = DelimitedTextWriter(columns: ProgramColumn.allCases.map(\.rawValue), byteOrderMark: byteOrderMark)
        for program in sorted(programs) { writer.append(ProgramCells.cells(program).map(GuardedCell.guarded)) }
        return writer.text
    }

    /// An array with one program a line.
    package static func json(_ programs: [Program]) -> String {
        let lines = sorted(programs).map { $0.json.description }
        return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    /// The same programs always make the same file.
    private static func sorted(_ programs: [Program]) -> [Program] {
        programs.sorted { ($0.institution, $0.reference) < ($1.institution, $1.reference) }
    }
}
