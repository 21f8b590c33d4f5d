package import Domain
import Storage

/// What operators do with the directory: look, take abuse out, and answer what somebody agreed to.
package struct OverseeDirectory: Sendable {
    let desk: DirectoryDesk

    package enum Problem: Error, Hashable, Sendable { case notAllowed, gone }

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// Every verified entry, paused ones among them, the latest first.
    package func entries(matching words: String, by person: SignedIn) async throws -> [DirectoryEntry] {
        guard person.may(.managePortal) else { throw Problem.notAllowed }
        let now = desk.clock.now
        let all = try await desk.database.read { try $0.listedEntries(for: nil, at: now) }
        var query = BrowseDirectory.Query()
        query.words = words
        return BrowseDirectory.found(query, among: all)
    }

    /// Takes an entry out that is abuse, and erases it.
    package func remove(_ id: DirectoryEntry.ID, by person: SignedIn) async throws {
        guard person.may(.managePortal) else { throw Problem.notAllowed }
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let entry = try connection.directoryEntry(id), entry.confirmedAt != nil else { throw Problem.gone }
            try desk.ledger.append(ConsentRecord(.directory, .removed, by: .operator, at: now), of: entry.email, connection)
            try connection.eraseDirectoryEntry(id)
            try connection.append(AuditEntry(.directoryEntryRemoved, by: person.actor, on: id.rawValue), at: now)
        }
    }

    /// What somebody agreed to and took back, the oldest first; nothing for whom nothing is known, or is known no more.
    package func consents(of email: EmailAddress, by person: SignedIn) async throws -> [ConsentRecord] {
        guard person.may(.managePortal) else { throw Problem.notAllowed }
        return try await consents(of: email)
    }

    /// For whoever may run commands on the machine.
    package func consents(of email: EmailAddress) async throws -> [ConsentRecord] {
        try await desk.database.read { try desk.ledger.history(of: email, $0) }
    }
}

extension AuditAct {
    /// Out of the employers' directory.
    package static let directoryEntryRemoved = AuditAct(rawValue: "directory.entryRemoved")
}
