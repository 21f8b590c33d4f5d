import Domain

extension LabourMarketInformation {
    /// `industries` (code, en, fr, parent).
    mutating func loadIndustries(_ release: Release) throws(ReleaseError) {
        var rows = try release.requiredTable("industries").cursor(of: .naics)
        while try rows.next() {
            let code = Industry.Code(try rows.text(0))
            let parent = rows.isEmpty(3) ? nil : Industry.Code(rows.string(3))
            if let parent, industries[parent] == nil { throw rows.error(3, .unknownReference) }
            industries[code] = Industry(code: code, title: rows.bilingual(1, 2), parent: parent)
        }
    }

    /// `industries-by-occupation` (prefix, industries): of the rows whose prefix an occupation's code starts with, the longest counts.
    /// A row without industries says that the occupation is found everywhere.
    mutating func loadIndustriesByOccupation(_ release: Release) throws(ReleaseError) {
        var rules: [String: [Industry.Code]] = [:]
        var rows = try release.requiredTable("industries-by-occupation").cursor(of: .industriesByOccupation)
        while try rows.next() {
            let codes = rows.list(1, separator: 0x20).map { Industry.Code($0) }
            guard industries.isEmpty || codes.allSatisfy({ industries[$0] != nil }) else { throw rows.error(1, .unknownReference) }
            guard rules.updateValue(codes, forKey: rows.string(0)) == nil else { throw rows.error(0, .duplicate) }
        }
        for code in occupations.keys {
            let prefixes = (1...5).reversed().lazy.map { String(code.rawValue.prefix($0)) }
            guard let codes = prefixes.compactMap({ rules[$0] }).first, !codes.isEmpty else { continue }
            industriesByOccupation[code] = codes
        }
    }
}
