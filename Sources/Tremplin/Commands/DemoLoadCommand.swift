package import ArgumentParser
import Portal
import Storage

/// `tremplin demo load`
package struct DemoLoadCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Put the demonstration catalogue, and the reference data it needs, into the database.")

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let settings = try PortalSettings(try await surroundings.configuration())
        try await surroundings.withDatabase { database in
            let now = surroundings.clock.now
            try await LoadReferenceData(store: ReleaseStore(database), clock: surroundings.clock).loadMissing()
            let information = try await LoadCatalogue(database: database, settings: settings, clock: surroundings.clock).information()
            let written = try await LoadDemonstration(database: database)(
                today: settings.day(at: now), information: information, now: now)
            surroundings.console.line("\(written.institutions) institutions and \(written.programs) programs were written.")
        }
    }
}
