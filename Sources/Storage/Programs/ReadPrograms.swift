import Domain

extension SQLConnection {
    /// Reads programs with their lists: one query for each table, in order of the programs' ids, so that each row belongs to the
    /// program that is next, or to the same one as the row before it.
    func programs(_ selection: ProgramSelection) throws -> [Program] {
        var programs: [Program] = []
        try scan(
            "SELECT " + .list(ProgramColumns.program) + " FROM program" + selection.condition + " ORDER BY id" + selection.limit,
            selection.values + selection.limitValues
        ) { programs.append(try Program($0)) }
        guard !programs.isEmpty else { return [] }

        func each(_ table: SQL, _ columns: [SQL], order: SQL, _ add: (inout Program, any SQLCells) throws -> Void) throws {
            let statement =
                "SELECT " + .list(columns) + " FROM " + table + selection.partCondition + " ORDER BY program, " + order
            var position = 0
            try scan(statement, selection.partValues(programs)) { row in
                while !row.holds(programs[position].id.rawValue, 0) {
                    position += 1
                    guard position < programs.count else { throw StorageError.unexpected(column: "program", found: row.text(0) ?? "null") }
                }
                try add(&programs[position], row)
            }
        }
        try each("outcome", ProgramColumns.outcome, order: "position") { $0.outcomes.append($1.localized(2)) }
        try each("offering", ProgramColumns.offering, order: "position") { $0.offerings.append(try Offering($1)) }
        try each("tag", ProgramColumns.tag, order: "position") { $0.tags.append(try Tag($1)) }
        try each("endorsement", ProgramColumns.endorsement, order: "position") { program, row in
            program.endorsements.append(Endorsement(name: try row.required(2), url: row.text(3)))
        }
        try each("program_funding", ProgramColumns.funding, order: "funding") { $0.funding.insert(try $1.word(1)) }
        try each("program_support", ProgramColumns.support, order: "support") { $0.supports.insert(try $1.word(1)) }
        return programs
    }
}
