import Domain
import LabourMarket
import Matching
import Portal
import Storage
import Web

/// The portal's services for one question on the command line: over the configured database, or else over the demonstration
/// catalogue in memory.
struct AnsweringPortal: Sendable {
    let services: PortalServices
    private let site: Site

    init(_ surroundings: Surroundings) async throws {
        let configuration = try await surroundings.configuration()
        let settings = try PortalSettings(configuration)
        if let loaded = try await Self.loaded(configuration, settings: settings, surroundings: surroundings) {
            services = PortalServices(settings: settings, catalogue: loaded.catalogue, matcher: loaded.matcher, clock: surroundings.clock)
        } else {
            surroundings.console.notice("There is no database with programs: the demonstration catalogue answers.")
            services = try Self.demonstration(settings: settings, clock: surroundings.clock)
        }
        site = try Site(services: services)
    }

    /// The shapes and words the API answers with.
    func shapes(_ language: Language) -> APIShapes { APIShapes(view: site.view(language), catalogue: services.catalogue.current) }

    func view(_ language: Language) -> View { site.view(language) }

    /// `nil` when there is no database, or nothing in it.
    private static func loaded(
        _ configuration: PortalConfiguration, settings: PortalSettings, surroundings: Surroundings
    ) async throws -> LoadedCatalogue? {
        guard let database = try await PortalDatabase(configuration).ifPresent() else { return nil }
        do {
            let isFilled = try await ProgramStore(database).count(.published) > 0
            let hasReferenceData = try await !ReleaseStore(database).descriptions().isEmpty
            let load = LoadCatalogue(database: database, settings: settings, clock: surroundings.clock)
            let loaded = isFilled && hasReferenceData ? try await load() : nil
            try await database.close()
            return loaded
        } catch {
            try? await database.close()
            throw error
        }
    }

    private static func demonstration(settings: PortalSettings, clock: PortalClock) throws -> PortalServices {
        let information = try ReferenceData.builtIn()
        let today = settings.day(at: clock.now)
        let demonstration = try DemonstrationCatalogue(today: today, information: information)
        let catalogue = Catalogue(
            programs: demonstration.programs, institutions: demonstration.institutions, labourMarket: information, today: today)
        return PortalServices(
            settings: settings, catalogue: catalogue, matcher: OccupationMatcher(information, embedding: MatcherModel.builtIn),
            clock: clock)
    }
}
