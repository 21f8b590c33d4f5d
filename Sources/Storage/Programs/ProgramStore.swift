package import Domain

/// The programs, each read and written whole.
package struct ProgramStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Every program, whatever its state. Seven queries, however many programs there are.
    package func all() async throws -> [Program] {
        try await database.read { try $0.programs(.all) }
    }

    /// The first programs of a range, in order of their ids; none at its end. For what must not hold them all:
    /// `while case let part = try await store.programs(in: range, most: 4_096), let last = part.last { …; range = range.rest(after: last.id) }`
    ///
    /// Each part is read from a snapshot of its own: what is written meanwhile shows in some parts and not in others. Whoever needs the
    /// whole to be of one moment reads the number of the last change before, and what changed since afterwards.
    package func programs(in range: ProgramRange, most: Int) async throws -> [Program] {
        try await database.read { try $0.programs(.range(after: range.after, through: range.through, most: most)) }
    }

    /// About equal parts of all programs, to be read at the same time.
    package func ranges(_ count: Int) async throws -> [ProgramRange] {
        let total = try await self.count()
        guard count > 1, total > count else { return [.all] }
        let cuts = try await database.read { connection in
            try (1..<count).compactMap { index in
                var id: Program.ID?
                try connection.scan("SELECT id FROM program ORDER BY id LIMIT 1 OFFSET ?", [.integer(total * index / count)]) {
                    id = Program.ID(try $0.required(0))
                }
                return id
            }
        }
        return zip([""] + cuts, cuts.map { $0 } + [nil]).map { ProgramRange(after: $0, through: $1) }
    }

    package func program(_ id: Program.ID) async throws -> Program? { try await programs([id]).first }

    /// Those of the programs that are there, in no particular order.
    package func programs(_ ids: [Program.ID]) async throws -> [Program] {
        try await database.read { try $0.programs(in: ids) }
    }

    /// The program an institution calls by that reference.
    package func program(of institution: Institution.ID, reference: String) async throws -> Program? {
        let key = ProgramKey(institution: institution, reference: reference)
        return try await database.read { try $0.programs([key])[key] }
    }

    package func programs(of institution: Institution.ID) async throws -> [Program] {
        try await database.read { try $0.programs(.institution(institution)) }
    }

    package func count() async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(*) AS count FROM program")?.integer("count") ?? 0 }
    }

    /// How many programs are in that state.
    package func count(_ state: Program.State) async throws -> Int {
        try await database.read {
            try $0.first("SELECT COUNT(*) AS count FROM program WHERE state = ?", [.word(state)])?.integer("count") ?? 0
        }
    }

    /// Adds programs, or replaces those with the same id, in one transaction with their entries in the change log.
    /// - Throws: `StorageError.unique` when another program has the institution's reference already.
    /// - Returns: the number of the last change.
    @discardableResult
    package func save(_ programs: [Program], at now: Timestamp) async throws -> Int {
        try await database.write { try $0.save(programs, at: now) }
    }
}

/// Programs whose ids come after one and not after another, in the database's order of texts.
package struct ProgramRange: Hashable, Sendable {
    let after: Program.ID
    let through: Program.ID?

    package static let all = ProgramRange(after: "", through: nil)

    package func rest(after id: Program.ID) -> ProgramRange { ProgramRange(after: id, through: through) }
}

extension SQLConnection {
    /// Writes programs and their changes, inside a transaction that may write more.
    @discardableResult
    package func save(_ programs: [Program], at now: Timestamp) throws -> Int {
        for part in programs.chunks(of: ProgramSelection.largest) { try replace(part) }
        return try appendChanges(programs.map { .program($0.id) }, at: now)
    }

    /// The same for programs that are known not to be there yet: nothing of theirs has to be looked for and removed.
    /// - Throws: `StorageError.unique` when one is there after all.
    @discardableResult
    package func add(_ programs: [Program], at now: Timestamp) throws -> Int {
        try insert(programs[...])
        return try appendChanges(programs.map { .program($0.id) }, at: now)
    }
}
