import Domain

/// Codes of NOC 2016 among those of an import: four digits where NOC 2021 has five.
extension RecordReading {
    /// The codes with those of NOC 2016 translated. What became one group is translated and noted; what was divided among several is
    /// left for a person to decide: each of them becomes a suggested tag. A decision that was taken about one of them stands, so that
    /// the same file can be imported again.
    /// - Parameter other: gets the suggestions.
    mutating func translated(_ codes: [String], stored: [Tag], other: inout [Tag]) -> [String] {
        guard codes.contains(where: \.isFormerOccupation) else { return codes }
        var result: [String] = []
        for code in codes {
            guard code.isFormerOccupation, let successors = context.information.formerOccupations[code] else {
                result.append(code)
                continue
            }
            if successors.count == 1 {
                note(.occupations, .translated(from: code, to: named(successors[0])))
                if !codes.contains(successors[0].rawValue), !result.contains(successors[0].rawValue) {
                    result.append(successors[0].rawValue)
                }
                continue
            }
            note(.occupations, .suggested(from: code, each: successors.map(named)))
            for successor in successors where !codes.contains(successor.rawValue) {
                let target = TagTarget.occupation(successor)
                let decided = stored.first { $0.target == target }
                if decided?.state == .approved {
                    if !result.contains(successor.rawValue) { result.append(successor.rawValue) }
                } else if !other.contains(where: { $0.target == target }) {
                    other.append(decided ?? Tag(target, state: .suggested, evidence: FormerCode.evidence(code)))
                }
            }
        }
        return result
    }

    private func named(_ code: OccupationCode) -> ImportNote.Occupation {
        ImportNote.Occupation(code: code, title: context.information.occupation(code)?.title ?? LocalizedText())
    }
}

extension String {
    fileprivate var isFormerOccupation: Bool { utf8.count == 4 && utf8.allSatisfy { (48...57).contains($0) } }
}
