package import Domain
package import Storage

/// Archives what an import's file did not name: never by itself, only when somebody saw the list and said so.
package struct ArchiveMissing: Sendable {
    private let database: any SQLDatabase
    private let store: ImportJobStore
    private let follow: FollowChanges?
    private let clock: PortalClock

    package init(database: any SQLDatabase, follow: FollowChanges?, clock: PortalClock = .system) {
        self.database = database
        self.follow = follow
        self.clock = clock
        store = ImportJobStore(database)
    }

    /// Programs the file did not name that are still there and not archived.
    package func list(_ job: ImportJob) async throws -> [ImportFinding.Missing] {
        guard job.state == .done else { return [] }
        let missing: [ImportFinding.Missing] = ImportFinding.read(
            try await store.findings(job.id, of: job.institution, .missing, limit: .max))
        let left = Set(try await database.read { try $0.unarchived(of: job.institution) }.map(\.id.rawValue))
        return missing.filter { left.contains($0.id) }
    }

    /// - Parameter count: how many the list had that somebody agreed to.
    /// - Returns: how many were archived.
    package func callAsFunction(_ job: ImportJob, count: Int, by person: SignedIn) async throws -> Int {
        guard person.may(.publishPrograms, at: job.institution) else { throw ImportDesk.Refusal.notAllowed }
        let missing = try await list(job)
        guard missing.count == count else { throw ImportDesk.Refusal.changedSince }
        guard !missing.isEmpty else { return 0 }
        let now = clock.now
        try await database.write { connection in
            try connection.append(
                AuditEntry(
                    .programsArchived, by: person.actor, on: job.id.rawValue, at: job.institution, to: "\(missing.count)"), at: now)
            let programs = try connection.programs(missing.map { ProgramKey(institution: job.institution, reference: $0.reference) })
            let archived = programs.values.filter { $0.state != .archived }.map { program in
                var program = program
                program.state = .archived
                return program
            }
            guard archived.count == missing.count else { throw ImportDesk.Refusal.changedSince }
            try connection.write(
                archived.map { ProgramWrite($0, .archived, expecting: .anything) }, by: .account(person.account.id), at: now)
        }
        _ = try? await follow?.catchUp()
        return missing.count
    }
}
