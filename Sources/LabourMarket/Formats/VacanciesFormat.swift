import Domain

/// Statistics Canada's table 14-10-0444: job vacancies by unit group and economic region, every quarter since 2015, in English or French.
/// The whole table is over a gigabyte; of the places the portal knows, the last four quarters are kept.
struct VacanciesFormat: StreamedFormat {
    private static let date = PublishedColumn("REF_DATE", "PÉRIODE DE RÉFÉRENCE")
    private static let place = PublishedColumn("DGUID")
    private static let occupation = PublishedColumn("National Occupational Classification", "Classification nationale des professions")
    private static let statistic = PublishedColumn("Statistics", "Statistiques")
    private static let value = PublishedColumn("VALUE", "VALEUR")
    private static let status = PublishedColumn("STATUS", "STATUT")
    private static let statisticNames: Set<[UInt8]> = [Array("Job vacancies".utf8), Array("Postes vacants".utf8)]
    /// Not available for the quarter, not applicable, confidential, too unreliable to be published.
    private static let suppressed: Set<String> = ["..", "...", "x", "F"]

    private let background: ReleaseBackground
    /// By quarter (years times four, plus 0 to 3). `.some(nil)`: suppressed.
    private var counts: [PublishedKey: [Int: Int?]] = [:]
    private var newest = Int.min
    private var isAny = false
    // The same few hundred names come millions of times.
    private var places: [[UInt8]: PublishedPlaces.Place] = [:]
    private var occupations: [[UInt8]: OccupationCode?] = [:]

    init(background: ReleaseBackground, version _: String?) { self.background = background }

    mutating func read(_ table: inout TableStream) throws(ReleaseReadingError) {
        let columns = try table.require([Self.date, Self.place, Self.occupation, Self.statistic, Self.value, Self.status])
        while try table.next() {
            guard Self.statisticNames.contains(where: { table.bytes(columns[3]).elementsEqual($0) }) else { continue }
            isAny = true
            guard case .here(let region) = place(table, columns[1]), let code = try occupation(table, columns[2]) else { continue }
            let quarter = try Self.quarter(table, columns[0])
            newest = max(newest, quarter)
            let key = PublishedKey(occupation: code, region: region)
            let count = try Self.count(table, columns[4], columns[5])
            if counts[key, default: [:]].updateValue(count, forKey: quarter) != nil {
                throw table.error(columns[2], .rule("is there twice for the same place and quarter"))
            }
        }
        guard isAny else {
            throw .unusable(file: table.name, "no row of it has the statistic \"Job vacancies\"")
        }
    }

    func content() throws(ReleaseReadingError) -> ReleaseContent {
        let quarters = newest == .min ? [] : Array((newest - 3)...newest)
        var leftOut = LeftOut()
        var rows: [[String]] = []
        for (key, counts) in counts.sorted(by: { $0.key < $1.key }) {
            let cells = quarters.map { quarter in (counts[quarter] ?? nil).map(String.init) ?? "" }
            if cells.contains(where: { !$0.isEmpty }) {
                rows.append(key.cells + cells)
            } else {
                leftOut.add("occupations and regions whose last four quarters are all suppressed.")
            }
        }
        let names = quarters.map { "\($0 / 4)-Q\($0 % 4 + 1)" }
        // The last day of the newest quarter.
        let end = newest == .min ? nil : CalendarDate(year: (newest + 1) / 4, month: (newest + 1) % 4 * 3 + 1, day: 1)?.adding(days: -1)
        return ReleaseContent(
            tables: [ReleaseTable(name: "vacancies", columns: ["code", "region"] + names, keyColumns: 2, rows: rows)],
            version: names.last, asOf: end, leftOut: leftOut.sentences)
    }

    private mutating func place(_ table: TableStream, _ column: TableStream.Column) -> PublishedPlaces.Place {
        let bytes = Array(table.bytes(column))
        if let place = places[bytes] { return place }
        let place = background.places.place(identifier: table.string(column))
        places[bytes] = place
        return place
    }

    /// `Welders and related machine operators [72106]`; `nil` for totals and broader groups.
    private mutating func occupation(
        _ table: TableStream, _ column: TableStream.Column
    ) throws(ReleaseReadingError) -> OccupationCode? {
        let bytes = Array(table.bytes(column))
        if let code = occupations[bytes] { return code }
        var code: OccupationCode?
        if bytes.last == 0x5D, let open = bytes.lastIndex(of: 0x5B), bytes.count - open == 7 {
            code = OccupationCode(String(decoding: bytes[(open + 1)...].dropLast(), as: UTF8.self))
            guard let code, background.occupations.contains(code) else {
                throw table.error(column, .rule("names no unit group of NOC 2021"))
            }
        }
        occupations.updateValue(code, forKey: bytes)
        return code
    }

    /// `2026-01` is the first quarter of 2026.
    private static func quarter(_ table: TableStream, _ column: TableStream.Column) throws(ReleaseReadingError) -> Int {
        let parts = try table.text(column).split(separator: "-")
        guard parts.count >= 2, let year = Int(parts[0]), let month = Int(parts[1]), (1990...2200).contains(year),
            [1, 4, 7, 10].contains(month)
        else { throw table.error(column, .rule("is not the first month of a quarter, such as 2026-01")) }
        return year * 4 + month / 3
    }

    private static func count(
        _ table: TableStream, _ value: TableStream.Column, _ status: TableStream.Column
    ) throws(ReleaseReadingError) -> Int? {
        guard !table.isEmpty(value) else { return nil }
        guard let count = WrittenNumber.integer(table.string(value)), count >= 0 else { throw table.error(value, .notAnInteger) }
        return suppressed.contains(table.string(status)) ? nil : count
    }
}
