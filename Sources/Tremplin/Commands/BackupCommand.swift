package import ArgumentParser
import Storage

/// `tremplin backup`: one file with everything, whatever the database.
package struct BackupCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything into one file, while the portal runs.",
        discussion: """
            The file is an SQLite database of one moment, whichever database is configured. `tremplin restore` puts it into an empty one. What was
            written is read back and compared; a file that is not whole never gets its name. Prints a line for each table: name, rows, checksum.
            """)

    @Argument(help: "The file to write. It must not be there yet.")
    var file: String

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let source = try PortalDatabase(try await surroundings.configuration()).address
        let report = try await DatabaseCopying(surroundings: surroundings).copy(from: source, to: .sqlite(path: file), locksSource: false)
        report.write(to: surroundings.console)
        surroundings.console.notice("\(report.rows.grouped) rows are in \(file).")
    }
}
