import Domain
import Matching
import Portal
import Storage
import Testing

/// Institutions in the hands of operators.
@Suite struct InstitutionTests {
    private static let cedar = PublishingPortal.cedar
    private static let birch: Institution.ID = "birch-college"

    private struct Desk {
        let portal: PublishingPortal
        let operating: OperatingServices
        let ola: SignedIn

        init() async throws {
            portal = try await PublishingPortal()
            operating = try #require(portal.services.operating)
            ola = try await portal.accounts.person("Ola", Membership(.operator)!)
        }

        var catalogue: Catalogue { portal.services.catalogue.current }

        func acts() async throws -> [String] {
            try await AuditLog(portal.accounts.database).entries().map(\.entry.act.rawValue)
        }
    }

    private func fields(_ change: (inout InstitutionFields) -> Void = { _ in }) -> InstitutionFields {
        var fields = InstitutionFields()
        fields.nameFrench = "École de l’Érable"
        fields.url = "https://erable.example"
        fields.city = "Hearst"
        change(&fields)
        return fields
    }

    @Test func `a new institution has a key made of its name, and is in the catalogue at once`() async throws {
        let desk = try await Desk()
        let id = try await desk.operating.institutions.create(fields(), by: desk.ola)
        #expect(id == "ecole-de-lerable")
        #expect(desk.catalogue.institutions[id]?.place.city == "Hearst")
        #expect(try await desk.acts().first == "institution.created")
        await #expect(throws: OperatingError.fields([OperatingProblem("key", "keyTaken", ["key": "ecole-de-lerable"])])) {
            try await desk.operating.institutions.create(fields(), by: desk.ola)
        }
    }

    @Test func `what cannot be used is named field by field, and nothing is written`() async throws {
        let desk = try await Desk()
        let wrong = fields {
            $0.nameFrench = " "
            $0.url = "javascript:x"
            $0.city = ""
            $0.postalCode = "K1"
            $0.contact = "nobody"
            $0.kind = "school"
            $0.region = "9999"
        }
        do {
            try await desk.operating.institutions.create(wrong, by: desk.ola)
            Issue.record("it was taken")
        } catch OperatingError.fields(let problems) {
            #expect(problems.map(\.field) == ["name-en", "key", "kind", "url", "city", "postal-code", "region", "contact"])
        }
        #expect(try await InstitutionStore(desk.portal.accounts.database).count() == 2)
    }

    @Test func `a change says in the log which fields it was`() async throws {
        let desk = try await Desk()
        var changed = InstitutionFields(try #require(desk.catalogue.institutions[Self.cedar]))
        changed.contact = "office@cedar.example"
        changed.city = "Kenora"
        try await desk.operating.institutions.change(Self.cedar, to: changed, by: desk.ola)
        #expect(desk.catalogue.institutions[Self.cedar]?.contact?.text == "office@cedar.example")
        let entry = try #require(try await AuditLog(desk.portal.accounts.database).entries().first?.entry)
        #expect(entry.act == .institutionChanged && entry.newValue == "place, contact")
        let count = try await desk.acts().count
        try await desk.operating.institutions.change(Self.cedar, to: changed, by: desk.ola)
        #expect(try await desk.acts().count == count)
    }

    @Test func `staff of an institution do none of it`() async throws {
        let desk = try await Desk()
        let max = try await desk.portal.accounts.person("Max", Membership(.manager, at: Self.cedar)!)
        await #expect(throws: OperatingError.notAllowed) { try await desk.operating.institutions.create(fields(), by: max) }
        await #expect(throws: OperatingError.notAllowed) { try await desk.operating.institutions.close(Self.cedar, by: max) }
        let mark = try await desk.operating.merge.plan(Self.cedar, into: Self.birch).mark
        await #expect(throws: OperatingError.notAllowed) {
            try await desk.operating.merge(Self.cedar, into: Self.birch, mark: mark, by: max)
        }
        await #expect(throws: OperatingError.notAllowed) { try await desk.operating.lists.show("health", false, by: max) }
        await #expect(throws: OperatingError.notAllowed) { try await desk.operating.branding.change(to: .init(), by: max) }
        await #expect(throws: OperatingError.notAllowed) { try await desk.operating.choices.change(to: .init(), by: max) }
    }

    @Test func `a closed institution's programs leave the catalogue, its staff and keys open nothing, and it can be opened again`()
        async throws
    {
        let desk = try await Desk()
        try await desk.portal.found(.small("weld"), .small("draft", state: .draft))
        try await desk.operating.institutions.close(Self.cedar, by: desk.ola)
        #expect(desk.portal.inCatalogue() == nil)
        #expect(try await desk.portal.sheet().standing.state == .draft)
        #expect(try await desk.portal.history().first?.act == .unpublished)
        #expect(desk.catalogue.institutions[Self.cedar]?.closedOn != nil)
        #expect(desk.catalogue.openInstitutions.map(\.id) == [Self.birch])
        let staff = try await desk.portal.accounts.accounts.staff(of: Self.cedar)
        #expect(staff.isEmpty)
        #expect(try await desk.portal.accounts.accounts.sessions.find(desk.portal.ana.token) == nil)
        #expect(try await desk.operating.institutions.closedInstitution(of: "weld")?.id == Self.cedar)
        let acts = try await desk.acts()
        #expect(acts.prefix(3).sorted() == ["institution.closed", "role.changed", "role.changed"])
        try await desk.operating.institutions.reopen(Self.cedar, by: desk.ola)
        #expect(desk.catalogue.institutions[Self.cedar]?.closedOn == nil)
        #expect(desk.portal.inCatalogue() == nil)
    }

    @Test func `a merge moves everything, keeps colliding references apart, and leads old addresses on`() async throws {
        let desk = try await Desk()
        let database = desk.portal.accounts.database
        var moved = Program.small("weld")
        moved.sequence = SequenceStep(reference: "S", title: LocalizedText(en: "Series"), position: 1)
        var twin = Program.small("other")
        (twin.institution, twin.reference, twin.sequence) = (Self.birch, "WELD", moved.sequence)
        try await desk.portal.found(moved, .small("plain", state: .draft), twin)
        let zoe = try await desk.portal.accounts.person(
            "Zoe", Membership(.viewer, at: Self.cedar)!, Membership(.manager, at: Self.birch)!)
        let plan = try await desk.operating.merge.plan(Self.cedar, into: Self.birch)
        #expect(plan.programs == 2)
        #expect(plan.collisions.map(\.reference) == ["WELD"] && plan.collisions.map(\.newReference) == ["WELD-cedar-college"])
        #expect(plan.staff.map(\.name) == ["Ana", "Luc", "Zoe"] && plan.staff.map(\.role) == [.editor, .editor, .manager])
        try await desk.operating.merge(Self.cedar, into: Self.birch, mark: plan.mark, by: desk.ola)

        #expect(desk.catalogue.institutions.keys.sorted() == [Self.birch])
        let there = try #require(desk.portal.inCatalogue())
        #expect(
            there.institution == Self.birch && there.reference == "WELD-cedar-college" && there.sequence?.reference == "S-cedar-college")
        #expect(desk.portal.inCatalogue("other")?.reference == "WELD")
        #expect(try await desk.portal.publishing.read.history("weld", at: Self.birch, limit: 9).versions.first?.act == .moved)
        #expect(try await ProgramStore(database).programs(["plain"]).first?.institution == Self.birch)
        #expect(desk.portal.services.settings.operated.current.successors == [Self.cedar: Self.birch])
        let staff = try await desk.portal.accounts.accounts.staff(of: Self.birch)
        #expect(staff.map(\.account.name) == ["Ana", "Luc", "Zoe"])
        #expect(staff.first { $0.account.id == zoe.account.id }?.role(at: Self.birch) == .manager)
        #expect(try await desk.acts().contains("institution.merged"))
        let finding = try await AuditLog(database).verify()
        let isWhole = if case .whole = finding { true } else { false }
        #expect(isWhole)
    }

    @Test func `a merge that would not be what was shown is not done`() async throws {
        let desk = try await Desk()
        let plan = try await desk.operating.merge.plan(Self.cedar, into: Self.birch)
        try await desk.portal.found(.small("weld"))
        await #expect(throws: OperatingError.changedSince) {
            try await desk.operating.merge(Self.cedar, into: Self.birch, mark: plan.mark, by: desk.ola)
        }
        #expect(desk.catalogue.institutions.count == 2)
    }

    @Test func `a draft beside a program moves with it, and is published from there`() async throws {
        let desk = try await Desk()
        try await desk.portal.found(.small("weld"))
        try await desk.portal.accounts.database.write { connection in
            guard let sheet = try connection.sheet("weld") else { throw OperatingError.unknown }
            var draft = sheet.standing
            draft.title = LocalizedText(en: "Better welding")
            try connection.write(
                [ProgramWrite(draft, .edited, side: .draft, expecting: .version(sheet.version))], by: .system, at: desk.portal.accounts.now)
        }
        let mark = try await desk.operating.merge.plan(Self.cedar, into: Self.birch).mark
        try await desk.operating.merge(Self.cedar, into: Self.birch, mark: mark, by: desk.ola)
        let sheet = try await desk.portal.publishing.read.sheet("weld", at: Self.birch)
        #expect(sheet.draft?.institution == Self.birch && sheet.draft?.title.en == "Better welding")
        try await desk.portal.publishing.publish("weld", at: Self.birch, seen: sheet.version, by: desk.ola)
        #expect(desk.portal.inCatalogue()?.title.en == "Better welding")
    }

    @Test func `institutions are found by every word, whatever its accents`() {
        let all = (1...60).map { number in
            Institution(
                id: Institution.ID("c-\(number)"), name: LocalizedText(en: "College \(number)", fr: "Collège n\(number)"), kind: .college,
                url: "https://c.example", place: Place(city: number == 7 ? "Québec" : "Hearst"))
        }
        #expect(ManageInstitutions.find("quebec college", among: all, page: 1, .fr).institutions.map(\.id) == ["c-7"])
        let last = ManageInstitutions.find("", among: all, page: 99, .en)
        #expect(last.total == 60 && last.page == 3 && last.pages == 3 && last.institutions.count == 10)
    }
}
