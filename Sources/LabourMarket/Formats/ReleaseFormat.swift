import Domain

/// How the files of one publisher are turned into a release's tables.
protocol ReleaseFormat {
    static var shapes: [FileShape] { get }
    /// Of these at least one is needed. None: no such rule.
    static var oneOf: [FileShape] { get }
    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent
}

extension ReleaseFormat {
    static var oneOf: [FileShape] { [] }
}

/// How files that are read record by record are turned into a release's tables. One value reads all files of a release.
protocol StreamedFormat {
    /// - Parameter version: what the operator says the release is; `nil`: what the files say.
    init(background: ReleaseBackground, version: String?)
    mutating func read(_ table: inout TableStream) throws(ReleaseReadingError)
    func content() throws(ReleaseReadingError) -> ReleaseContent
}

/// What files tell. Version and day only where the files say so themselves.
struct ReleaseContent {
    var tables: [ReleaseTable]
    var version: String?
    var asOf: CalendarDate?
    /// Sentences for the command line.
    var leftOut: [String] = []
}

/// What a release is checked against: what is in use already.
struct ReleaseBackground {
    let occupations: Set<OccupationCode>
    /// The crosswalk of the O*NET release in use.
    let crosswalk: ReleaseTable?
    let places: PublishedPlaces
    /// The counts of job postings in use, which a new month is added to.
    let postings: ReleaseTable?

    init(_ releases: [Release]) {
        places = PublishedPlaces(releases.last { $0.kind == .geography })
        postings = releases.last { $0.kind == .postings }?.table(PostingsFormat.tableName)
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
