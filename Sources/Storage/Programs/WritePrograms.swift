import Domain

extension SQLConnection {
    /// Adds programs that are not there yet.
    func insert(_ programs: ArraySlice<Program>) throws {
        try execute(.insert(into: "program", ProgramColumns.program)) { row in
            for program in programs { try program.write(to: row) }
        }
        try insertParts(programs)
    }

    /// Writes programs whole, at most `ProgramSelection.largest`: the row of each is added or changed, its lists are replaced.
    func replace(_ programs: ArraySlice<Program>) throws {
        try execute(.upsert(into: "program", key: ["id"], ProgramColumns.program)) { row in
            for program in programs { try program.write(to: row) }
        }
        let ids = ProgramSelection.ids(programs.map(\.id)).values
        for delete in deletions { try execute(delete, ids) }
        try insertParts(programs)
    }

    private func insertParts(_ programs: ArraySlice<Program>) throws {
        try insert(into: "outcome", ProgramColumns.outcome, programs, \.outcomes) { outcome, row in
            try outcome.write(to: row)
            try row.endRow()
        }
        try insert(into: "offering", ProgramColumns.offering, programs, \.offerings) { try $0.write(to: $1) }
        try insert(into: "tag", ProgramColumns.tag, programs, \.tags) { try $0.write(to: $1) }
        try insert(into: "endorsement", ProgramColumns.endorsement, programs, \.endorsements) { endorsement, row in
            try row.append(endorsement.name)
            try row.append(endorsement.url)
            try row.endRow()
        }
        try insert(into: "program_funding", ProgramColumns.funding, programs) { Funding.allCases.filter($0.funding.contains) }
        try insert(into: "program_support", ProgramColumns.support, programs) { Support.allCases.filter($0.supports.contains) }
    }

    /// Rows of an ordered list: the program's id and the place in the list, then the rest.
    private func insert<Part>(
        into table: SQL, _ columns: [SQL], _ programs: ArraySlice<Program>, _ parts: (Program) -> [Part],
        _ write: (Part, any SQLRowWriter) throws -> Void
    ) throws {
        try execute(.insert(into: table, columns)) { row in
            for program in programs {
                for (position, part) in parts(program).enumerated() {
                    try row.append(program.id.rawValue)
                    try row.append(position)
                    try write(part, row)
                }
            }
        }
    }

    /// Rows of a set of words.
    private func insert<Word: RawRepresentable<String>>(
        into table: SQL, _ columns: [SQL], _ programs: ArraySlice<Program>, _ words: (Program) -> [Word]
    ) throws {
        try execute(.insert(into: table, columns)) { row in
            for program in programs {
                for word in words(program) {
                    try row.append(program.id.rawValue)
                    try row.append(word.rawValue)
                    try row.endRow()
                }
            }
        }
    }
}

private let deletions: [SQL] = ["outcome", "offering", "tag", "endorsement", "program_funding", "program_support"].map { table in
    "DELETE FROM " + table + " WHERE program IN (" + .placeholders(ProgramSelection.largest) + ")"
}
