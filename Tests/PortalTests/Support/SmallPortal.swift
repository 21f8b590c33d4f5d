import Domain
import Foundation
import LabourMarket
import Matching
import Portal
import Storage
import StorageSQLite
import Synchronization

/// A portal with a handful of occupations and a database of its own in a temporary file.
final class SmallPortal: Sendable {
    let database: SQLiteDatabase
    let settings = PortalSettings(name: LocalizedText(en: "Portal", fr: "Portail"), baseURL: "https://portal.example/")
    let watch: Watch
    private let path: String

    var clock: PortalClock { watch.clock }
    var today: CalendarDate { settings.day(at: clock.now) }
    var load: LoadCatalogue { LoadCatalogue(database: database, settings: settings, clock: clock) }

    /// - Parameter withReferenceData: loads `Release.smallOccupations`.
    init(withReferenceData: Bool = true, clock watch: Watch = Watch()) async throws {
        self.watch = watch
        path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        database = try SQLiteDatabase(path: path)
        try await Migrator().migrate(database, at: watch.clock.now)
        try await InstitutionStore(database).save([.cedar], at: watch.clock.now)
        if withReferenceData {
            try await LoadReferenceData(store: ReleaseStore(database), clock: watch.clock).apply(try .smallOccupations())
        }
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    func save(_ programs: Program...) async throws { try await ProgramStore(database).save(programs, at: clock.now) }

    func services() async throws -> PortalServices {
        PortalServices(settings: settings, loaded: try await load(), database: database, load: load, clock: clock)
    }

    func counts(of kind: Activity.Kind) async throws -> [ActivityCount] {
        try await ActivityStore(database).counts(in: today.adding(days: -30)...today.adding(days: 30), kind: kind.rawValue)
    }
}

/// A clock a test can set.
final class Watch: Sendable {
    /// 2026-11-23 at noon in Toronto.
    private let time = Mutex(Timestamp(milliseconds: 1_795_453_200_000))

    var clock: PortalClock { PortalClock { [self] in time.withLock { $0 } } }

    func advance(hours: Int) { time.withLock { $0.milliseconds += Int64(hours) * 3_600_000 } }
}

extension Visitor {
    static let anne = Visitor(address: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    static let benoit = Visitor(address: "203.0.113.8", userAgent: anne.userAgent)
    static let searchEngine = Visitor(address: "203.0.113.9", userAgent: "Mozilla/5.0 (compatible; Examplebot/2.1; +http://bot.example)")
}

extension Institution {
    static let cedar = Institution(
        id: "cedar-college", name: LocalizedText(en: "Cedar College", fr: "Collège du Cèdre"), kind: .college,
        url: "https://cedar.example", place: Place(city: "Sudbury", postalCode: "P3E 2C6"))
}

extension OccupationCode {
    static let welders = OccupationCode("72106")!
    static let nurseAides = OccupationCode("33102")!
}

extension Program {
    static func small(
        _ id: Program.ID, state: State = .published, title: String = "Welding basics", occupation: OccupationCode = .welders,
        url: String? = nil
    ) -> Program {
        Program(
            id: id, institution: "cedar-college", reference: id.rawValue.uppercased(), state: state, title: LocalizedText(en: title),
            url: url ?? "https://cedar.example/\(id)", offerings: [Offering(schedule: .openAllYear, delivery: .online, language: .en)],
            tags: [Tag(.occupation(occupation))])
    }
}

extension Release {
    /// The shape of the NOC release with two unit groups and three titles.
    static func smallOccupations(version: String = "2021 test", welder: String = "Welders") throws -> Release {
        try Release(
            document: """
                tremplin-release\t1
                kind\tnoc
                version\t\(version)
                as-of\t2021-09-21
                url\thttps://noc.example
                publisher-en\tA publisher
                publisher-fr\tUn éditeur
                title-en\tOccupations
                title-fr\tProfessions
                licence-en\tOpen
                licence-fr\tOuverte

                table\tgroups\t1
                code\ten\tfr
                3\tHealth\tSanté
                7\tTrades\tMétiers

                table\tunit-groups\t1
                code\ten\tfr
                33102\tNurse aides\tAides-infirmiers
                72106\t\(welder)\tSoudeurs

                table\tjob-titles\t3
                code\tlang\ttitle
                33102\ten\tpersonal support worker
                72106\ten\twelder
                72106\tfr\tsoudeur

                table\tduty-words\t2
                code\tlang\twords

                """)
    }
}
