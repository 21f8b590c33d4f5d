import Domain
import Foundation
import Matching
import Storage
import StorageSQLite
import Testing
import Web

@testable import Portal

/// Wherever programs stand in a list, each of them is counted as shown.
struct ShownProgramsTests {
    private static let browser = ["User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"]

    @Test func `every program in a list of a page is counted, once for each page`() async throws {
        let portal = try await CountingPortal()
        var seen = 0
        for path in Pages.all {
            let shown = try await portal.client.get(path, headers: Self.browser).markup().elements.filter { $0.has(class: "program-row") }
            let listed = Set(shown.compactMap { $0["data-program"] })
            let counted = try await portal.newImpressions()
            // A plan lists programs in a form of its own.
            guard !path.contains("/plan") && !path.contains("/parcours") else { continue }
            if path.contains("/shortlist") || path.contains("/selection") {
                // What somebody chose is their own list: only what is found for it is shown.
                #expect(Set(counted.keys).isSubset(of: listed) && counted.isEmpty == !path.contains("q="), "\(path)")
            } else {
                #expect(listed == Set(counted.keys), "\(path)")
            }
            #expect(counted.values.allSatisfy { $0 == 1 }, "\(path): \(counted)")
            seen += listed.count
        }
        #expect(seen > 50)
    }

    @Test(arguments: ["/en/embed/northern-lakes", "/fr/embed/northern-lakes?q=soins"])
    func `a frame on an institution's own site counts what it shows`(path: String) async throws {
        let portal = try await CountingPortal()
        let listed = try await portal.client.get(path, headers: Self.browser).markup().elements.compactMap { $0["data-program"] }
        #expect(!listed.isEmpty)
        #expect(try await portal.newImpressions().keys.sorted() == listed.sorted())
    }

    @Test func `a plan counts the programs of its steps`() async throws {
        let portal = try await CountingPortal()
        let path = Links(.en).path(.plan) + "?from-occupation=44101&to-occupation=33102"
        let markup = try await portal.client.get(path, headers: Self.browser).markup()
        let listed = Set(markup.inside("main").compactMap { $0["href"] }.filter { $0.firstMatch(of: /^\/en\/programs\/[a-z]+$/) != nil })
        #expect(!listed.isEmpty)
        #expect(try await portal.newImpressions().count == listed.count)
    }

    @Test(arguments: Language.allCases) func `leaving for a program's page or an institution's site is counted`(language: Language)
        async throws
    {
        let portal = try await CountingPortal()
        let links = Links(language)
        let program = try await portal.client.get(links.registration("dementia"), headers: Self.browser)
        let site = try await portal.client.get(links.path(.institutionSite, id: "northern-lakes"), headers: Self.browser)
        #expect(program.status == 303 && site.status == 303)
        #expect(site.header("Location") == "https://northern-lakes.example" && site.header("X-Robots-Tag") == "noindex")
        #expect(try await portal.client.get(links.path(.institutionSite, id: "nobody"), headers: Self.browser).status == 404)
        try await portal.services.measure.flush()
        let rows = try await ReferralStore(portal.database).rows(
            in: portal.days, of: "northern-lakes", by: ReferralGrouping(byProgram: true))
        #expect(rows.map { $0.program?.rawValue ?? "" } == ["", "dementia"])
        #expect(rows.map(\.counts.clickThroughs) == [1, 1])
        let page = try await portal.client.get(links.institution("northern-lakes")).markup()
        #expect(page.all("a").contains { $0["href"] == links.path(.institutionSite, id: "northern-lakes") })
    }
}

/// The sample portal with its counts written to a database of its own.
private final class CountingPortal {
    let database: SQLiteDatabase
    let services: PortalServices
    let client: PortalClient
    private let path: String
    private var known: [Program.ID: Int] = [:]

    var days: ClosedRange<CalendarDate> {
        let today = services.settings.day(at: PortalClock.system.now)
        return today.adding(days: -2)...today.adding(days: 2)
    }

    init() async throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        database = try SQLiteDatabase(path: path)
        try await Migrator().migrate(database, at: PortalClock.system.now)
        let sample = PortalServices.sample()
        services = PortalServices(
            settings: sample.settings,
            loaded: LoadedCatalogue(
                catalogue: sample.catalogue.current, matcher: sample.findOccupations.current, lastChange: 0, origin: .rows),
            database: database, load: LoadCatalogue(database: database, settings: sample.settings))
        client = try PortalClient(services: services)
    }

    deinit { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }

    /// How often each program was shown since the last look.
    func newImpressions() async throws -> [String: Int] {
        try await services.measure.flush()
        let rows = try await ReferralStore(database).rows(in: days, by: ReferralGrouping(byProgram: true))
        var new: [String: Int] = [:]
        for row in rows {
            guard let program = row.program, case let count = row.counts.impressions - (known[program] ?? 0), count > 0 else { continue }
            new[program.rawValue] = count
            known[program] = row.counts.impressions
        }
        return new
    }
}
