import Domain

/// Ontario's economic regions, and the middle of each postal-code area. The region of an area is the portal's own reading of its
/// first characters (`PostalAreaRegions`): about right, not an official correspondence.
enum GeographyFormat: ReleaseFormat {
    static let regions = FileShape(name: "ontario_economic_regions.csv", columns: ["er_code", "name_en"])
    static let areas = FileShape(name: "ontario_fsa_centroids.csv", columns: ["fsa", "city", "latitude", "longitude"])
    static let shapes = [regions, areas]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let regions = try regionRows(files.one(regions))
        return ReleaseContent(tables: [
            ReleaseTable(name: "regions", columns: ["id", "en", "fr"], keyColumns: 1, rows: regions),
            ReleaseTable(
                name: "provinces", columns: ["id", "en", "fr"], keyColumns: 1,
                rows: provinces.filter { province in regions.contains { $0[0].hasPrefix(province[0]) } }),
            ReleaseTable(
                name: "postal-areas", columns: ["code", "place", "latitude", "longitude", "region"], keyColumns: 1,
                rows: try areaRows(files.one(areas), regions: Set(regions.map { $0[0] }))),
        ])
    }

    private static func regionRows(_ file: DelimitedText) throws(DelimitedTextError) -> [[String]] {
        let columns = try file.require(regions.columns)
        var rows: [[String]] = []
        var keys = RowKeys()
        for row in file.rows {
            let code = try row.text(columns[0])
            try keys.insert(code, row, columns[0])
            guard let french = frenchNames[code] else { throw row.error(columns[0], .unknown(what: "an economic region of Ontario")) }
            // The publisher writes two hyphens where print has an en dash.
            rows.append([code, try row.text(columns[1]).replacing("--", with: "–"), french])
        }
        return rows
    }

    private static func areaRows(_ file: DelimitedText, regions: Set<String>) throws(DelimitedTextError) -> [[String]] {
        let columns = try file.require(areas.columns)
        var rows: [[String]] = []
        var keys = RowKeys()
        for row in file.rows {
            let code = try row.text(columns[0])
            guard PostalArea.code(in: code) == code else { throw row.error(columns[0], .rule("is not the first half of a postal code")) }
            try keys.insert(code, row, columns[0])
            guard let region = PostalAreaRegions.region(of: code), regions.contains(region) else {
                throw row.error(columns[0], .rule("is in none of the economic regions"))
            }
            // Ontario and a margin: a sign or two digits exchanged show up here.
            for (column, range) in [(columns[2], 41.0...57.0), (columns[3], -96.0 ... -74.0)] {
                guard range.contains(try row.decimal(column)) else { throw row.error(column, .outOfRange(range)) }
            }
            rows.append([code, ReleaseTable.folded(try row.text(columns[1])), row[columns[2]], row[columns[3]], region])
        }
        return rows.sorted { $0[0] < $1[0] }
    }

    /// Provinces and territories by their number in the Standard Geographical Classification.
    static let provinces = [
        ["10", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador"], ["11", "Prince Edward Island", "Île-du-Prince-Édouard"],
        ["12", "Nova Scotia", "Nouvelle-Écosse"], ["13", "New Brunswick", "Nouveau-Brunswick"], ["24", "Quebec", "Québec"],
        ["35", "Ontario", "Ontario"], ["46", "Manitoba", "Manitoba"], ["47", "Saskatchewan", "Saskatchewan"],
        ["48", "Alberta", "Alberta"], ["59", "British Columbia", "Colombie-Britannique"], ["60", "Yukon", "Yukon"],
        ["61", "Northwest Territories", "Territoires du Nord-Ouest"], ["62", "Nunavut", "Nunavut"],
    ]

    /// French names, ours where the publisher's file has English only.
    private static let frenchNames = [
        "3510": "Ottawa", "3515": "Kingston–Pembroke", "3520": "Muskoka–Kawarthas", "3530": "Toronto",
        "3540": "Kitchener–Waterloo–Barrie", "3550": "Hamilton–péninsule du Niagara", "3560": "London", "3570": "Windsor–Sarnia",
        "3580": "Stratford–péninsule Bruce", "3590": "Nord-Est", "3595": "Nord-Ouest",
    ]
}
