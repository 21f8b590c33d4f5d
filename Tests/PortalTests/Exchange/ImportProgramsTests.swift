import Domain
import Portal
import Storage
import Testing

/// Imports against a database.
@Suite struct ImportProgramsTests {
    private static let header = "institution,reference,title_en,url\n"

    private func table(_ rows: String, piece: Int = 64) -> ImportFile {
        ImportFile(Array((Self.header + rows).utf8), format: .csv, piece: piece)
    }

    @Test func `a mistake on the last row leaves the database as it was`() async throws {
        let portal = try await SmallPortal(withReferenceData: false)
        let imports = ImportPrograms(database: portal.database)
        let before = try await ChangeLog(portal.database).latestNumber()
        let rows = (0..<700).map { "cedar-college,R\($0),T,https://a.example\n" }.joined() + "cedar-college,LAST,T,nowhere\n"
        let plan = try await imports.apply(table(rows), information: LabourMarketInformation(), now: portal.clock.now)
        #expect(
            plan.errors.map(\.description) == [
                "Row 702, column \"url\": \"nowhere\" is not an address that starts with https:// or http://."
            ])
        #expect(try await ProgramStore(portal.database).count() == 0)
        #expect(try await ChangeLog(portal.database).latestNumber() == before)
    }

    @Test func `new, changed and unchanged programs are told apart, written and logged`() async throws {
        let portal = try await SmallPortal(withReferenceData: false)
        let imports = ImportPrograms(database: portal.database)
        let rows = (0..<500).map { "cedar-college,R\($0),T,https://a.example\n" }
        let first = try await imports.apply(table(rows.joined()), information: LabourMarketInformation(), now: portal.clock.now)
        #expect((first.newCount, first.changedCount, first.unchangedCount) == (500, 0, 0))
        let before = try await ChangeLog(portal.database).latestNumber()
        let next = rows[0..<300] + rows[300..<400].map { $0.replacing(",T,", with: ",U,") } + ["cedar-college,X,T,https://a.example\n"]
        let second = try await imports.apply(
            table(next.joined()), information: LabourMarketInformation(), now: portal.clock.now)
        #expect((second.newCount, second.changedCount, second.unchangedCount) == (1, 100, 300))
        #expect(second.changed.first?.differences == [ProgramDifference(column: .titleEn, before: "T", after: "U")])
        #expect(try await ChangeLog(portal.database).latestNumber() == before + 101)
        #expect(try await ProgramStore(portal.database).count() == 501)
        // Written in the order of the file: what comes later has the greater id.
        let stored = try await ProgramStore(portal.database).all().filter { $0.reference.hasPrefix("R") }
        #expect(stored.map(\.reference) == (0..<500).map { "R\($0)" })
    }

    @Test func `a program that somebody wrote after the plan was made is not overwritten`() async throws {
        let portal = try await SmallPortal(withReferenceData: false)
        let imports = ImportPrograms(database: portal.database)
        let store = ProgramStore(portal.database)
        let file = table("cedar-college,A,From the file,https://a.example\ncedar-college,B,New,https://b.example\n")
        try await store.save([Self.program("a", "A")], at: portal.clock.now)
        let plan = try await imports.plan(file, information: LabourMarketInformation(), now: portal.clock.now)
        #expect((plan.newCount, plan.changedCount) == (1, 1))
        var edited = Self.program("a", "A")
        edited.title.en = "By hand"
        try await store.save([edited, Self.program("b", "B")], at: portal.clock.now)
        let done = try await imports.apply(
            file, asPlanned: plan, information: LabourMarketInformation(), now: portal.clock.now)
        #expect(done.errors.map(\.reason) == [.changedSince, .changedSince])
        #expect(try await store.program("a") == edited)
        let again = try await imports.plan(file, information: LabourMarketInformation(), now: portal.clock.now)
        #expect(
            try await imports.apply(file, asPlanned: again, information: LabourMarketInformation(), now: portal.clock.now)
                .changedCount == 2)
        #expect(try await store.program("a")?.title.en == "From the file")
    }

    @Test func `the pieces a file comes in do not show in the plan`() async throws {
        let institutions: Set<Institution.ID> = ["cedar-college"]
        let rows = (0..<60).map { row in
            row % 7 == 3 ? "nowhere,R\(row),T,https://a.example\n" : "cedar-college,R\(row % 50),\"Titre é\n\(row)\",https://a.example\n"
        }.joined()
        func plan(_ piece: Int) throws -> ImportPlan {
            try ProgramImport.plan(
                table(rows, piece: piece), existing: [], institutions: institutions, information: LabourMarketInformation(),
                now: Timestamp(milliseconds: 0))
        }
        let whole = try plan(1 << 20)
        #expect(whole.errorCount > 10 && whole.newCount > 30)
        for piece in [1, 2, 3, 17, 100, 1_000] {
            let cut = try plan(piece)
            #expect(cut.errors == whole.errors)
            #expect(cut.new.map(\.title) == whole.new.map(\.title))
        }
    }

    private static func program(_ id: Program.ID, _ reference: String) -> Program {
        Program(id: id, institution: "cedar-college", reference: reference, title: LocalizedText(en: "T"), url: "https://a.example")
    }
}
