package import Domain

/// What an institution knows a program by.
package struct ProgramKey: Hashable, Sendable {
    package let institution: Institution.ID
    package let reference: String

    package init(institution: Institution.ID, reference: String) {
        self.institution = institution
        self.reference = reference
    }
}

extension SQLConnection {
    /// Those of the programs that are there, each under its key.
    package func programs(_ keys: [ProgramKey]) throws -> [ProgramKey: Program] {
        var found: [ProgramKey: Program] = [:]
        for part in keys.chunks(of: ProgramSelection.largest) {
            for program in try programs(in: Array(try ids(of: part).values)) {
                found[ProgramKey(institution: program.institution, reference: program.reference)] = program
            }
        }
        return found
    }

    /// Which program has each of the ids that are taken.
    package func keys(of ids: [Program.ID]) throws -> [Program.ID: ProgramKey] {
        var found: [Program.ID: ProgramKey] = [:]
        for part in ids.chunks(of: ProgramSelection.largest) {
            let selection = ProgramSelection.ids(Array(part))
            try scan("SELECT id, institution, reference FROM program" + selection.condition, selection.values) { row in
                found[Program.ID(try row.required(0))] = ProgramKey(
                    institution: Institution.ID(try row.required(1)), reference: try row.required(2))
            }
        }
        return found
    }

    /// The next programs in the order of their keys, which is the order of an export.
    package func programs(of institution: Institution.ID? = nil, after key: ProgramKey?, most: Int) throws -> [Program] {
        var ids: [Program.ID] = []
        let key = key ?? ProgramKey(institution: institution ?? "", reference: "")
        try scan(
            (institution == nil
                ? "SELECT id FROM program WHERE (institution, reference) > (?, ?)"
                : "SELECT id FROM program WHERE institution = ? AND reference > ?") + " ORDER BY institution, reference LIMIT ?",
            [.text(key.institution.rawValue), .text(key.reference), .integer(most)]
        ) { ids.append(Program.ID(try $0.required(0))) }
        let programs = Dictionary(uniqueKeysWithValues: try programs(in: ids).map { ($0.id, $0) })
        return ids.compactMap { programs[$0] }
    }

    func programs(in ids: [Program.ID]) throws -> [Program] {
        try ids.chunks(of: ProgramSelection.largest).flatMap { try programs(.ids(Array($0))) }
    }

    /// Which program has each of the keys that are taken; at most `ProgramSelection.largest` keys.
    func ids(of keys: ArraySlice<ProgramKey>) throws -> [ProgramKey: Program.ID] {
        guard let last = keys.last else { return [:] }
        var ids: [ProgramKey: Program.ID] = [:]
        var values: [SQLValue] = []
        for index in 0..<ProgramSelection.largest {
            let key = index < keys.count ? keys[keys.startIndex + index] : last
            values += [.text(key.institution.rawValue), .text(key.reference)]
        }
        try scan(programsByKey, values) { row in
            ids[ProgramKey(institution: Institution.ID(try row.required(1)), reference: try row.required(2))] = Program.ID(
                try row.required(0))
        }
        return ids
    }
}

/// The list of keys goes first: SQLite looks for `(institution, reference) IN (…)` by reading every program.
private let programsByKey: SQL =
    "WITH wanted (institution, reference) AS (VALUES " + .rows(ProgramSelection.largest, of: 2)
        + """
        ) SELECT id, program.institution, program.reference FROM wanted CROSS JOIN program
        WHERE program.institution = wanted.institution AND program.reference = wanted.reference
        """

extension Array {
    /// The elements in order, in lists of `size` with the rest in the last.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
