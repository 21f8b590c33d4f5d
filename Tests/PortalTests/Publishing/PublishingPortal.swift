import Domain
import LabourMarket
import Matching
import Portal
import Storage
import Testing

/// Accounts and programs over one database, with the catalogue that follows it.
final class PublishingPortal: Sendable {
    let accounts: AccountPortal
    let services: PortalServices
    let desk: ProgramDesk
    let publishing: PublishingServices
    let ana: SignedIn
    let luc: SignedIn

    static let cedar: Institution.ID = "cedar-college"

    init() async throws {
        accounts = try await AccountPortal()
        let (database, clock) = (accounts.database, accounts.watch.clock)
        try await LoadReferenceData(store: ReleaseStore(database), clock: clock).apply(try .smallOccupations())
        let settings = PortalSettings(name: LocalizedText(en: "Portal", fr: "Portail"), baseURL: "https://portal.example")
        let load = LoadCatalogue(database: database, settings: settings, clock: clock)
        services = PortalServices(settings: settings, loaded: try await load(), database: database, load: load, clock: clock)
        desk = ProgramDesk(
            database: database, settings: settings, catalogue: services.catalogue, follow: services.followChanges, clock: clock)
        publishing = PublishingServices(desk, findOccupations: services.findOccupations)
        ana = try await accounts.person("Ana", Membership(.editor, at: Self.cedar)!)
        luc = try await accounts.person("Luc", Membership(.editor, at: Self.cedar)!)
    }

    /// Saved as a file of before would have been, without a history.
    func found(_ programs: Program...) async throws {
        try await ProgramStore(accounts.database).save(programs, at: accounts.now)
        try await services.followChanges?.catchUp()
    }

    func sheet(_ id: Program.ID = "weld") async throws -> ProgramSheet { try await publishing.read.sheet(id, at: Self.cedar) }

    /// What learners find.
    func inCatalogue(_ id: Program.ID = "weld") -> Program? { services.catalogue.current.program(id) }

    func history(_ id: Program.ID = "weld") async throws -> [ProgramVersion] {
        try await publishing.read.history(id, at: Self.cedar, limit: 100).versions
    }
}

extension Program {
    func with(_ change: (inout Program) -> Void) -> Program {
        var program = self
        change(&program)
        return program
    }
}
