import Domain
import Portal
import Testing
import Web

/// What an institution's staff do with programs, page by page.
@Suite struct ProgramConsoleTests {
    private static let editor = Membership(.editor, at: ConsolePortal.institution)!
    private static let place = "/en/console/institutions/northern-lakes"
    private static let dementia = place + "/programs/dementia"

    /// Every field of the form on a page, as a browser would send it.
    private func fields(_ answer: Answer) throws -> [(String, String)] {
        let page = try answer.markup()
        var fields: [(String, String)] = []
        var select = ""
        for element in page.inside("main") {
            switch element.name {
            case "input" where ["checkbox", "radio"].contains(element["type"]):
                if element["checked"] != nil { fields.append((element["name"] ?? "", element["value"] ?? "on")) }
            case "input": fields.append((element["name"] ?? "", element["value"] ?? ""))
            case "textarea":
                fields.append((element["name"] ?? "", element.text.hasPrefix("\n") ? String(element.text.dropFirst()) : element.text))
            case "select": select = element["name"] ?? ""
            case "option" where element["selected"] != nil: fields.append((select, element["value"] ?? ""))
            default: break
            }
        }
        return fields.filter { !$0.0.isEmpty }
    }

    private func changed(_ fields: [(String, String)], _ changes: [String: String]) -> [(String, String)] {
        fields.map { ($0.0, changes[$0.0] ?? $0.1) }
            + changes.filter { change in !fields.contains { $0.0 == change.key } }.map { ($0.key, $0.value) }
    }

    private func sheet(_ portal: ConsolePortal, _ id: Program.ID = "dementia") async throws -> ProgramSheet {
        try await portal.publishing.read.sheet(id, at: ConsolePortal.institution)
    }

    @Test func `a form that is sent back as it came changes nothing`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let answer = try await ana.get(Self.dementia + "/text")
        #expect(answer.status == 200)
        let saved = try await ana.post(Self.dementia + "/text", try fields(answer) + [("do", "save")])
        #expect(saved.status == 303 && saved.header("Location") == Self.dementia + "?notice=draftSaved")
        #expect(try await sheet(portal) == ProgramSheet(standing: .full, version: 0))
    }

    @Test func `a program is written, looked at, published and found`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let blank = try await ana.get(Self.place + "/new-program")
        let wrong = try await ana.post(
            Self.place + "/new-program", changed(try fields(blank), ["do": "save", "title-fr": "Ferronnerie", "hours": "many"]))
        #expect(wrong.status == 400)
        let again = try wrong.markup()
        #expect(again.withID("title-fr")?["value"] == "Ferronnerie" && again.withID("hours")?["value"] == "many")
        let summary = again.elements.filter { $0.name == "a" && $0["href"]?.hasPrefix("#") == true }.compactMap { $0["href"] }
        #expect(summary.contains("#hours") && summary.contains("#url") && summary.contains("#reference"))
        #expect(again.withID("hours")?["aria-describedby"] == "hours-error")
        let good = [
            "hours": "12", "url": "https://northern-lakes.example/f", "reference": "FER-1", "offering.0.schedule": "open", "do": "preview",
        ]
        let saved = try await ana.post(Self.place + "/new-program", changed(try fields(wrong), good))
        let preview = try #require(saved.header("Location"))
        #expect(preview.contains("/preview?notice=programSaved"))
        let shown = try await ana.get(preview).markup()
        #expect(shown.first("h1")?.text == "Ferronnerie" && shown.meta("robots") == "noindex")
        let address = preview.split(separator: "?")[0].replacing("/preview", with: "")
        let id = try #require(address.split(separator: "/").last)
        #expect(try await portal.client.get("/en/programs/\(id)").status == 404)
        let publication = try await ana.get(address + "/publication")
        #expect(try publication.markup().contains(text: "There is no English title"))
        let published = try await ana.post(address + "/publication", try fields(publication))
        #expect(published.header("Location") == address + "?notice=published")
        #expect(try await portal.client.get("/en/programs/\(id)").status == 200)
        #expect(try await portal.client.get("/fr/programmes?q=ferronnerie").text.contains(id))
    }

    @Test func `rows are added, copied and taken away without anything else being lost`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let start = try fields(try await ana.get(Self.dementia + "/text"))
        let added = try await ana.post(Self.dementia + "/text", changed(start, ["do": "add-outcome", "title-en": "Typed"]))
        #expect(added.status == 200)
        #expect(try added.markup().withID("outcome.1.en") != nil && added.markup().withID("title-en")?["value"] == "Typed")
        let copied = try await ana.post(Self.dementia + "/text", changed(try fields(added), ["do": "copy-offering.0"]))
        let page = try copied.markup()
        #expect(page.withID("offering.1.city")?["value"] == "Sudbury" && page.withID("offering.1.start")?["value"] == "")
        let removed = try await ana.post(Self.dementia + "/text", changed(try fields(copied), ["do": "remove-offering.0"]))
        #expect(try removed.markup().withID("offering.3.city") == nil && removed.markup().withID("offering.0.start")?["value"] == "")
        #expect(try await sheet(portal) == ProgramSheet(standing: .full, version: 0))
    }

    @Test func `the longest texts in both languages are taken, and one letter more is told`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let start = try fields(try await ana.get(Self.dementia + "/text"))
        let long = [
            "do": "save", "description-en": String(repeating: "é", count: 20_000), "description-fr": String(repeating: "é", count: 20_000),
        ]
        #expect(try await ana.post(Self.dementia + "/text", changed(start, long)).status == 303)
        #expect(try await sheet(portal).draft?.description.fr?.count == 20_000)
        let longer = long.merging(["description-en": String(repeating: "é", count: 20_001)]) { $1 }
        let refused = try await ana.post(Self.dementia + "/text", changed(start, longer))
        #expect(try refused.status == 400 && refused.markup().withID("description-en-error") != nil)
    }

    @Test func `the second of two editors is shown both texts and chooses by field`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let luc = try await portal.person("Luc", Self.editor)
        let start = try fields(try await ana.get(Self.dementia + "/text"))
        _ = try await ana.post(Self.dementia + "/text", changed(start, ["do": "save", "title-en": "Ana's title", "hours": "7"]))
        let answer = try await luc.post(
            Self.dementia + "/text", changed(start, ["do": "save", "title-en": "Luc's title", "cip-code": "51"]))
        #expect(answer.status == 409)
        let page = try answer.markup()
        #expect(page.contains(text: "Ana's title") && page.contains(text: "Luc's title") && page.contains(text: "Dementia care essentials"))
        #expect(page.contains(text: "Ana saved it while you were working"))
        #expect(page.withID("choice.title-en.theirs") != nil && page.withID("choice.cip-code.mine") == nil)
        let undecided = try await luc.post(Self.dementia + "/text", try fields(answer))
        #expect(undecided.status == 409)
        let saved = try await luc.post(Self.dementia + "/text", changed(try fields(answer), ["choice.title-en": "mine"]))
        #expect(saved.header("Location") == Self.dementia + "?notice=merged")
        let draft = try #require(try await sheet(portal).draft)
        #expect(draft.title.en == "Luc's title" && draft.hours == 7 && draft.cipCode == "51")
    }

    @Test func `the history shows who changed what, and brings a version back`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let start = try fields(try await ana.get(Self.dementia + "/text"))
        _ = try await ana.post(Self.dementia + "/text", changed(start, ["do": "save", "title-en": "Another title"]))
        let list = try await ana.get(Self.dementia + "/history").markup()
        #expect(list.contains(text: "Edited") && list.contains(text: "Found as it was") && list.contains(text: "Ana"))
        let version = try await ana.get(Self.dementia + "/history/2")
        #expect(try version.markup().all("ins").map(\.text) == ["Another title"])
        let first = try await ana.get(Self.dementia + "/history/1")
        let back = try await ana.post(Self.dementia + "/history/1", try fields(first))
        #expect(back.header("Location") == Self.dementia + "?notice=reverted")
        #expect(try await sheet(portal).draft?.title == Program.full.title)
        #expect(try await ana.get(Self.dementia + "/history/99").status == 404)
    }

    @Test func `acts are done by forms of the program's page, and undone by others`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        for (act, state) in [("withdrawal", Program.State.draft), ("archive", .archived), ("return", .draft)] {
            #expect(try await ana.get(Self.dementia).text.contains(Self.dementia + "/" + (act == "withdrawal" ? act : act)))
            #expect(try await ana.post(Self.dementia + "/" + act).status == 303)
            #expect(try await sheet(portal).standing.state == state)
        }
        #expect(try await portal.client.get("/en/programs/dementia").status == 404)
        let copy = try await ana.post(Self.dementia + "/copy")
        let text = try #require(copy.header("Location"))
        #expect(try await ana.get(text).markup().withID("title-en")?["value"] == "Dementia care essentials (copy)")
        #expect(try await ana.get(Self.dementia + "/copy").header("Location") == Self.dementia)
    }

    @Test func `tags are found in plain words, added and taken off`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let found = try await ana.get(Self.dementia + "/tags?q=welding").markup()
        #expect(found.contains(text: "Welding"))
        let tags = Self.dementia + "/tags"
        #expect(
            try await ana.post(tags, [("do", "approve"), ("tag", "skill:welding"), ("q", "welding")]).header("Location") == tags
                + "?q=welding&notice=tagAdded")
        #expect(try await sheet(portal).standing.skills.contains("welding"))
        #expect(try await ana.post(tags, [("do", "reject"), ("tag", "skill:welding")]).status == 303)
        #expect(try await !sheet(portal).standing.skills.contains("welding"))
        #expect(try await ana.post(tags, [("do", "approve"), ("tag", "skill:nonsense")]).status == 404)
        #expect(try await ana.post(tags, [("do", "approve"), ("tag", "nonsense")]).status == 400)
    }

    @Test func `the list filters and keeps what was asked`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let all = try await ana.get(Self.place + "/programs").markup()
        #expect(all.inside("tbody").contains { $0["href"] == Self.dementia })
        let none = try await ana.get(Self.place + "/programs?q=zzzz").markup()
        #expect(none.inside("tbody").isEmpty && none.withID("q")?["value"] == "zzzz" && none.contains(text: "No program fits."))
        let bare = try await ana.get(Self.place + "/programs?need=stale&sort=confirmed").markup()
        #expect(bare.inside("tbody").contains { $0["href"] == Self.place + "/programs/bare" })
        #expect(!bare.inside("tbody").contains { $0["href"] == Self.dementia })
    }

    @Test func `a viewer reads and is offered nothing else`() async throws {
        let portal = try await ConsolePortal()
        let vera = try await portal.person("Vera", Membership(.viewer, at: ConsolePortal.institution)!)
        let page = try await vera.get(Self.dementia).markup()
        #expect(page.inside("main").filter { $0.name == "form" }.isEmpty)
        #expect(!page.inside("main").contains { $0["href"]?.hasSuffix("/text") == true || $0["href"]?.hasSuffix("/publication") == true })
        #expect(try await vera.post(Self.dementia + "/archive").status == 403)
    }

    @Test func `a neighbour's program is not found under one's own institution`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        for page in ["", "/text", "/preview", "/tags", "/history", "/history/1", "/publication"] {
            #expect(try await ana.get(Self.place + "/programs/soudage" + page).status == 404, "\(page)")
        }
        for act in ["text", "withdrawal", "archive", "copy", "publication"] {
            #expect(try await ana.post(Self.place + "/programs/soudage/" + act, [("base", "0"), ("seen", "0")]).status == 404, "\(act)")
        }
        #expect(try await portal.publishing.read.sheet("soudage", at: ConsolePortal.neighbour).standing.state == .published)
    }

    @Test func `the link of a mail shows what it would confirm, and confirms by its button alone`() async throws {
        let portal = try await ConsolePortal()
        let ana = try await portal.person("Ana", Self.editor)
        let token = ConfirmationToken(
            account: ana.account.id, institution: ConsolePortal.institution,
            expiresAt: Timestamp(milliseconds: portal.watch.now.milliseconds + 1_000))
        for language in Language.allCases {
            let path = Links(language).path(.programConfirmation, id: token.text(portal.secrets))
            let answer = try await portal.client.get(path)
            let page = try answer.markup()
            #expect(answer.status == 200 && answer.header("Cache-Control") == "no-store" && page.meta("robots") == "noindex")
            #expect(page.withID("program-bare")?["checked"] != nil)
        }
        #expect(try await sheet(portal, "bare").standing.lastConfirmed == nil)
        let path = Links(.en).path(.programConfirmation, id: token.text(portal.secrets))
        let done = try await portal.client.post(path, [("program", "bare"), ("program", "soudage")])
        #expect(try done.status == 200 && done.markup().contains(text: "1 program is confirmed"))
        #expect(try await sheet(portal, "bare").standing.lastConfirmed == .today)
        #expect(try await portal.client.get("/en/confirmations/nonsense").status == 410)
        portal.watch.advance(seconds: 2)
        #expect(try await portal.client.post(path, [("program", "dementia")]).status == 410)
    }
}
