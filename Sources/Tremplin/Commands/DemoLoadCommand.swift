package import ArgumentParser
import Portal
import Storage

/// `tremplin demo load`
package struct DemoLoadCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Put the demonstration catalogue into the database.")

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let settings = try PortalSettings(try await surroundings.configuration())
        try await surroundings.withDatabase { database in
            guard try await !ReleaseStore(database).descriptions().isEmpty else {
                throw CommandFailure(.unavailable, "There is no reference data yet. `tremplin serve` loads it when it starts.")
            }
            let now = surroundings.clock.now
            let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
            let written = try await LoadDemonstration(database: database)(
                today: settings.day(at: now), information: information, now: now)
            surroundings.console.line("\(written.institutions) institutions and \(written.programs) programs were written.")
        }
    }
}
