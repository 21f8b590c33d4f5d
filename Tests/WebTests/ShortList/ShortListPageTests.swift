import Domain
import Foundation
import Portal
import Testing
import Web

/// Everything the short list does without a script: its address is the list.
@Suite struct ShortListPageTests {
    private let portal = PortalClient.sample

    private func codes(_ ids: Program.ID...) -> String { ProgramCodes(ids).text }

    private func programs(_ page: Markup) -> [String] { page.elements.compactMap { $0["data-program"] } }

    @Test func `every program in a list, and its own page, can be put on the short list`() async throws {
        for path in ["/en/programs?q=dementia", "/en/programs/dementia", "/fr/recommandations?job=soudeur"] {
            let page = try await portal.markup(path)
            let buttons = page.withClass("save-button")
            #expect(!buttons.isEmpty, "\(path)")
            for button in buttons {
                #expect(button["form"] == "short-list-form" && button["type"] == "submit" && button["name"] == "add")
                #expect(ProgramCodes.id(button["value"] ?? "") != nil)
            }
            #expect(page.withID("short-list-form")?["method"] == "get")
        }
    }

    @Test func `putting a program on the list leads to the address of the list with it`() async throws {
        let answer = try await portal.get("/en/shortlist?ids=\(codes("dementia"))&add=\(codes("soudage"))")
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "/en/shortlist?ids=\(codes("dementia", "soudage"))")
        let page = try await portal.markup("/en/shortlist?ids=\(codes("dementia", "soudage"))")
        #expect(programs(page) == ["dementia", "soudage"])
    }

    @Test func `what is added on the page of the list goes onto that list`() async throws {
        let page = try await portal.markup("/en/shortlist?ids=\(codes("dementia"))&q=medication")
        let hidden = page.elements.filter { $0["name"] == "ids" }.compactMap { $0["value"] }
        #expect(hidden.count == 2 && Set(hidden) == [codes("dementia")])
        #expect(programs(page).contains("medication"))
    }

    @Test func `a program is taken off by a link to the list without it`() async throws {
        let page = try await portal.markup("/fr/selection?ids=\(codes("dementia", "soudage"))")
        let links = page.all("a").filter { $0["data-remove"] != nil }
        #expect(links.compactMap { $0["href"] } == ["/fr/selection?ids=\(codes("soudage"))", "/fr/selection?ids=\(codes("dementia"))"])
    }

    @Test func `a program that was withdrawn is said to be`() async throws {
        let answer = try await portal.get("/en/shortlist?ids=\(codes("dementia", "gone"))")
        #expect(answer.status == 200)
        let page = try answer.markup()
        #expect(programs(page) == ["dementia"])
        #expect(page.withClass("withdrawn").count == 1)
        #expect(page.withID("result-count")?.text == "2 programs on this list")
    }

    @Test func `the fifty-first program is refused with a sentence`() async throws {
        let full = ProgramCodes((1...50).map { Program.ID("p\($0)") })
        let answer = try await portal.get("/en/shortlist?ids=\(full.text)&add=\(codes("dementia"))")
        let location = try #require(answer.header("Location"))
        let page = try await portal.markup(location)
        #expect(page.withClass("care-notice").first?.text.hasPrefix("A short list holds 50 programs. 1 more was left out") == true)
        #expect(page.withID("result-count")?.text == "50 programs on this list")
        #expect(page.withID("q") == nil)
    }

    @Test func `an address that cannot be read is said to be, and the rest is shown`() async throws {
        let answer = try await portal.get("/en/shortlist?ids=!.\(codes("dementia"))")
        #expect(answer.status == 400)
        #expect(try programs(answer.markup()) == ["dementia"])
        #expect(try answer.markup().withClass("care-notice").count == 1)
    }

    @Test func `an empty list says what to do next`() async throws {
        let page = try await portal.markup("/fr/selection")
        let links = page.inside("main").compactMap { $0["href"] }
        #expect(links.contains("/fr") && links.contains("/fr/programmes") && links.contains("/fr/listes"))
    }

    @Test func `the list is shared by its address, and by a message to nobody in particular`() async throws {
        let page = try await portal.markup("/fr/selection?ids=\(codes("dementia"))")
        let address = PortalServices.sampleBaseURL + "/fr/selection?ids=\(codes("dementia"))"
        #expect(page.withID("share-link")?["value"] == address)
        let mail = try #require(page.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("mailto:?") })
        #expect(mail.removingPercentEncoding?.contains(address) == true)
    }

    @Test func `no list is offered to search engines`() async throws {
        for path in ["/en/shortlist", "/en/shortlist/print?ids=\(codes("dementia"))", "/en/compare?ids=\(codes("dementia"))"] {
            #expect(try await portal.markup(path).meta("robots") == "noindex")
        }
    }

    // MARK: Paper

    @Test func `paper holds what one decides by, and room to write`() async throws {
        let page = try await portal.markup("/en/shortlist/print?ids=\(codes("dementia", "gone"))")
        let text = try #require(page.first("article")?.text)
        for part in [
            "Dementia care essentials", "Northern Lakes College", "from $450.50", "40.5 hours, over 6 weeks", "Sudbury",
            PortalServices.sampleBaseURL + "/en/programs/dementia", "November 23, 2026", "Source: ", "Nurse aides",
            "Endorsed by 2 employers or associations", "One program of this list has been taken off the portal.",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(page.withClass("rule").count == 4)
        // Nothing but lines to write on: no field that would have to be sent somewhere.
        #expect(page.inside("article").filter { ["input", "textarea", "button"].contains($0.name) }.isEmpty)
    }
}
