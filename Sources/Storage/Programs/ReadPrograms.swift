import Domain

extension SQLConnection {
    /// Reads programs with their lists: one query for each table, grouped in memory.
    func programs(_ selection: ProgramSelection) throws -> [Program] {
        var programs: [Program] = []
        var index: [String: Int] = [:]
        try forEach("SELECT " + .list(ProgramColumns.program) + " FROM program" + selection.condition, selection.values) { row in
            let program = try Program(row)
            index[program.id.rawValue] = programs.count
            programs.append(program)
        }
        guard !programs.isEmpty else { return [] }

        /// Hands each row of a table to the program it belongs to. Ordered by the primary key, so that lists keep their order.
        func each(_ table: SQL, _ columns: [SQL], order: SQL, _ add: (inout Program, SQLRow) throws -> Void) throws {
            let statement = "SELECT " + .list(columns) + " FROM " + table + selection.partCondition + " ORDER BY program, " + order
            try forEach(statement, selection.values) { row in
                guard let position = index[try row.text("program")] else { return }
                try add(&programs[position], row)
            }
        }
        try each("outcome", ProgramColumns.outcome, order: "position") { $0.outcomes.append(try $1.localized("text")) }
        try each("offering", ProgramColumns.offering, order: "position") { $0.offerings.append(try Offering($1)) }
        try each("tag", ProgramColumns.tag, order: "position") { $0.tags.append(try Tag($1)) }
        try each("endorsement", ProgramColumns.endorsement, order: "position") { program, row in
            program.endorsements.append(Endorsement(name: try row.text("name"), url: try row.optionalText("url")))
        }
        try each("program_funding", ProgramColumns.funding, order: "funding") { $0.funding.insert(try $1.word("funding")) }
        try each("program_support", ProgramColumns.support, order: "support") { $0.supports.insert(try $1.word("support")) }
        return programs
    }
}
