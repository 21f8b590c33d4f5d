import Domain

/// O*NET's Interests, brought to NOC 2021 through the crosswalk of the O*NET release in use: how well an occupation's work suits each of
/// six areas, 1 to 7. A unit group's level is the mean of its counterparts', weighed by how well they correspond, to two decimals.
enum InterestsFormat: ReleaseFormat {
    static let ratings = FileShape(name: "Interests.txt", columns: ["O*NET-SOC Code", "Element Name", "Scale ID", "Data Value"])
    static let shapes = [ratings, ONETCrosswalk.plain, ONETCrosswalk.weighted]
    static let columns = ["code"] + Interest.allCases.map(\.rawValue)

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let crosswalk = try ONETCrosswalk(files, background)
        let ratings = try readRatings(files.one(ratings))
        var rows: [[String]] = []
        for (code, links) in crosswalk.links.sorted(by: { $0.key < $1.key }) {
            var sums = Array(repeating: 0, count: Interest.allCases.count)
            var weights = 0
            for (onet, weight) in links {
                guard let levels = ratings[onet], weight > 0 else { continue }
                weights += weight
                for place in sums.indices { sums[place] += levels[place] * weight }
            }
            guard weights > 0 else { continue }
            rows.append([code.rawValue] + sums.map { decimal(($0 + weights / 2) / weights) })
        }
        return ReleaseContent(tables: [ReleaseTable(name: "interests", columns: columns, keyColumns: 1, rows: rows)])
    }

    /// Hundredths of a level by O*NET code. Rows of other scales (an occupation's three highest areas) are passed over.
    private static func readRatings(_ file: DelimitedText) throws(DelimitedTextError) -> [String: [Int]] {
        let columns = try file.require("O*NET-SOC Code", "Element Name", "Scale ID", "Data Value")
        let places = Dictionary(uniqueKeysWithValues: Interest.allCases.enumerated().map { ($1.rawValue, $0) })
        var found: [String: [Int: Int]] = [:]
        for row in file.rows where row[columns[2]] == "OI" {
            let code = try ONETCrosswalk.code(row, columns[0])
            guard let place = places[row[columns[1]].lowercased()] else {
                throw row.error(columns[1], .unknown(what: "one of the six areas of interest"))
            }
            let level = try row.decimal(columns[3])
            guard (1...7).contains(level) else { throw row.error(columns[3], .outOfRange(1...7)) }
            found[code, default: [:]][place] = Int((level * 100).rounded())
        }
        return found.compactMapValues { levels in
            levels.count == Interest.allCases.count ? Interest.allCases.indices.map { levels[$0]! } : nil
        }
    }

    private static func decimal(_ hundredths: Int) -> String {
        "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
