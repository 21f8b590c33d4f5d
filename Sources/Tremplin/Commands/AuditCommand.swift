package import ArgumentParser
import Domain
import Storage

/// `tremplin audit`
package struct AuditCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Examine the log of administrative acts.", subcommands: [AuditVerifyCommand.self])

    package init() {}
}

/// `tremplin audit verify`
package struct AuditVerifyCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no entry of the log was changed, removed or added between others.",
        discussion: """
            Prints the last entry's number and hash. Kept somewhere else, they show later with --head that nothing up to that entry was
            rewritten, not even by somebody who can write to the database and makes the chain anew.
            """)

    @Option(help: "What an earlier run printed: NUMBER:HASH. It must still be in the chain.")
    var head: String?

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let (finding, entries) = try await surroundings.withDatabase { database in
            let log = AuditLog(database)
            let earlier = try await earlierEntry(log)
            return (try await log.verify(), earlier)
        }
        switch finding {
        case .broken(let number): throw CommandFailure(.data, "Entry \(number) of the log is missing or was changed.")
        case .whole(let count, let hash):
            guard entries else { throw CommandFailure(.data, "The log does not hold the entry \(head ?? "").") }
            surroundings.console.line("\(count):\(hash)")
        }
    }

    /// Whether the chain still holds what an earlier run printed.
    private func earlierEntry(_ log: AuditLog) async throws -> Bool {
        guard let head else { return true }
        let parts = head.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), number >= 0, number < .max else {
            throw CommandFailure(.usage, "--head takes what an earlier run printed: NUMBER:HASH.")
        }
        // An empty log has an end as well.
        guard number > 0 else { return parts[1].isEmpty }
        return try await log.entries(before: number + 1, limit: 1).first.map { $0.number == number && $0.hash == parts[1] } ?? false
    }
}
