package import Domain

/// What an import would do. Nothing is done while there are errors.
package struct ImportPlan: Sendable {
    /// A program that is there already, as the file wants it.
    package struct Changed: Hashable, Sendable {
        package let program: Program
        package let differences: [ProgramDifference]
    }

    /// The first of those that are new; of those that change; of those that the file leaves as they are.
    package private(set) var new: [Program] = []
    package private(set) var changed: [Changed] = []
    package private(set) var unchanged: [Program] = []
    /// How many there are in all.
    package private(set) var newCount = 0
    package private(set) var changedCount = 0
    package private(set) var unchangedCount = 0
    /// The first of them, in the order of the file, and how many there are in all.
    package private(set) var notes: [ImportNote] = []
    package private(set) var noteCount = 0
    /// The first `errorLimit` of them, in the order of the file, and how many there are in all.
    package private(set) var errors: [ImportError] = []
    package private(set) var errorCount = 0
    /// The number of the last change in the database when the file was compared with it.
    package var lastChange = 0

    package static let errorLimit = 100

    private let listing: Int

    /// - Parameter listing: how many of each kind are listed; the others are counted.
    package init(listing: Int = .max) { self.listing = listing }

    package var isRefused: Bool { errorCount > 0 }
    /// What is to be written, as far as it is listed.
    package var programs: [Program] { new + changed.map(\.program) }

    mutating func report(_ found: [ImportError]) {
        errorCount += found.count
        errors += found.prefix(Self.errorLimit - errors.count)
    }

    /// Sorts records into new, changed and unchanged.
    /// - Returns: the programs that are to be written.
    mutating func add(_ records: [ReadRecord]) -> (new: [Program], changed: [Program]) {
        var written: (new: [Program], changed: [Program]) = ([], [])
        for record in records {
            report(record.errors)
            noteCount += record.notes.count
            notes += record.notes.prefix(listing - notes.count)
            guard record.errors.isEmpty, let program = record.program else { continue }
            if record.stored == nil {
                written.new.append(program)
            } else if record.stored != program {
                written.changed.append(program)
            }
            count(program, record.stored)
        }
        return written
    }

    private mutating func count(_ program: Program, _ stored: Program?) {
        guard let stored else {
            newCount += 1
            if new.count < listing { new.append(program) }
            return
        }
        guard stored != program else {
            unchangedCount += 1
            if unchanged.count < listing { unchanged.append(program) }
            return
        }
        changedCount += 1
        if changed.count < listing {
            changed.append(Changed(program: program, differences: ProgramDifference.between(stored, program)))
        }
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
