import Domain
import Foundation

/// Job Bank's wages by occupation and economic region. One file has hourly and annual wages; an empty wage is not published.
struct WagesFormat: StreamedFormat {
    private static let code = PublishedColumn("NOC_CNP")
    private static let region = PublishedColumn("ER_Code_Code_RE")
    // "Minium" is the publisher's.
    private static let low = PublishedColumn("Low_Wage_Salaire_Minium", "Low_Wage_Salaire_Minimum")
    private static let median = PublishedColumn("Median_Wage_Salaire_Median")
    private static let high = PublishedColumn("High_Wage_Salaire_Maximal")
    private static let annual = PublishedColumn("Annual_Wage_Flag_Salaire_annuel")
    private static let period = PublishedColumn("Reference_Period")
    private static let revised = PublishedColumn("Revision_Date_Date_revision")

    private let background: ReleaseBackground
    private var entries: [PublishedKey: (cells: [String], row: Int)] = [:]
    private var newest: CalendarDate?
    private var leftOut = LeftOut()

    init(background: ReleaseBackground, version _: String?) { self.background = background }

    mutating func read(_ table: inout TableStream) throws(ReleaseReadingError) {
        let columns = try table.require([Self.code, Self.region, Self.low, Self.median, Self.high, Self.annual, Self.period])
        let revised = table.optional(Self.revised)
        while try table.next() {
            let codes = try background.occupations(table, columns[0])
            guard let place = background.places.place(code: try table.text(columns[1])) else {
                throw table.error(columns[1], .unknown(what: "the code of an economic region the portal knows"))
            }
            let amounts = try columns[2...4].map { column throws(ReleaseReadingError) in try Self.cents(table, column) }
            guard let unit = ["0": Wage.Unit.hour, "1": .year][table.string(columns[5])] else {
                throw table.error(columns[5], .notOneOf(["0", "1"]))
            }
            if let revised, !table.isEmpty(revised) { newest = max(newest ?? .init(dayNumber: 0), try table.date(revised)) }
            guard case .here(let region) = place else {
                leftOut.add("wages of provinces and territories the portal has no regions of.")
                continue
            }
            guard amounts.contains(where: { !$0.isEmpty }) else {
                leftOut.add("occupations and regions without a published wage.")
                continue
            }
            let cells = [unit.rawValue] + amounts + [try table.text(columns[6])]
            for code in codes {
                let key = PublishedKey(occupation: code, region: region)
                if let first = entries.updateValue((cells, table.row), forKey: key) {
                    throw table.error(columns[0], .duplicate(firstRow: first.row))
                }
            }
        }
    }

    func content() throws(ReleaseReadingError) -> ReleaseContent {
        let rows = entries.sorted { $0.key < $1.key }.map { $0.key.cells + $0.value.cells }
        let columns = ["code", "region", "unit", "low", "median", "high", "period"]
        return ReleaseContent(
            tables: [ReleaseTable(name: "wages", columns: columns, keyColumns: 2, rows: rows)],
            version: newest?.description, asOf: newest, leftOut: leftOut.sentences)
    }

    /// An amount in dollars, as cents; empty where none is published. Zero is no wage: somebody wrote it for "unknown".
    private static func cents(_ table: TableStream, _ column: TableStream.Column) throws(ReleaseReadingError) -> String {
        let text = table.string(column)
        guard !text.isEmpty, text != "NA", text != "N/A" else { return "" }
        guard let amount = Double(text), amount.isFinite else { throw table.error(column, .notANumber) }
        guard (1...5_000_000).contains(amount) else { throw table.error(column, .outOfRange(1...5_000_000)) }
        return String(Int((amount * 100).rounded()))
    }
}
