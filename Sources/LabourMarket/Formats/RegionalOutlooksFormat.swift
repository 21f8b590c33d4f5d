import Domain

/// Job Bank's three-year outlooks by occupation and economic region: the workbook (`20252027_outlook_n21_en_251208.xlsx`) or the same as
/// text, in English, in French, or both. Which years they are of is only in the file's name, or the operator says it.
/// The sentences about trends are not read.
struct RegionalOutlooksFormat: StreamedFormat {
    private static let code = PublishedColumn("NOC_Code", "NOC_CNP", "Code_CNP")
    // The French file has the English column names.
    private static let outlook = PublishedColumn("Outlook", "Perspectives")
    private static let region = PublishedColumn("Economic Region Code", "Code de la région économique")
    private static let released = PublishedColumn("Release Date", "Date de diffusion")
    private static let language = PublishedColumn("LANG")

    /// By letters alone. `nil`: the publisher could not say.
    private static let values: [String: RegionalOutlook.Value?] = [
        "verygood": .veryGood, "good": .good, "moderate": .moderate, "limited": .limited, "verylimited": .veryLimited,
        "undetermined": nil,
        "tresbonnes": .veryGood, "bonnes": .good, "moderees": .moderate, "limitees": .limited, "treslimitees": .veryLimited,
        "indeterminees": nil,
    ]

    private struct Entry {
        let value: RegionalOutlook.Value
        let row: Int
        let source: String
    }

    private let background: ReleaseBackground
    private var entries: [PublishedKey: Entry] = [:]
    private var newest: CalendarDate?
    private var years: ClosedRange<Int>?
    private var leftOut = LeftOut()

    init(background: ReleaseBackground, version: String?) {
        self.background = background
        years = version.flatMap(Self.threeYears)
    }

    mutating func read(_ table: inout TableStream) throws(ReleaseReadingError) {
        let columns = try table.require([Self.code, Self.outlook, Self.region, Self.released])
        let language = table.optional(Self.language)
        guard let years = years ?? Self.threeYears(in: table.name) else {
            throw .unusable(
                file: table.name, "its name does not say which three years it is of; say it with --release-version 2025-2027")
        }
        self.years = years
        while try table.next() {
            let codes = try background.occupations(table, columns[0])
            guard let value = Self.values[PublishedColumn.key(try table.text(columns[1]))] else {
                throw table.error(columns[1], .notOneOf(["very good", "good", "moderate", "limited", "very limited", "undetermined"]))
            }
            guard let place = background.places.place(code: try table.text(columns[2])) else {
                throw table.error(columns[2], .unknown(what: "the code of an economic region the portal knows"))
            }
            newest = max(newest ?? .init(dayNumber: 0), try table.date(columns[3]))
            guard case .here(let region) = place else {
                leftOut.add("outlooks of provinces and territories the portal has no regions of.")
                continue
            }
            guard let value else {
                leftOut.add("outlooks that are undetermined.")
                continue
            }
            let source = language.map(table.string) ?? table.name
            for code in codes {
                try insert(
                    Entry(value: value, row: table.row, source: source), PublishedKey(occupation: code, region: region), table, columns)
            }
        }
    }

    /// The same outlook stands in a file once a language.
    private mutating func insert(
        _ entry: Entry, _ key: PublishedKey, _ table: TableStream, _ columns: [TableStream.Column]
    ) throws(ReleaseReadingError) {
        guard let first = entries[key] else {
            entries[key] = entry
            return
        }
        guard first.source != entry.source else { throw table.error(columns[0], .duplicate(firstRow: first.row)) }
        guard first.value == entry.value else {
            throw table.error(columns[1], .rule("is not what row \(first.row) says of the same occupation and region"))
        }
    }

    func content() throws(ReleaseReadingError) -> ReleaseContent {
        guard let years else { throw .release(ReleaseError(kind: .outlooks, table: "period", reason: .missingTable)) }
        let rows = entries.sorted { $0.key < $1.key }.map { $0.key.cells + [$0.value.value.rawValue] }
        return ReleaseContent(
            tables: [
                ReleaseTable(
                    name: "period", columns: ["first-year", "last-year"], keyColumns: 0,
                    rows: [[String(years.lowerBound), String(years.upperBound)]]),
                ReleaseTable(name: "outlooks", columns: ["code", "region", "value"], keyColumns: 2, rows: rows),
            ],
            version: "\(years.lowerBound)-\(years.upperBound)", asOf: newest, leftOut: leftOut.sentences)
    }

    /// `2025-2027` or `20252027` in a name.
    static func threeYears(in name: String) -> ClosedRange<Int>? {
        let runs = name.split { !$0.isNumber }.flatMap { run in run.utf8.count == 8 ? [run.prefix(4), run.suffix(4)] : [run] }
        let numbers = runs.map { Int($0) ?? 0 }
        for (first, last) in zip(numbers, numbers.dropFirst()) where (2000...2100).contains(first) && last == first + 2 {
            return first...last
        }
        return nil
    }
}
