import Domain
import Foundation
import LabourMarket
import Portal
import Storage
import StorageSQLite
import Testing

@Suite struct InventedCatalogueTests {
    static let today = CalendarDate("2026-11-23")!
    static let information = Result { try LabourMarketInformation(releases: BuiltInReleases.all()) }
    static let catalogue = Result { try invented(4_000, seed: 7) }
    static let programs = Result { try (0..<4_000).map(catalogue.get().program) }

    private static func invented(_ count: Int, seed: UInt64) throws -> InventedCatalogue {
        try InventedCatalogue(count: count, seed: seed, today: today, information: information.get())
    }

    private var catalogue: InventedCatalogue { get throws { try Self.catalogue.get() } }
    private var programs: [Program] { get throws { try Self.programs.get() } }

    @Test func `a seed and a day always give the same programs, and a small catalogue is the beginning of a large one`() async throws {
        let again = try Self.invented(2_500, seed: 7)
        var read: [Program] = []
        await again.forEachBatch(of: 999) { read += $0 }
        #expect(try read == Array(programs.prefix(2_500)))
        #expect(try again.institutions == catalogue.institutions)
    }

    @Test func `another seed gives other programs`() throws {
        let other = try Self.invented(300, seed: 8)
        let same = try (0..<300).count { try other.program($0).title == programs[$0].title }
        #expect(same < 3)
        #expect(try other.institutions != catalogue.institutions)
    }

    /// Of the things drawn, how many in a hundred times the ten most frequent came up.
    private func shareOfTen<Thing: Hashable>(_ things: [Thing]) -> (share: Double, kinds: Int) {
        let counts = Dictionary(grouping: things, by: \.self).values.map(\.count).sorted(by: >)
        return (Double(counts.prefix(10).reduce(0, +)) / Double(things.count), counts.count)
    }

    @Test func `tags, institutions and words are skewed, with a long tail`() throws {
        let programs = try programs
        let occupations = shareOfTen(programs.flatMap(\.occupations))
        #expect((0.15...0.5).contains(occupations.share) && occupations.kinds > 350)
        let skills = shareOfTen(programs.flatMap(\.skills))
        #expect((0.05...0.4).contains(skills.share) && skills.kinds > 700)
        let technologies = shareOfTen(programs.flatMap(\.technologies))
        #expect((0.1...0.6).contains(technologies.share) && technologies.kinds > 700)
        let institutions = shareOfTen(programs.map(\.institution))
        #expect((0.25...0.6).contains(institutions.share) && institutions.kinds > 300)
        let words = programs.flatMap { $0.description.text(.en).split { !$0.isLetter }.map { $0.lowercased() } }
        #expect(shareOfTen(words).share > 0.15)
        // More words keep coming, as in every text that people write.
        #expect(Set(words).count > Set(words.prefix(words.count / 2)).count * 5 / 4)
    }

    @Test func `no two programs are alike, in their texts or in their keys`() throws {
        let programs = try programs
        #expect(Set(programs.map(\.id)).count == programs.count)
        #expect(Set(programs.map { "\($0.institution)/\($0.reference)" }).count == programs.count)
        #expect(Set(programs.map { [$0.title, $0.summary, $0.description] }).count == programs.count)
        #expect(Set(programs.map(\.title)).count > programs.count * 9 / 10)
    }

    @Test func `half of the programs are told in both languages, some in French alone`() throws {
        let programs = try programs
        let told = Dictionary(grouping: programs) { $0.title.isBilingual ? "both" : $0.title.en == nil ? "fr" : "en" }
        #expect((told["both"]?.count ?? 0) * 2 > programs.count)
        #expect((told["fr"]?.count ?? 0) * 20 > programs.count)
        let leftOpen = programs.flatMap { [$0.title, $0.summary, $0.description] + $0.outcomes }
            .flatMap { [$0.en, $0.fr] }.compactMap(\.self).filter { $0.contains("{") || $0.contains("  ") }
        #expect(leftOpen == [])
        #expect(programs.allSatisfy { !$0.summary.isEmpty && !$0.description.isEmpty && !$0.outcomes.isEmpty && !$0.offerings.isEmpty })
    }

    @Test func `every address is of a host that cannot exist`() throws {
        let addresses = try programs.flatMap { [$0.url] + $0.endorsements.compactMap(\.url) } + catalogue.institutions.map(\.url)
        #expect(addresses.filter { URL(string: $0)?.host()?.hasSuffix(".example") != true } == [])
        #expect(try catalogue.institutions.allSatisfy { $0.isDemonstration && $0.name.isBilingual })
        #expect(try Set(catalogue.institutions.map(\.id)).count == catalogue.institutions.count)
    }

    @Test func `every program passes the checks of an import, unchanged`() async throws {
        let writing = WriteInventedCatalogue(try catalogue)
        var text = ""
        try await writing.programs { text += $0 }
        let plan = try ProgramImport.plan(
            Array(text.utf8), format: .csv, existing: [], institutions: Set(catalogue.institutions.map(\.id)),
            information: Self.information.get(), now: Timestamp(milliseconds: 0))
        #expect(plan.errors.map(\.description) == [])
        #expect(plan.new == (try programs))
    }

    @Test func `the institutions' table and the programs load into a database`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let database = try SQLiteDatabase(path: path)
        let now = Timestamp(milliseconds: 1_790_000_000_000)
        try await Migrator().migrate(database, at: now)
        let small = try Self.invented(300, seed: 7)
        let table = try DelimitedText(Array(WriteInventedCatalogue(small).institutions().utf8), name: "institutions")
        #expect(try await ImportInstitutions(database: database).plan(table).new.count == small.institutions.count)
        try await LoadInventedCatalogue(database: database)(small, now: now)
        #expect(try await Set(ProgramStore(database).all()) == Set(programs.prefix(300)))
        let met = try Set(programs.prefix(300).map(\.institution))
        #expect(try await Set(InstitutionStore(database).all().map(\.id)) == met)
        try await database.close()
    }

    @Test func `without reference data there is nothing to invent with`() {
        #expect(throws: InventedCatalogue.NothingToTagWith.self) {
            try InventedCatalogue(count: 1, seed: 1, today: Self.today, information: LabourMarketInformation())
        }
    }
}
