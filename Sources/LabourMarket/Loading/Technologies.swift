import Domain

extension LabourMarketInformation {
    /// `technologies` (id, kind, en, fr, hot), `technologies-by-occupation` (code, ids parted by spaces, most useful first).
    mutating func loadTechnologies(_ release: Release) throws(ReleaseError) {
        var rows = try release.requiredTable("technologies").cursor(of: .onet)
        while try rows.next() {
            guard let kind = Technology.Kind(rawValue: rows.string(1)) else { throw rows.error(1, .value) }
            let id = Technology.ID(try rows.text(0))
            technologies[id] = Technology(id: id, name: rows.bilingual(2, 3), kind: kind, isHot: rows.string(4) == "hot")
        }
        var lists = try release.requiredTable("technologies-by-occupation").cursor(of: .onet)
        while try lists.next() {
            let ids = lists.list(1, separator: 0x20).map { Technology.ID($0) }
            guard ids.allSatisfy({ technologies[$0] != nil }) else { throw lists.error(1, .unknownReference) }
            technologiesByOccupation[try lists.occupation(0)] = ids
        }
    }
}
