import Domain
import HTTPTypes
import Portal
import Storage
import StorageSQLite
import Testing
import Web

/// An institution's figures, the portal's, and who may read them.
struct FiguresPageTests {
    private static let page = "/en/console/institutions/northern-lakes/figures"
    private static let french = "/fr/console/etablissements/northern-lakes/chiffres"

    private func count(_ kind: String, _ subject: String, _ count: Int, _ visitors: Int = 0, at institution: String = "northern-lakes")
        -> ActivityCount
    {
        ActivityCount(
            day: CalendarDate("2026-11-20")!, kind: kind, subject: subject, institution: institution, language: .en, count: count,
            visitors: visitors)
    }

    /// An inquiry that was opened, replied to and closed, after programs were shown, looked at and followed.
    private func portalWithHistory() async throws -> ConsolePortal {
        let portal = try await ConsolePortal()
        try await ActivityStore(portal.database).add([
            count("impression", "dementia", 1_234), count("program-view", "dementia", 90, 61), count("click-through", "dementia", 20, 9),
            count("institution-view", "", 7, 5), count("impression", "soudage", 5_000, at: "ecole-du-fer"),
        ])
        let visitor = InquiryVisitor(portal: portal)
        _ = try await visitor.send(["dementia"])
        let editor = try await portal.person("Eve", Membership(.editor, at: ConsolePortal.institution)!)
        let path = "/en/console/institutions/northern-lakes/inquiries/" + (try await visitor.delivery())
        portal.watch.advance(seconds: 7_200)
        #expect(try await editor.get(path).status == 200)
        #expect(try await editor.post(path, [("act", "reply"), ("reply", "Yes.")]).status == 303)
        #expect(try await editor.post(path, [("act", "close"), ("outcome", "training-agreed")]).status == 303)
        return portal
    }

    @Test func `each step shows its number, its share and what it means, in both languages`() async throws {
        let portal = try await portalWithHistory()
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        for (path, number, share) in [(Self.page, "1,234", "5.3%"), (Self.french, "1\u{202F}234", "5,3\u{A0}%")] {
            let answer = try await viewer.get(path)
            #expect(answer.status == 200)
            let markup = try answer.markup()
            let numbers = markup.withClass("funnel-number").map(\.text)
            #expect(numbers == [number, "66", "9", "1", "1", "1", "1"])
            #expect(markup.withID("step-view")?.text.contains(share) == true)
            #expect(markup.withClass("funnel-change").count == 7)
            #expect(markup.contains(text: path == Self.page ? "Training was agreed on" : "Une formation a été convenue"))
            #expect(markup.contains(text: path == Self.page ? "2 hours" : "2 heures"))
            #expect(!markup.contains(text: "Plant &amp; Sons") && !markup.contains(text: "ana@plant"))
            #expect(!markup.contains(text: "figures."))
        }
    }

    @Test func `the neighbour sees none of it, and its own figures hold nothing of others`() async throws {
        let portal = try await portalWithHistory()
        let neighbour = try await portal.person("Zoe", Membership(.manager, at: ConsolePortal.neighbour)!)
        for path in [Self.page, Self.french, Self.page + "?format=csv", "/en/console/figures", "/en/console/figures?format=csv"] {
            #expect(try await neighbour.get(path).status == 403)
            #expect(try await portal.client.get(path).status == 303)
        }
        let own = try await neighbour.get("/en/console/institutions/ecole-du-fer/figures").markup()
        #expect(own.withClass("funnel-number").map(\.text) == ["5,000", "0", "0", "0", "0", "0", "0"])
    }

    @Test(arguments: [
        ("period=months&from=2026-13&to=2026-11", "from"), ("period=months&from=2026-10&to=soon", "to"),
        ("period=months&from=2026-11&to=2026-10", "to"), ("period=months&from=2027-01&to=2027-02", "from"),
        ("period=months&from=2020-01&to=2026-10", "to"),
    ])
    func `a period that is none is a sentence beside its field, with what was typed`(query: String, field: String) async throws {
        let portal = try await ConsolePortal()
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        for path in [Self.page + "?", Self.french + "?", Self.page + "?format=csv&"] {
            let answer = try await viewer.get(path + query)
            #expect(answer.status == 400)
            let markup = try answer.markup()
            #expect(markup.withID("\(field)-error") != nil)
            let typed = query.split(separator: "&").first { $0.hasPrefix(field + "=") }?.split(separator: "=").last.map(String.init)
            #expect(markup.withID(field)?["value"] == typed)
        }
    }

    @Test func `months are chosen by their address, and the file holds the same`() async throws {
        let portal = try await portalWithHistory()
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        let october = try await viewer.get(Self.page + "?period=months&from=2026-10&to=2026-10").markup()
        #expect(october.withClass("funnel-number").map(\.text) == Array(repeating: "0", count: 7))
        #expect(october.contains(text: "Nothing was counted in this period"))
        let november = "?period=months&from=2026-11&to=2026-11"
        let markup = try await viewer.get(Self.page + november).markup()
        let link = try #require(markup.all("a").compactMap { $0["href"] }.first { $0.hasPrefix(Self.page) && $0.contains("format=csv") })
        let file = try await viewer.get(link.replacing("&amp;", with: "&"))
        #expect(file.header("Content-Type") == "text/csv; charset=utf-8" && file.header("Cache-Control") == "no-store")
        #expect(file.header("Content-Disposition") == "attachment; filename=\"northern-lakes-2026-11-01-2026-11-23.csv\"")
        let lines = file.text.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.contains { $0.hasPrefix("2026-11,northern-lakes,dementia,") && $0.contains(",1234,61,9,1,1,1,1,1,0,") })
    }

    @Test func `programs are ordered by the head that is followed`() async throws {
        let portal = try await ConsolePortal()
        try await ActivityStore(portal.database).add([
            count("impression", "dementia", 3), count("program-view", "dementia", 9, 9), count("impression", "medication", 8),
        ])
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        func first(_ sort: String) async throws -> String? {
            let markup = try await viewer.get(Self.page + "?sort=" + sort).markup()
            let place = try #require(markup.elements.firstIndex { $0.has(class: "step-table") && $0["aria-label"] == "By program" })
            return markup.elements.first {
                $0.name == "a" && $0.ancestors.contains(place) && $0["href"]?.contains("/en/programs/") == true
            }?[
                "href"]
        }
        #expect(try await first("view") == "/en/programs/dementia")
        #expect(try await first("impression") == "/en/programs/medication")
    }

    @Test func `whoever runs the portal sees every institution, and the file has a row for each`() async throws {
        let portal = try await portalWithHistory()
        let operate = try await portal.person("Olga", Membership(.operator)!)
        let markup = try await operate.get("/en/console/figures").markup()
        #expect(markup.withClass("funnel-number").first?.text == "6,234")
        #expect(markup.all("a").contains { $0["href"] == "/en/console/institutions/ecole-du-fer/figures?period=30" })
        let file = try await operate.get("/fr/console/chiffres?period=90&format=csv")
        #expect(file.text.split(separator: "\r\n").count == 3)
        #expect(file.text.contains("2026-11,ecole-du-fer,,École du fer,5000,0,"))
        let editor = try await portal.person("Ed", Membership(.editor, at: ConsolePortal.institution)!)
        #expect(try await editor.get("/en/console/figures").status == 403)
    }

    @Test func `the overview shows three figures of the last 30 days and leads to the rest`() async throws {
        let portal = try await portalWithHistory()
        let viewer = try await portal.person("Vic", Membership(.viewer, at: ConsolePortal.institution)!)
        let markup = try await viewer.get("/en/console/institutions/northern-lakes").markup()
        let place = try #require(markup.elements.firstIndex { $0["aria-labelledby"] == "figures" })
        #expect(markup.elements.filter { $0.name == "dd" && $0.ancestors.contains(place) }.map(\.text) == ["66", "9", "1"])
        #expect(markup.all("a").contains { $0["href"] == Self.page })
    }
}
