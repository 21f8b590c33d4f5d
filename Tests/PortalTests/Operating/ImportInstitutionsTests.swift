import Domain
import LabourMarket
import Portal
import Storage
import Testing

struct ImportInstitutionsTests {
    private static let header = "id,name_en,name_fr,kind,url,city,postal_code\n"

    private func table(_ rows: String...) throws -> DelimitedText {
        try DelimitedText(text: Self.header + rows.joined(separator: "\n") + "\n", name: "institutions.csv")
    }

    @Test func `new institutions are added, known ones changed, others left alone`() async throws {
        let portal = try await SmallPortal()
        let importing = ImportInstitutions(database: portal.database)
        try await importing.apply(
            importing.plan(table("birch-college,Birch College,,college,https://birch.example,Hearst,")), now: portal.clock.now)
        let again = try await importing.plan(
            table("birch-college,Birch College,Collège du Bouleau,college,https://birch.example,Hearst,P0L 1N0"))
        #expect(again.new.isEmpty)
        #expect(again.changed.map(\.name.fr) == ["Collège du Bouleau"])
        try await importing.apply(again, now: portal.clock.now)
        #expect(try await InstitutionStore(portal.database).all().map(\.id).sorted() == ["birch-college", "cedar-college"])
    }

    @Test(arguments: [
        ("Birch College,Birch,,college,https://birch.example,Hearst,", "id"),
        ("birch,,,college,https://birch.example,Hearst,", "name_en"),
        ("birch,Birch,,school,https://birch.example,Hearst,", "kind"),
        ("birch,Birch,,college,birch.example,Hearst,", "url"),
        ("birch,Birch,,college,https://birch.example,,", "city"),
        ("birch,Birch,,college,https://birch.example,Hearst,90210", "postal_code"),
    ])
    func `a mistake names its row and column`(row: String, column: String) async throws {
        let portal = try await SmallPortal()
        let error = await #expect(throws: DelimitedTextError.self) {
            try await ImportInstitutions(database: portal.database).plan(table(row))
        }
        #expect(error?.row == 2)
        #expect(error?.column == column)
    }
}
