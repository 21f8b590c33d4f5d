package import ArgumentParser
import Storage

/// `tremplin restore`: a backup into the configured database.
package struct RestoreCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into the configured database: a file that is not there yet, or an empty database on a server.",
        discussion: """
            Either all of the backup is there afterwards, or nothing: every table is read back and compared. Prints a line for each table: name, rows,
            checksum, the same as `tremplin backup` printed.
            """)

    @Argument(help: "A file that `tremplin backup` wrote.")
    var file: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let target = try PortalDatabase(try await surroundings.configuration()).address
        let report = try await DatabaseCopying(surroundings: surroundings).copy(from: .sqlite(path: file), to: target, locksSource: false)
        report.write(to: surroundings.console)
        surroundings.console.notice("\(report.rows.grouped) rows are in \(target), the same as in \(file).")
    }
}
