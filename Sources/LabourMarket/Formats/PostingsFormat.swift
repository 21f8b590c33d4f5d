import Domain

/// Job Bank's monthly files of job postings (UTF-16, tab-separated, 65 columns), counted by occupation, place and month and not kept.
///
/// A file holds the postings of a month. New months are added to those in use; a month given again takes the place of what was counted
/// of it; twelve months are kept, ending with the newest.
struct PostingsFormat: StreamedFormat {
    static let tableName = "postings"

    private static let code = PublishedColumn("NOC21 Code", "NOC21_Code_CNP21", "Code CNP21")
    private static let province = PublishedColumn("Province/Territory", "Province_Territory", "Province/Territoire")
    private static let region = PublishedColumn("Economic Region", "Région économique")
    private static let posted = PublishedColumn("First Posting Date", "First_Posting_Date", "Date de première publication")
    /// Of one file, a month with fewer postings than this share of the largest month's is no month of the file: the few postings
    /// renewed from earlier months would take the place of that month's true count.
    private static let stragglers = 0.1

    private let background: ReleaseBackground
    /// By month (years times twelve, plus 0 to 11).
    private var months: [Int: (counts: [PublishedKey: Int], file: String)] = [:]
    private var leftOut = LeftOut()
    private var codes: [[UInt8]: [OccupationCode]] = [:]
    private var places: [[UInt8]: [Region.ID?]] = [:]

    init(background: ReleaseBackground, version _: String?) { self.background = background }

    mutating func read(_ table: inout TableStream) throws(ReleaseReadingError) {
        let columns = try table.require([Self.code, Self.province, Self.region, Self.posted])
        var read: [Int: [PublishedKey: Int]] = [:]
        var rows: [Int: Int] = [:]
        while try table.next() {
            let day = try table.date(columns[3]).components
            let month = day.year * 12 + day.month - 1
            rows[month, default: 0] += 1
            guard let codes = try occupations(table, columns[0]) else {
                leftOut.add("postings without an occupation.")
                continue
            }
            let places = places(table, columns[1], columns[2])
            for code in codes {
                for place in places { read[month, default: [:]][PublishedKey(occupation: code, region: place), default: 0] += 1 }
            }
        }
        let largest = Double(rows.values.max() ?? 0)
        for (month, count) in rows.sorted(by: { $0.key < $1.key }) {
            guard Double(count) >= largest * Self.stragglers else {
                leftOut.add("postings of other months than those \(table.name) is of.", count)
                continue
            }
            if let other = months.updateValue((read[month] ?? [:], table.name), forKey: month) {
                throw .unusable(file: table.name, "it has postings of \(Self.name(month)), and so has \(other.file)")
            }
        }
    }

    /// `nil`: the posting names no occupation.
    private mutating func occupations(
        _ table: TableStream, _ column: TableStream.Column
    ) throws(ReleaseReadingError) -> [OccupationCode]? {
        let bytes = Array(table.bytes(column))
        guard !bytes.isEmpty else { return nil }
        if let known = codes[bytes] { return known }
        let found = try background.occupations(table, column)
        codes[bytes] = found
        return found
    }

    /// The country, and as far as they are known the province and the economic region.
    private mutating func places(
        _ table: TableStream, _ province: TableStream.Column, _ region: TableStream.Column
    ) -> [Region.ID?] {
        let bytes = Array(table.bytes(province)) + [0x09] + table.bytes(region)
        if let known = places[bytes] {
            if known.count == 2 { leftOut.add("postings that name no economic region the portal knows: they count for the province.") }
            return known
        }
        var found: [Region.ID?] = [nil]
        if let province = background.places.province(named: table.string(province)), background.places.isHere(province) {
            found.append(province)
            if let region = background.places.region(named: table.string(region), in: province) {
                found.append(region)
            } else {
                leftOut.add("postings that name no economic region the portal knows: they count for the province.")
            }
        }
        places[bytes] = found
        return found
    }

    func content() throws(ReleaseReadingError) -> ReleaseContent {
        var months = months.mapValues(\.counts)
        if let table = background.postings {
            for (month, counts) in try Self.counts(in: table) where months[month] == nil { months[month] = counts }
        }
        let newest = months.keys.max() ?? 0
        let kept = months.keys.filter { $0 > newest - 12 }.sorted()
        var leftOut = leftOut
        let dropped = months.count - kept.count
        if dropped > 0 { leftOut.add("months that are more than a year before \(Self.name(newest)) are not kept.", dropped) }
        let keys = Set(kept.flatMap { months[$0]!.keys }).sorted()
        let rows = keys.map { key in key.cells + kept.map { String(months[$0]![key] ?? 0) } }
        let end = CalendarDate(year: (newest + 1) / 12, month: (newest + 1) % 12 + 1, day: 1)?.adding(days: -1)
        return ReleaseContent(
            tables: [ReleaseTable(name: Self.tableName, columns: ["code", "region"] + kept.map(Self.name), keyColumns: 2, rows: rows)],
            version: Self.name(newest), asOf: end, leftOut: leftOut.sentences)
    }

    private static func counts(in table: ReleaseTable) throws(ReleaseReadingError) -> [Int: [PublishedKey: Int]] {
        let months = table.columns.dropFirst(2).map { name in
            let parts = name.split(separator: "-").compactMap { Int($0) }
            return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : 0
        }
        var counts: [Int: [PublishedKey: Int]] = [:]
        var rows = table.cursor(of: .postings)
        do throws(ReleaseError) {
            while try rows.next() {
                let key = PublishedKey(occupation: try rows.occupation(0), region: rows.isEmpty(1) ? nil : Region.ID(rows.string(1)))
                for (index, month) in months.enumerated() {
                    let count = try rows.integer(index + 2)
                    if count > 0 { counts[month, default: [:]][key] = count }
                }
            }
        } catch { throw .release(error) }
        return counts
    }

    /// `2026-09`.
    private static func name(_ month: Int) -> String { "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)" }
}
