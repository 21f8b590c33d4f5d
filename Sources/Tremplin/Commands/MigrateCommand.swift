package import ArgumentParser
import Portal
import Storage

/// `tremplin migrate`: makes the database, or brings it up to this version's schema.
package struct MigrateCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Make the database, or bring it up to date. `serve` does it by itself.")

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let place = try PortalDatabase(try await surroundings.configuration())
        let database = try await place.create()
        let applied = try await Migrator().migrate(database, at: surroundings.clock.now)
        try await database.close()
        for migration in applied { surroundings.console.line("\(migration.number) \(migration.name)") }
        surroundings.console.notice(
            applied.isEmpty ? "The database at \(place.address) is up to date." : "The database at \(place.address) is ready.")
    }
}
