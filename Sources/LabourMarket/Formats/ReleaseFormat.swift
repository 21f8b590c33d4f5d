import Domain

/// How the files of one publisher are turned into a release's tables.
protocol ReleaseFormat {
    static var shapes: [FileShape] { get }
    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent
}

/// What files tell. Version and day only where the files say so themselves.
struct ReleaseContent {
    var tables: [ReleaseTable]
    var version: String?
    var asOf: CalendarDate?
}

/// What a release is checked against: what is in use already.
struct ReleaseBackground {
    let occupations: Set<OccupationCode>
    /// The crosswalk of the O*NET release in use.
    let crosswalk: ReleaseTable?

    init(_ releases: [Release]) {
        let codes = releases.last { $0.kind == .noc }?.table("unit-groups")?.text.split(separator: "\n") ?? []
        occupations = Set(codes.compactMap { OccupationCode($0.prefix(5)) })
        crosswalk = releases.last { $0.kind == .onet }?.table("crosswalk")
    }

    /// The code in a cell. Spreadsheets lose leading zeros: with `padding` they are put back.
    func occupation(
        _ row: DelimitedText.Row, _ column: DelimitedText.Column, padding: Bool = false
    ) throws(DelimitedTextError) -> OccupationCode {
        let text = try row.text(column)
        let digits = padding ? String(repeating: "0", count: max(0, 5 - text.utf8.count)) + text : text
        guard let code = OccupationCode(digits), occupations.contains(code) else {
            throw row.error(column, .unknown(what: "the code of a unit group of NOC 2021"))
        }
        return code
    }
}
