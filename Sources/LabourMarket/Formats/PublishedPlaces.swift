import Domain

/// Which place a publisher's code or name means, among the country, the provinces the portal's economic regions lie in, and those regions.
struct PublishedPlaces {
    enum Place: Hashable {
        /// `nil` is the whole country.
        case here(Region.ID?)
        /// A province the portal knows no region of, or a region of it.
        case elsewhere
    }

    private let regions: Set<String>
    private let provinces: Set<String>
    private var regionsByName: [String: Region.ID] = [:]
    private var provincesByName: [String: Region.ID] = [:]

    init(_ geography: Release?) {
        let rows = Self.rows(geography?.table("regions"))
        regions = Set(rows.map { $0[0] })
        provinces = Set(regions.map { String($0.prefix(2)) })
        for row in rows {
            for name in row.dropFirst() { regionsByName[Self.key(name)] = Region.ID(row[0]) }
        }
        for row in GeographyFormat.provinces {
            for name in row.dropFirst() { provincesByName[Self.key(name)] = Region.ID(row[0]) }
        }
    }

    /// `00` or `ER00` the country; `35`, `3500` or `ER35` a province; `3510` or `ER3510` an economic region.
    /// - Returns: `nil` for a code that is none, or that of a region the province does not have.
    func place(code: String) -> Place? {
        let digits = code.hasPrefix("ER") ? String(code.dropFirst(2)) : code
        guard digits.utf8.count == 2 || digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        if digits.allSatisfy({ $0 == "0" }) { return .here(nil) }
        let province = String(digits.prefix(2))
        guard provinces.contains(province) else { return .elsewhere }
        if digits.utf8.count == 2 || digits.hasSuffix("00") { return .here(Region.ID(province)) }
        return regions.contains(digits) ? .here(Region.ID(digits)) : nil
    }

    /// A place by Statistics Canada's identifier: year, type and code. `2021A000011124` the country, `2021A000235` a province,
    /// `2021S05003510` an economic region; anything else is elsewhere.
    func place(identifier: String) -> Place {
        let text = identifier.dropFirst(4)
        if text == "A000011124" { return .here(nil) }
        for prefix in ["A0002", "S0500"] where text.hasPrefix(prefix) {
            // Regions that are published together have a code of their own, which no region here has.
            return place(code: String(text.dropFirst(prefix.count))) ?? .elsewhere
        }
        return .elsewhere
    }

    /// The number of a province by its name in either language, whether or not the portal knows its regions.
    func province(named name: String) -> Region.ID? { provincesByName[Self.key(name)] }

    func isHere(_ province: Region.ID) -> Bool { provinces.contains(province.rawValue) }

    /// A region of `province` by its name in either language, as publishers vary it: `Toronto Region`, `Région de Toronto`.
    func region(named name: String, in province: Region.ID) -> Region.ID? {
        guard let region = regionsByName[Self.key(name)], region.province == province else { return nil }
        return region
    }

    /// Letters alone, without the words around a name.
    private static func key(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter }.filter { !["region", "région", "de", "du", "la", "of"].contains($0) }
        return PublishedColumn.key(words.joined())
    }

    private static func rows(_ table: ReleaseTable?) -> [[String]] {
        (table?.text ?? "").split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
