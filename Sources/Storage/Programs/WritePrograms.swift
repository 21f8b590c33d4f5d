import Domain

extension SQLConnection {
    /// Writes programs whole: the row of each is added or changed, its lists are replaced.
    func write(_ programs: [Program]) throws {
        try execute(.upsert(into: "program", key: ["id"], ProgramColumns.program), each: programs.map(\.row))
        let ids = ProgramSelection.ids(programs.map(\.id)).values
        for delete in deletions { try execute(delete, ids) }
        try insert(into: "outcome", ProgramColumns.outcome, programs) { $0.outcomes.map { [.text($0.en), .text($0.fr)] } }
        try insert(into: "offering", ProgramColumns.offering, programs) { $0.offerings.map(\.row) }
        try insert(into: "tag", ProgramColumns.tag, programs) { $0.tags.map(\.row) }
        try insert(into: "endorsement", ProgramColumns.endorsement, programs) {
            $0.endorsements.map { [.text($0.name), .text($0.url)] }
        }
        try execute(
            .insert(into: "program_funding", ProgramColumns.funding),
            each: programs.flatMap { program in program.funding.map { [.text(program.id.rawValue), .word($0)] } })
        try execute(
            .insert(into: "program_support", ProgramColumns.support),
            each: programs.flatMap { program in program.supports.map { [.text(program.id.rawValue), .word($0)] } })
    }

    /// Rows of an ordered list: the program's id and the place in the list, then the rest.
    private func insert(into table: SQL, _ columns: [SQL], _ programs: [Program], _ rows: (Program) -> [[SQLValue]]) throws {
        try execute(
            .insert(into: table, columns),
            each: programs.flatMap { program in
                rows(program).enumerated().map { position, row in [.text(program.id.rawValue), .integer(position)] + row }
            })
    }
}

private let deletions: [SQL] = ["outcome", "offering", "tag", "endorsement", "program_funding", "program_support"].map { table in
    "DELETE FROM " + table + " WHERE program IN (" + .placeholders(ProgramSelection.largest) + ")"
}
