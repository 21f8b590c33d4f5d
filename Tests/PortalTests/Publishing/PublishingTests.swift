import Domain
import Portal
import Storage
import Testing

/// Writing, publishing and taking back programs.
@Suite struct PublishingTests {
    private static let cedar = PublishingPortal.cedar

    private func conflict(_ body: () async throws -> Void) async throws -> ProgramConflict? {
        do { try await body() } catch PublishingError.conflict(let conflict) { return conflict }
        return nil
    }

    @Test func `a new program is a draft nobody finds, and is found once it is published`() async throws {
        let portal = try await PublishingPortal()
        let saved = try await portal.publishing.edit.create(.small("weld", state: .published), by: portal.ana)
        #expect(saved.version == 1 && portal.inCatalogue() == nil)
        #expect(try await portal.sheet().standing.state == .draft)
        try await portal.publishing.publish("weld", at: Self.cedar, seen: 1, by: portal.ana)
        #expect(portal.inCatalogue()?.title == LocalizedText(en: "Welding basics"))
        #expect(portal.inCatalogue()?.lastConfirmed == portal.desk.today)
        #expect(try await portal.history().map(\.act) == [.published, .created])
        #expect(try await portal.history().map(\.actor) == [.account(portal.ana.account.id), .account(portal.ana.account.id)])
    }

    @Test func `a draft stands beside the published text, which stays until the draft is published`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let changed = Program.small("weld").with { $0.title.fr = "Bases du soudage" }
        let saved = try await portal.publishing.edit.save(changed, from: 0, seen: 0, by: portal.ana)
        #expect(portal.inCatalogue()?.title.fr == nil)
        #expect(try await portal.sheet().draft?.title.fr == "Bases du soudage")
        // What changes nothing makes no version.
        let again = try await portal.publishing.edit.save(changed, from: saved.version, seen: saved.version, by: portal.ana)
        #expect(again.version == saved.version)
        try await portal.publishing.publish("weld", at: Self.cedar, seen: saved.version, by: portal.ana)
        #expect(portal.inCatalogue()?.title.fr == "Bases du soudage")
        #expect(try await portal.sheet().draft == nil)
    }

    @Test func `a draft that is thrown away leaves the published text, and the history keeps it`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let saved = try await portal.publishing.edit.save(.small("weld", title: "Other"), from: 0, seen: 0, by: portal.ana)
        try await portal.publishing.edit.discard("weld", at: Self.cedar, seen: saved.version, by: portal.ana)
        #expect(try await portal.sheet().draft == nil)
        #expect(portal.inCatalogue()?.title.en == "Welding basics")
        #expect(try await portal.history().map(\.program.title.en) == ["Welding basics", "Other", "Welding basics"])
    }

    @Test func `two who change different fields lose nothing, and the second is told what was kept`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let first = Program.small("weld").with { $0.hours = 12 }
        let second = Program.small("weld").with { $0.title.fr = "Soudage" }
        try await portal.publishing.edit.save(first, from: 0, seen: 0, by: portal.ana)
        let saved = try await portal.publishing.edit.save(second, from: 0, seen: 0, by: portal.luc)
        #expect(saved.merged == [.hours])
        let draft = try #require(try await portal.sheet().draft)
        #expect(draft.hours == 12 && draft.title == LocalizedText(en: "Welding basics", fr: "Soudage"))
    }

    @Test func `two who change the same field are told, nothing is overwritten, and a choice by field decides`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let base = Program.small("weld")
        let first = try await portal.publishing.edit.save(
            base.with {
                $0.title.en = "Ana's"; $0.hours = 5
            }, from: 0, seen: 0, by: portal.ana)
        let mine = base.with {
            $0.title.en = "Luc's"; $0.hours = 6; $0.weeks = 1
        }
        let conflict = try #require(
            try await conflict { _ = try await portal.publishing.edit.save(mine, from: 0, seen: 0, by: portal.luc) })
        #expect(conflict.fields == [.titleEn, .hours])
        #expect(conflict.base?.title.en == "Welding basics" && conflict.mine.title.en == "Luc's" && conflict.theirs.title.en == "Ana's")
        #expect(conflict.version == first.version && conflict.latest?.actor == .account(portal.ana.account.id))
        #expect(try await portal.sheet().draft?.title.en == "Ana's")

        // Between the question and the answer somebody saves again: it is asked anew, however one chose.
        let choices: [ProgramField: ProgramMerge.Choice] = [.titleEn: .theirs, .hours: .mine]
        let moved = try await portal.publishing.edit.save(
            base.with {
                $0.title.en = "Ana's second"; $0.hours = 5
            }, from: first.version, seen: first.version, by: portal.ana)
        let anew = try await self.conflict {
            _ = try await portal.publishing.edit.save(mine, from: 0, seen: conflict.version, choices: choices, by: portal.luc)
        }
        #expect(anew?.fields == [.titleEn, .hours] && anew?.theirs.title.en == "Ana's second")
        let saved = try await portal.publishing.edit.save(mine, from: 0, seen: moved.version, choices: choices, by: portal.luc)
        let draft = try #require(try await portal.sheet().draft)
        #expect(draft.title.en == "Ana's second" && draft.hours == 6 && draft.weeks == 1)
        #expect(saved.version == moved.version + 1)
    }

    @Test func `an import beside a draft is merged when the draft is published, and asked about where both wrote`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let saved = try await portal.publishing.edit.save(
            Program.small("weld").with { $0.title.en = "Drafted" }, from: 0, seen: 0, by: portal.ana)
        let imported = Program.small("weld").with {
            $0.title.en = "Imported"; $0.hours = 40
        }
        let written = try await portal.accounts.database.write {
            try $0.write(
                [ProgramWrite(imported, .imported, expecting: .version(saved.version))], by: .key("nightly"), at: .init(milliseconds: 1))
        }
        let version = try #require(written.versions["weld"])
        let old = try await conflict { try await portal.publishing.publish("weld", at: Self.cedar, seen: saved.version, by: portal.ana) }
        #expect(old?.fields == [] && old?.version == version)
        let conflict = try #require(
            try await conflict { try await portal.publishing.publish("weld", at: Self.cedar, seen: version, by: portal.ana) })
        #expect(conflict.fields == [.titleEn] && conflict.theirs.title.en == "Imported" && conflict.latest?.actor == .key("nightly"))
        try await portal.publishing.publish("weld", at: Self.cedar, seen: version, choices: [.titleEn: .mine], by: portal.ana)
        #expect(portal.inCatalogue()?.title.en == "Drafted" && portal.inCatalogue()?.hours == 40)
    }

    @Test func `an earlier version is brought back, and that can be undone as well`() async throws {
        let portal = try await PublishingPortal()
        try await portal.publishing.edit.create(.small("weld"), by: portal.ana)
        try await portal.publishing.edit.save(.small("weld", title: "Second"), from: 1, seen: 1, by: portal.ana)
        try await portal.publishing.edit.revert("weld", at: Self.cedar, to: 1, seen: 2, by: portal.luc)
        #expect(try await portal.sheet().standing.title.en == "Welding basics")
        try await portal.publishing.edit.revert("weld", at: Self.cedar, to: 2, seen: 3, by: portal.ana)
        #expect(try await portal.sheet().standing.title.en == "Second")
        #expect(try await portal.history().map(\.act) == [.reverted, .reverted, .edited, .created])
        #expect(
            try await conflict { _ = try await portal.publishing.edit.revert("weld", at: Self.cedar, to: 1, seen: 3, by: portal.ana) }
                != nil)
    }

    @Test func `a program leaves the catalogue and comes back, with what was being edited`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        try await portal.publishing.edit.save(.small("weld", title: "Drafted"), from: 0, seen: 0, by: portal.ana)
        try await portal.publishing.publish.withdraw("weld", at: Self.cedar, by: portal.ana)
        #expect(portal.inCatalogue() == nil)
        #expect(try await portal.sheet().standing.title.en == "Drafted")
        try await portal.publishing.publish.archive("weld", at: Self.cedar, by: portal.ana)
        #expect(try await portal.sheet().standing.state == .archived)
        await #expect(throws: PublishingError.self) {
            try await portal.publishing.publish("weld", at: Self.cedar, seen: try await portal.sheet().version, by: portal.ana)
        }
        try await portal.publishing.publish.unarchive("weld", at: Self.cedar, by: portal.ana)
        try await portal.publishing.publish("weld", at: Self.cedar, seen: try await portal.sheet().version, by: portal.ana)
        #expect(portal.inCatalogue()?.title.en == "Drafted")
    }

    @Test func `a copy is a draft with a reference of its own`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let mark = LocalizedText(en: "(copy)", fr: "(copie)")
        let first = try await portal.publishing.edit.duplicate("weld", at: Self.cedar, mark: mark, by: portal.ana)
        let second = try await portal.publishing.edit.duplicate("weld", at: Self.cedar, mark: mark, by: portal.ana)
        let copy = try await portal.sheet(first.id).standing
        #expect(copy.title == LocalizedText(en: "Welding basics (copy)") && copy.reference == "WELD-2" && copy.state == .draft)
        #expect(copy.tags == Program.small("weld").tags && copy.offerings.count == 1 && copy.lastConfirmed == nil)
        #expect(try await portal.sheet(second.id).standing.reference == "WELD-3")
    }

    @Test func `what is not whole cannot be published, and the fields are named`() async throws {
        let portal = try await PublishingPortal()
        try await portal.publishing.edit.create(
            Program(id: "weld", institution: Self.cedar, reference: "R", title: LocalizedText(en: "A"), url: ""), by: portal.ana)
        do {
            try await portal.publishing.publish("weld", at: Self.cedar, seen: 1, by: portal.ana)
            Issue.record("it was published")
        } catch PublishingError.incomplete(let problems) {
            #expect(problems == [FieldProblem("url", .missing)])
        }
    }

    @Test func `a reference that another program has is refused, for a draft as well`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"), .small("cut"))
        await #expect(throws: PublishingError.self) {
            try await portal.publishing.edit.save(Program.small("weld").with { $0.reference = "CUT" }, from: 0, seen: 0, by: portal.ana)
        }
        #expect(try await portal.sheet().draft == nil)
    }

    @Test func `a viewer and a neighbour write nothing`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        let viewer = try await portal.accounts.person("Vera", Membership(.viewer, at: Self.cedar)!)
        let neighbour = try await portal.accounts.person("Nils", Membership(.editor, at: "birch-college")!)
        for person in [viewer, neighbour] {
            await #expect(throws: PublishingError.self) {
                try await portal.publishing.edit.save(.small("weld", title: "X"), from: 0, seen: 0, by: person)
            }
            await #expect(throws: PublishingError.self) { try await portal.publishing.publish("weld", at: Self.cedar, seen: 0, by: person) }
            await #expect(throws: PublishingError.self) { try await portal.publishing.publish.archive("weld", at: Self.cedar, by: person) }
            await #expect(throws: PublishingError.self) { try await portal.publishing.confirm(["weld"], at: Self.cedar, by: person) }
            await #expect(throws: PublishingError.self) {
                try await portal.publishing.tag.reject(.occupation(.welders), on: "weld", at: Self.cedar, by: person)
            }
        }
        // Nor does the neighbour under the own institution's name.
        await #expect(throws: PublishingError.self) {
            try await portal.publishing.publish.archive("weld", at: "birch-college", by: neighbour)
        }
        #expect(try await portal.history() == [])
    }

    @Test func `a tag counts at once for the published text and the draft, and a rejected one stays rejected`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        try await portal.publishing.edit.save(.small("weld", title: "Drafted"), from: 0, seen: 0, by: portal.ana)
        try await portal.publishing.tag.approve(.occupation(.nurseAides), on: "weld", at: Self.cedar, by: portal.ana)
        try await portal.publishing.tag.reject(.occupation(.welders), on: "weld", at: Self.cedar, by: portal.ana)
        #expect(portal.inCatalogue()?.occupations == [.nurseAides])
        let draft = try #require(try await portal.sheet().draft)
        #expect(draft.occupations == [.nurseAides] && draft.title.en == "Drafted")
        #expect(draft.tags.map(\.state) == [.rejected, .approved] && draft.tags[0].decidedBy == "Ana")
        await #expect(throws: PublishingError.self) {
            try await portal.publishing.tag.approve(.occupation(OccupationCode("11111")!), on: "weld", at: Self.cedar, by: portal.ana)
        }
    }
}
