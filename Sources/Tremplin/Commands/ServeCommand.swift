package import ArgumentParser
import Logging

/// `tremplin serve`: the portal itself.
package struct ServeCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the portal until it is told to stop.",
        discussion: """
            Makes the database when it is missing, brings its schema up to date, and loads the reference data the portal is built with
            when there is none. On SIGTERM or SIGINT it finishes the requests in flight, writes the counts, and stops.
            """)

    @Flag(help: "Load the demonstration catalogue when there are no programs.")
    var demo = false

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let configuration = try await surroundings.configuration()
        let logger = PortalLog.logger(configuration, clock: surroundings.clock)
        let surroundings = configuration.writesJSON ? surroundings.noticing(in: logger) : surroundings
        try await PortalServer(configuration: configuration, surroundings: surroundings, logger: logger, loadsDemonstration: demo).run()
    }
}
