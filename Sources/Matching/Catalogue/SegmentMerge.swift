import Domain

/// Several segments as one, without what no longer counts. No text is read again: lists are laid end to end with new ordinals.
struct SegmentMerge {
    private let segments: [Segment]
    /// By segment and ordinal, the new ordinal; -1 for what is left out.
    private let ordinals: [[Int32]]

    init(_ segments: [Segment]) {
        self.segments = segments
        var next: Int32 = 0
        ordinals = segments.map { segment in
            var ordinals = [Int32](repeating: -1, count: segment.count)
            segment.live.forEach {
                ordinals[$0] = next
                next += 1
            }
            return ordinals
        }
    }

    /// Whether the programs and their values surely fit in one segment.
    static func fits(_ segments: [Segment]) -> Bool {
        segments.reduce(0) { $0 + $1.liveCount } <= CatalogueBuilder.largestSegment
            && segments.reduce(0) { $0 + $1.contents.values.numbers.count } <= ValueColumn.largestValueCount
            && segments.reduce(0) { $0 + $1.contents.arena.bytes.count } < ProgramArena.fullAt
    }

    func contents(_ dictionary: FacetDictionary) -> SegmentContents {
        var arena = ProgramArena()
        var closed: [UInt64] = []
        var rows: [Int32] = []
        var ends: [UInt32] = []
        var offerings = OfferingColumns()
        var areaNumbers: [String: UInt16] = [:]
        var hours: [Double] = []
        var lastConfirmed: [Int32] = []
        var titleLanguages: [UInt8] = []
        for segment in segments {
            let contents = segment.contents
            segment.live.forEach { ordinal in
                arena.append(ordinal, of: contents.arena)
                closed.append(contents.closed.bits[ordinal])
                rows.append(contentsOf: contents.values.values(of: ordinal))
                ends.append(UInt32(rows.count))
                offerings.append(ordinal, of: contents.offerings, areaNumbers: &areaNumbers)
                hours.append(contents.hours[ordinal])
                lastConfirmed.append(contents.lastConfirmed[ordinal])
                titleLanguages.append(contents.titleLanguages[ordinal])
            }
        }
        return SegmentContents(
            SegmentParts(
                arena: arena.trimmed, text: text(programCount: arena.count), closed: closed,
                values: ValueColumn(rows: rows, ends: ends, dictionary: dictionary), offerings: offerings, hours: hours,
                lastConfirmed: lastConfirmed, titleLanguages: titleLanguages))
    }

    /// Segments follow each other, so that programs stay ascending within each term.
    private func text(programCount: Int) -> ProgramTextIndex {
        var places = [Int](repeating: 0, count: segments.count)
        var terms: [Int32] = []
        var firsts: [UInt32] = [0]
        var lists: [UInt16] = []
        var impacts: [TermImpact] = []
        while true {
            let heads = segments.indices.lazy.filter { places[$0] < segments[$0].text.terms.count }
            guard let term = heads.map({ segments[$0].text.terms[places[$0]] }).min() else { break }
            let before = lists.count
            for index in segments.indices {
                let text = segments[index].text
                guard places[index] < text.terms.count, text.terms[places[index]] == term else { continue }
                text.programs.forEach(places[index]) { ordinal, place in
                    guard ordinals[index][ordinal] >= 0 else { return }
                    lists.append(UInt16(truncatingIfNeeded: ordinals[index][ordinal]))
                    impacts.append(text.impacts[place])
                }
                places[index] += 1
            }
            guard lists.count > before else { continue }
            terms.append(term)
            firsts.append(UInt32(lists.count))
        }
        return ProgramTextIndex(
            terms: terms, programs: PackedSets(firsts: firsts, lists: lists, capacity: programCount), impacts: impacts)
    }
}
