import Domain
import Foundation
import LabourMarket
import Portal
import Storage
import StorageSQLite
import Testing

@Suite struct DemonstrationTests {
    static let today = CalendarDate("2026-11-23")!
    static let information = Result { try LabourMarketInformation(releases: BuiltInReleases.all()) }
    static let demonstration = Result { try DemonstrationCatalogue(today: today, information: information.get()) }

    private var institutions: [Institution] { get throws { try Self.demonstration.get().institutions } }
    private var programs: [Program] { get throws { try Self.demonstration.get().programs } }

    /// The programs of which `isWrong` is true, by institution and reference: what a failing test prints.
    private func names(_ isWrong: (Program) -> Bool) throws -> [String] {
        try programs.filter(isWrong).map { "\($0.institution)/\($0.reference)" }
    }

    @Test func `there are thirty institutions of all kinds, with at least a program each`() throws {
        #expect(try institutions.count == 30)
        #expect(try Set(institutions.map(\.kind)) == Set(Institution.Kind.allCases))
        #expect(try institutions.allSatisfy { $0.isDemonstration && $0.name.isBilingual })
        #expect(try Set(institutions.map(\.id)).subtracting(programs.map(\.institution)) == [])
        #expect(try Set(programs.map(\.institution)).subtracting(institutions.map(\.id)) == [])
    }

    @Test func `there are at least 300 programs, none twice`() throws {
        #expect(try programs.count >= 300)
        #expect(try Set(programs.map(\.id)).count == programs.count)
        #expect(try Set(programs.map { "\($0.institution)/\($0.reference)" }).count == programs.count)
        let titles = Dictionary(grouping: try programs, by: { $0.title.text(.en) })
        #expect(titles.filter { $0.value.count > 3 }.keys.sorted() == [])
    }

    @Test func `two thirds are told in both languages, and some in French alone`() throws {
        let bilingual = try programs.count { $0.title.isBilingual && $0.summary.isBilingual && $0.description.isBilingual }
        #expect(Double(bilingual) >= Double(try programs.count) * 2 / 3)
        #expect(try programs.contains { $0.title.en == nil })
        #expect(try names { $0.title.isEmpty || $0.summary.isEmpty || $0.description.isEmpty || $0.outcomes.isEmpty } == [])
    }

    @Test func `every code is one of the labour-market data, and every program prepares for an occupation`() throws {
        let information = try Self.information.get()
        let unknown = try programs.flatMap { program in
            program.tags.map(\.target).filter { target in
                switch target {
                case .occupation(let code): information.occupations[code] == nil
                case .industry(let code): information.industries[code] == nil
                case .skill(let id): information.skills[id] == nil
                case .technology(let id): information.technologies[id] == nil
                }
            }.map { "\(program.reference): \($0.kind.rawValue) \($0.code)" }
        }
        #expect(unknown == [])
        #expect(try names { $0.occupations.isEmpty || $0.skills.isEmpty } == [])
        #expect(try programs.allSatisfy { $0.tags.allSatisfy { $0.state == .approved && $0.taxonomyVersion != nil } })
    }

    @Test func `sequences are complete, in order, and of one institution`() throws {
        let sequences = Dictionary(
            grouping: try programs.filter { $0.sequence != nil }, by: { "\($0.institution)/\($0.sequence?.reference ?? "")" })
        let broken = sequences.filter { _, programs in
            programs.compactMap(\.sequence?.position).sorted() != Array(1...programs.count) || programs.count < 2
                || Set(programs.map(\.sequence?.title)).count > 1
        }
        #expect(broken.keys.sorted() == [])
        #expect(sequences.count >= 10)
    }

    @Test func `student aid is claimed only where its rules allow`() throws {
        #expect(try names { program in program.funding.contains { $0.objection(hours: program.hours, weeks: program.weeks) != nil } } == [])
    }

    @Test func `every address is of a host that cannot exist`() throws {
        let addresses =
            try programs.flatMap { [$0.url] + $0.endorsements.compactMap(\.url) } + institutions.map(\.url)
        let real = addresses.filter { URL(string: $0)?.host()?.hasSuffix(".example") != true || !$0.hasPrefix("https://") }
        #expect(real == [])
    }

    @Test func `nearly every program can still be begun, some dates are past, and some cost nothing`() throws {
        let programs = try programs
        let open = programs.count { !$0.upcomingOfferings(on: Self.today).isEmpty }
        #expect(Double(open) >= Double(programs.count) * 0.95)
        #expect(programs.contains { $0.offerings.contains { !$0.isUpcoming(on: Self.today) } })
        #expect(programs.contains { $0.lowestPrice(on: Self.today) == .free })
        #expect(try names { $0.offerings.contains { $0.delivery == .inPerson && $0.place == nil } } == [])
        #expect(programs.allSatisfy { ($0.lastConfirmed ?? Self.today) <= Self.today })
    }

    @Test func `the demonstration passes the checks of an import, unchanged`() throws {
        let programs = try programs
        let plan = try ProgramImport.plan(
            Array(ProgramExport.csv(programs).utf8), format: .csv, existing: [], institutions: Set(try institutions.map(\.id)),
            information: try Self.information.get(), now: Timestamp(milliseconds: 0))
        #expect(plan.errors.map(\.description) == [])
        #expect(Set(plan.new) == Set(programs))
    }

    @Test func `the files have no key that nobody reads`() throws {
        let known: Set<String> = [
            "institution", "reference", "title", "summary", "description", "outcomes", "department", "hours", "weeks", "priorEducation",
            "priorEducationNote", "credential", "assessment", "cipCode", "funding", "isWorkIntegrated", "isHandsOn", "supports",
            "endorsements", "sequence", "offerings", "occupations", "industries", "skills", "technologies", "confirmedAgo",
        ]
        let offering: Set<String> = ["startsIn", "endsIn", "delivery", "place", "language", "price"]
        for file in try DemonstrationCatalogue.files {
            let objects = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
            for object in objects {
                #expect(Set(object.keys).subtracting(known) == [], "\(file.lastPathComponent)")
                for value in object["offerings"] as? [[String: Any]] ?? [] { #expect(Set(value.keys).subtracting(offering) == []) }
            }
        }
    }

    @Test func `loading the demonstration twice on a day changes nothing the second time`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appending(path: "portal.sqlite").path)
        let now = Timestamp(milliseconds: 1_790_000_000_000)
        try await Migrator().migrate(database, at: now)
        let load = LoadDemonstration(database: database)
        let information = try Self.information.get()
        let first = try await load(today: Self.today, information: information, now: now)
        #expect(try first == (30, programs.count))
        #expect(try await Set(ProgramStore(database).all()) == Set(programs))
        let second = try await load(today: Self.today, information: information, now: now)
        #expect(second == (0, 0))
        #expect(try await ChangeLog(database).latestNumber() == 30 + programs.count)
        let tomorrow = try await load(today: Self.today.adding(days: 1), information: information, now: now)
        #expect(tomorrow.institutions == 0)
        #expect(try await ProgramStore(database).count() == programs.count)
        try await database.close()
    }
}
