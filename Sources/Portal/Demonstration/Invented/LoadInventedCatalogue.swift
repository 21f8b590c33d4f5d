package import Domain
package import Storage

/// Puts an invented catalogue into the database, a batch to a transaction: what a shorter run has written already is written again.
package struct LoadInventedCatalogue: Sendable {
    private let database: any SQLDatabase

    package init(database: any SQLDatabase) { self.database = database }

    /// - Parameter progress: told after each batch how many programs are there.
    package func callAsFunction(_ catalogue: InventedCatalogue, now: Timestamp, progress: (Int) -> Void = { _ in }) async throws {
        let institutions = Dictionary(uniqueKeysWithValues: catalogue.institutions.map { ($0.id, $0) })
        var known: Set<Institution.ID> = []
        var written = 0
        try await catalogue.forEachBatch { programs in
            let met = Set(programs.map(\.institution)).subtracting(known).sorted().compactMap { institutions[$0] }
            try await database.write { connection in
                if !met.isEmpty { try connection.save(met, at: now) }
                try connection.save(programs, at: now)
            }
            known.formUnion(met.map(\.id))
            written += programs.count
            progress(written)
        }
    }
}
