import Domain

/// The summary of the Canadian Occupational Projection System: national projections over ten years, one row an occupation.
/// Windows-1252, numbers as text, some with thousands separators, `N/A` where the group is too small for a projection.
enum COPSFormat: ReleaseFormat {
    static let summary = FileShape(
        name: "cops_summary.csv",
        columns: [
            "Code", "Employment_Growth_croissance_emploi", "Retirements_retraites", "Total_Job_Openings_Perspective_d'emploi",
            "Job_Seekers_Chercheurs_emploi", "Future_Labour_Market_Conditions",
        ])
    static let shapes = [summary]

    private static let employmentPrefix = "Employment_emploi_"
    /// `nil`: not published.
    private static let values: [String: Outlook.Value?] = [
        "Strong risk of Shortage": Outlook.Value.strongShortage, "Moderate risk of Shortage": Outlook.Value.moderateShortage,
        "Balance": Outlook.Value.balance, "Moderate risk of Surplus": Outlook.Value.moderateSurplus,
        "Strong risk of Surplus": Outlook.Value.strongSurplus, "N/A": nil, "N/D": nil,
    ]
    private static let tableColumns = [
        "code", "value", "first-year", "last-year", "region", "employment", "growth", "retirements", "openings", "seekers",
    ]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let file = files.one(summary)
        let baseYear = try baseYear(file)
        let columns = try file.require(summary.columns)
        let figureColumns = try file.require(["\(employmentPrefix)\(baseYear)"]) + columns[1...4]
        var rows: [[String]] = []
        var keys = RowKeys()
        for row in file.rows {
            let code = try row.text(columns[0])
            try keys.insert(code, row, columns[0])
            // Totals of all occupations, of TEER categories and of broad categories stand among the occupations.
            if code == "00000" || code.hasPrefix("TEER_") || code.hasPrefix("NOC1_") { continue }
            let occupation = try background.occupation(row, columns[0])
            let figures = try figures(row, figureColumns)
            guard let value = try row.choice(columns[5], of: values) else { continue }
            // The horizon is the ten years after the base year.
            rows.append([occupation.rawValue, value.rawValue, "\(baseYear + 1)", "\(baseYear + 10)", ""] + figures)
        }
        let table = ReleaseTable(name: "outlooks", columns: tableColumns, keyColumns: 1, rows: rows.sorted { $0[0] < $1[0] })
        return ReleaseContent(
            tables: [table], version: "\(baseYear + 1)-\(baseYear + 10)", asOf: CalendarDate(year: baseYear, month: 12, day: 31))
    }

    /// The column of employment ends in the year it is of.
    private static func baseYear(_ file: DelimitedText) throws(DelimitedTextError) -> Int {
        guard let column = file.columns.first(where: { $0.hasPrefix(employmentPrefix) }),
            let year = Int(column.dropFirst(employmentPrefix.count)), (1990...2100).contains(year)
        else { throw DelimitedTextError(file: file.name, row: 1, reason: .missingColumns(["\(employmentPrefix)2023"])) }
        return year
    }

    /// Five numbers, or five empty cells when any is not published.
    private static func figures(_ row: DelimitedText.Row, _ columns: [DelimitedText.Column]) throws(DelimitedTextError) -> [String] {
        var figures: [String] = []
        for column in columns where !["N/A", "N/D"].contains(row[column]) { figures.append(String(try row.integer(column))) }
        return figures.count == columns.count ? figures : Array(repeating: "", count: columns.count)
    }
}
