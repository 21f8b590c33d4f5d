import Domain

/// Which O*NET occupations stand for a unit group of NOC 2021, and how well.
///
/// Two published crosswalks are merged: the plain one (every link counts 1) and the weighted one (its `base_weight`). A link in both has
/// the sum. Without either among the files, the crosswalk of the release in use serves again.
struct ONETCrosswalk {
    static let plain = FileShape(name: "noc2021-onet26.csv", columns: ["noc", "onet"], required: false)
    static let weighted = FileShape(
        name: "onet-noc2021-weighted.csv", columns: ["onet_soc_code", "noc_2021", "base_weight"], required: false)

    /// Weights in thousandths by unit group, by O*NET code. Whole numbers, so that sums do not depend on their order.
    private(set) var links: [OccupationCode: [String: Int]] = [:]

    init(_ files: SourceFiles, _ background: ReleaseBackground) throws(DelimitedTextError) {
        let plain = files.optional(Self.plain)
        let weighted = files.optional(Self.weighted)
        if let plain { try read(plain, background) }
        if let weighted { try read(weighted: weighted, background) }
        if plain == nil, weighted == nil { try read(inUse: background) }
    }

    /// Links by O*NET code, for reading O*NET's own files.
    var byONETCode: [String: [(code: OccupationCode, weight: Int)]] {
        var result: [String: [(code: OccupationCode, weight: Int)]] = [:]
        for (code, links) in links { for (onet, weight) in links { result[onet, default: []].append((code, weight)) } }
        return result
    }

    var table: ReleaseTable {
        let rows = links.sorted { $0.key < $1.key }.flatMap { code, links in
            links.sorted { $0.key < $1.key }.map { [code.rawValue, $0.key, String(Double($0.value) / 1000)] }
        }
        return ReleaseTable(name: "crosswalk", columns: ["noc", "onet", "weight"], keyColumns: 2, rows: rows)
    }

    /// `11-1011.00`
    static func code(_ row: DelimitedText.Row, _ column: DelimitedText.Column) throws(DelimitedTextError) -> String {
        let text = try row.text(column)
        let shape = text.utf8.map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
        guard shape.elementsEqual("00-0000.00".utf8) else { throw row.error(column, .rule("is not an O*NET code such as 11-1011.00")) }
        return text
    }

    private mutating func read(_ file: DelimitedText, _ background: ReleaseBackground) throws(DelimitedTextError) {
        let columns = try file.require("noc", "onet")
        for row in file.rows {
            let code = try background.occupation(row, columns[0], padding: true)
            // The published file repeats a few links: a link is there or it is not.
            links[code, default: [:]][try Self.code(row, columns[1])] = 1000
        }
    }

    private mutating func read(weighted file: DelimitedText, _ background: ReleaseBackground) throws(DelimitedTextError) {
        let columns = try file.require("onet_soc_code", "noc_2021", "base_weight")
        var keys = RowKeys()
        for row in file.rows {
            let onet = try Self.code(row, columns[0])
            try keys.insert("\(row[columns[1]]) \(onet)", row, columns[0])
            let weight = try row.decimal(columns[2])
            guard (0...1).contains(weight) else { throw row.error(columns[2], .outOfRange(0...1)) }
            // The crosswalk's authors merge the groups of senior managers, 00011 to 00015, into a code of their own.
            let codes =
                row[columns[1]] == "00018"
                ? ["00011", "00012", "00013", "00014", "00015"].compactMap { OccupationCode($0) }
                : [try background.occupation(row, columns[1], padding: true)]
            for code in codes { links[code, default: [:]][onet, default: 0] += Int((weight * 1000).rounded()) }
        }
    }

    private mutating func read(inUse background: ReleaseBackground) throws(DelimitedTextError) {
        guard let table = background.crosswalk else {
            throw DelimitedTextError(file: Self.plain.name, reason: .rule("is needed: no crosswalk is in use"))
        }
        for line in table.text.split(separator: "\n") {
            let cells = line.split(separator: "\t")
            guard cells.count == 3, let code = OccupationCode(cells[0]), let weight = Double(cells[2]) else { continue }
            links[code, default: [:]][String(cells[1])] = Int((weight * 1000).rounded())
        }
    }
}
