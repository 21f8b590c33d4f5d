import Domain
import Foundation
import Portal
import Storage
import Testing

/// Lists, pages and settings that operators set, and the other nodes that follow.
@Suite struct OperatedPortalTests {
    private struct Desk {
        let portal: PublishingPortal
        let operating: OperatingServices
        let ola: SignedIn

        init() async throws {
            portal = try await PublishingPortal()
            operating = try #require(portal.services.operating)
            ola = try await portal.accounts.person("Ola", Membership(.operator)!)
            try await portal.found(.small("weld"), .small("cook", title: "Cooking for many"))
        }

        /// A second node over the same database.
        func node() async throws -> PortalServices {
            let settings = PortalSettings(name: LocalizedText(en: "Portal", fr: "Portail"), baseURL: "https://portal.example")
            let load = LoadCatalogue(database: portal.accounts.database, settings: settings, clock: portal.accounts.watch.clock)
            return PortalServices(
                settings: settings, loaded: try await load(), database: portal.accounts.database, load: load,
                clock: portal.accounts.watch.clock)
        }
    }

    private func fields(_ change: (inout ListFields) -> Void) -> ListFields {
        var fields = ListFields()
        fields.title = LocalizedText(en: "Start this month", fr: "Dès ce mois")
        fields.readers = [.learners]
        fields.forLearners = LocalizedText(en: "Soon.", fr: "Bientôt.")
        fields.minimumOutlook = Outlook.Value.allCases.min { $0.score < $1.score }!.rawValue
        change(&fields)
        return fields
    }

    @Test func `the lists the portal came with are there until somebody changes one`() async throws {
        let desk = try await Desk()
        #expect(desk.portal.services.lists.all == BuiltInLists.all)
        try await desk.operating.lists.show("health", false, by: desk.ola)
        #expect(desk.portal.services.lists.all.map(\.id) == BuiltInLists.all.map(\.id).filter { $0 != "health" })
        try await desk.operating.lists.move("technology", up: true, by: desk.ola)
        #expect(desk.portal.services.lists.all.first?.id == "technology")
    }

    @Test func `a list of chosen programs keeps their order; one by a search finds them; other nodes have both after a look at the log`()
        async throws
    {
        let desk = try await Desk()
        let other = try await desk.node()
        let chosen = try await desk.operating.lists.create(
            fields {
                $0.basis = "chosen"
                $0.pinned = "https://portal.example/en/programs/weld?region=35\n\ncook"
            }, by: desk.ola)
        #expect(!desk.portal.services.lists.all.contains { $0.id == chosen }, "a new list is not public")
        try await desk.operating.lists.show(chosen, true, by: desk.ola)
        let found = try await desk.operating.lists.create(
            fields {
                $0.title = LocalizedText(en: "Cooking", fr: "Cuisine")
                $0.basis = "search"
                $0.search = CuratedList.Search(text: "cooking")
            }, by: desk.ola)
        try await desk.operating.lists.show(found, true, by: desk.ola)
        #expect(other.lists.all == BuiltInLists.all)
        let version = other.catalogue.versioned.version
        #expect(try await other.followChanges?.catchUp() ?? 0 >= 4)
        #expect(other.catalogue.versioned.version > version, "pages kept in memory would go on showing the old lists")
        let list = try #require(other.lists.list(named: "des-ce-mois"))
        #expect(other.lists(list).entries.map(\.program) == ["weld", "cook"])
        #expect(other.lists(try #require(other.lists.list(named: "cooking"))).entries.map(\.program) == ["cook"])
        #expect(other.lists.all(for: .employers).contains { $0.id == found } == false)
    }

    @Test func `what a list cannot be made of is said field by field`() async throws {
        let desk = try await Desk()
        do {
            try await desk.operating.lists.create(
                fields {
                    $0.title.fr = nil
                    $0.slug.en = "health-care"
                    $0.readers = [.employers]
                    $0.industries = "62, 999999"
                    $0.pinned = "nowhere"
                    $0.minimumCompleteness = "101"
                }, by: desk.ola)
            Issue.record("it was taken")
        } catch OperatingError.fields(let problems) {
            #expect(
                Set(problems.map(\.field)) == [
                    "title-fr", "slug-en", "employers-en", "employers-fr", "industries", "pinned", "completeness",
                ])
        }
    }

    @Test func `a list that was changed can be as the portal came with it`() async throws {
        let desk = try await Desk()
        var changed = ListFields(BuiltInLists.all[0])
        changed.title.en = "Care"
        (changed.basis, changed.pinned) = ("chosen", "weld")
        try await desk.operating.lists.change("health", to: changed, by: desk.ola)
        #expect(desk.portal.services.lists.all.first?.title.en == "Care")
        try await desk.operating.lists.erase("health", by: desk.ola)
        #expect(desk.operating.lists.list("health")?.list == BuiltInLists.all[0])
    }

    @Test func `every version of a page is kept; who looked at an older one is told; taken back, the portal's own shows`() async throws {
        let desk = try await Desk()
        let pages = desk.operating.pages
        try await pages.publish("terms", .en, .init(title: "Terms", content: "One."), seen: 0, by: desk.ola)
        try await pages.publish("terms", .en, .init(title: "Terms", content: "Two."), seen: 1, by: desk.ola)
        await #expect(throws: OperatingError.changedSince) {
            try await pages.publish("terms", .en, .init(title: "Terms", content: "Mine."), seen: 1, by: desk.ola)
        }
        let settings = desk.portal.services.settings
        #expect(settings.operated.current.page("terms", .en)?.content == "Two.")
        #expect(settings.operated.current.page("terms", .fr) == nil)
        try await pages.takeBack("terms", .en, seen: 2, by: desk.ola)
        #expect(settings.operated.current.page("terms", .en) == nil)
        #expect(try await pages.versions("terms", .en).map(\.content) == ["", "Two.", "One."])
    }

    @Test func `languages, time zone and region change on every node, and the log says from what to what`() async throws {
        let desk = try await Desk()
        let other = try await desk.node()
        var fields = ManageChoices.Fields(PortalChoices())
        (fields.languages, fields.firstLanguage, fields.timeZone, fields.replyTo) = (
            ["fr"], "fr", "America/Vancouver", "aide@portail.example"
        )
        try await desk.operating.choices.change(to: fields, by: desk.ola)
        try await other.followChanges?.catchUp()
        #expect(other.settings.languages == [.fr] && other.settings.firstLanguage == .fr)
        #expect(other.settings.timeZone.identifier == "America/Vancouver")
        let entries = try await AuditLog(desk.portal.accounts.database).entries().map(\.entry).filter { $0.act == .settingChanged }
        #expect(Set(entries.map(\.subject)) == ["languages", "firstLanguage", "timeZone", "replyTo"])
        #expect(entries.first { $0.subject == "languages" }?.oldValue == "en, fr")
        #expect(!entries.contains { $0.newValue?.contains("@") == true }, "an address is in the log")
        fields.languages = []
        fields.timeZone = "EST"
        do {
            try await desk.operating.choices.change(to: fields, by: desk.ola)
            Issue.record("it was taken")
        } catch OperatingError.fields(let problems) {
            #expect(problems.map(\.field) == ["languages", "time-zone"])
        }
    }
}
