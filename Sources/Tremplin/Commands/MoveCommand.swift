package import ArgumentParser
import Storage

/// `tremplin move`: to another kind of database.
package struct MoveCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Copy everything into another, empty database: from an SQLite file to a PostgreSQL server, or back.",
        discussion: """
            Stop the portal first; nobody else can write to the old database meanwhile. Every table is read back and compared before the
            copy counts: either all of it is there afterwards, or nothing. The old database stays as it is. Prints a line for each table: name,
            rows, checksum.
            """)

    @Option(help: "The address of the database there is.")
    var from: String

    @Option(help: "The address of an empty one.")
    var to: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let (source, target) = (try DatabaseAddress(from), try DatabaseAddress(to))
        let report = try await DatabaseCopying(surroundings: surroundings).copy(from: source, to: target, locksSource: true)
        report.write(to: surroundings.console)
        surroundings.console.notice(
            "\(report.rows.grouped) rows are in \(target), the same as in \(source). Set database.url to the new address and start the portal."
        )
    }
}
