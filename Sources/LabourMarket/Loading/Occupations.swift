import Domain

extension LabourMarketInformation {
    /// `groups` (code, en, fr), `unit-groups` (code, en, fr), `job-titles` (code, lang, title), and if there `duty-words`
    /// (code, lang, words: `word` or `word:count`, parted by spaces).
    mutating func loadOccupations(_ release: Release) throws(ReleaseError) {
        var groups = try release.requiredTable("groups").cursor(of: .noc)
        while try groups.next() {
            let code = groups.string(0)
            occupationGroups[code] = OccupationGroup(code: code, title: groups.bilingual(1, 2))
        }
        var units = try release.requiredTable("unit-groups").cursor(of: .noc)
        while try units.next() {
            let code = try units.occupation(0)
            occupations[code] = Occupation(code: code, title: units.bilingual(1, 2))
        }
        try loadJobTitles(try release.requiredTable("job-titles"))
        if let table = release.table("duty-words") { try loadDutyWords(table) }
    }

    private mutating func loadJobTitles(_ table: ReleaseTable) throws(ReleaseError) {
        var rows = table.cursor(of: .noc)
        jobTitles.reserveCapacity(table.rowCount)
        // Titles stand together by group: a code is read once a group rather than once a title.
        var code: OccupationCode?
        var codeBytes: [UInt8] = []
        while try rows.next() {
            if code == nil || !rows.cell(0).elementsEqual(codeBytes) {
                let next = try rows.occupation(0)
                guard occupations[next] != nil else { throw rows.error(0, .unknownReference) }
                code = next
                codeBytes = Array(rows.cell(0))
            }
            guard let code else { continue }
            jobTitles.append(JobTitle(code: code, language: try rows.language(1), title: try rows.text(2)))
        }
    }

    private mutating func loadDutyWords(_ table: ReleaseTable) throws(ReleaseError) {
        var rows = table.cursor(of: .noc)
        while try rows.next() {
            let code = try rows.occupation(0)
            let words = rows.cell(2)
            var counts: [String: Int] = [:]
            counts.reserveCapacity(words.count / 6)
            for word in words.split(separator: 0x20) {
                let colon = word.lastIndex(of: 0x3A) ?? word.endIndex
                let count = colon == word.endIndex ? 1 : Int(String(decoding: word[(colon + 1)...], as: UTF8.self))
                guard let count else { throw rows.error(2, .value) }
                counts[String(decoding: word[..<colon], as: UTF8.self)] = count
            }
            dutyWords[code, default: [:]][try rows.language(1)] = counts
        }
    }
}

extension ReleaseCursor {
    fileprivate func language(_ column: Int) throws(ReleaseError) -> Language {
        guard let language = Language(rawValue: string(column)) else { throw error(column, .value) }
        return language
    }
}
