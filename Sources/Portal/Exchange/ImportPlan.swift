package import Domain

/// What an import would do. Nothing is done while there are errors.
package struct ImportPlan: Sendable {
    /// A program that is there already, as the file wants it.
    package struct Changed: Hashable, Sendable {
        package let program: Program
        package let differences: [ProgramDifference]
    }

    package fileprivate(set) var new: [Program] = []
    package fileprivate(set) var changed: [Changed] = []
    package fileprivate(set) var unchanged: [Program] = []
    /// The first `errorLimit` of them, in the order of the file.
    package fileprivate(set) var errors: [ImportError] = []
    /// How many there are in all.
    package fileprivate(set) var errorCount = 0

    package static let errorLimit = 100

    package init() {}

    package var isRefused: Bool { errorCount > 0 }
    /// What is to be written.
    package var programs: [Program] { new + changed.map(\.program) }

    mutating func report(_ found: [ImportError]) {
        errorCount += found.count
        errors += found.prefix(Self.errorLimit - errors.count)
    }

    /// Sorts a program of the file into new, changed and unchanged.
    mutating func add(_ program: Program, stored: Program?) {
        guard let stored else { return new.append(program) }
        let differences = ProgramDifference.between(stored, program)
        if differences.isEmpty { unchanged.append(program) } else { changed.append(Changed(program: program, differences: differences)) }
    }
}

/// One column whose text an import would change.
package struct ProgramDifference: Hashable, Sendable {
    package let column: ProgramColumn
    /// As the column's cell is written; empty for nothing.
    package let before: String
    package let after: String

    package init(column: ProgramColumn, before: String, after: String) {
        self.column = column
        self.before = before
        self.after = after
    }

    /// Every column in which two programs differ. None means that they are the same in everything.
    package static func between(_ before: Program, _ after: Program) -> [ProgramDifference] {
        guard before != after else { return [] }
        return zip(ProgramColumn.allCases, zip(ProgramCells.cells(before), ProgramCells.cells(after))).compactMap { column, cells in
            cells.0 == cells.1 ? nil : ProgramDifference(column: column, before: cells.0, after: cells.1)
        }
    }
}
