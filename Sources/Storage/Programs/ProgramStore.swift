package import Domain

/// The programs, each read and written whole.
package struct ProgramStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Every program, whatever its state. Seven queries, however many programs there are.
    package func all() async throws -> [Program] {
        try await database.read { try $0.programs(.all) }
    }

    package func program(_ id: Program.ID) async throws -> Program? { try await programs([id]).first }

    /// Those of the programs that are there, in no particular order.
    package func programs(_ ids: [Program.ID]) async throws -> [Program] {
        try await database.read { connection in
            try ids.chunks(of: ProgramSelection.largest).flatMap { try connection.programs(.ids($0)) }
        }
    }

    /// The program an institution calls by that reference.
    package func program(of institution: Institution.ID, reference: String) async throws -> Program? {
        try await database.read { try $0.programs(.reference(institution, reference)).first }
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

extension SQLConnection {
    /// Writes programs and their changes, inside a transaction that may write more.
    @discardableResult
    package func save(_ programs: [Program], at now: Timestamp) throws -> Int {
        for chunk in programs.chunks(of: ProgramSelection.largest) { try write(chunk) }
        return try appendChanges(programs.map { .program($0.id) }, at: now)
    }
}

extension Array {
    /// The elements in order, in lists of `size` with the rest in the last.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
