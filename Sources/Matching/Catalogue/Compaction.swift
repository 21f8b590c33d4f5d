extension Catalogue {
    /// So many programs are laid together within an edit: a few milliseconds. Larger ones wait for `compacted()`.
    private static let mergedAtOnce = 2_048
    /// Of a smaller one the programs that no longer count cost nothing to speak of.
    private static let worthClearing = 512
    /// Small segments beside each other that searches need not notice.
    private static let smallSegments = 6

    /// Lays the last segments together while they are small and of like size: few segments, and each program is moved only a few times.
    mutating func settle() {
        while let last = segments.last {
            let place = segments.count - 1
            if last.liveCount == 0 {
                replace([place], with: [])
            } else if place > 0, isTakenIn(segments[place - 1], by: last) {
                replace([place - 1, place], with: [merged([segments[place - 1], last])])
            } else {
                return
            }
        }
    }

    private func isTakenIn(_ before: Segment, by last: Segment) -> Bool {
        let together = before.liveCount + last.liveCount
        return together <= Self.mergedAtOnce && (before.liveCount < 4 * last.liveCount || isWorn(before))
            && SegmentMerge.fits([before, last])
    }

    /// A quarter of it no longer counts.
    private func isWorn(_ segment: Segment) -> Bool { segment.liveCount * 4 < segment.count * 3 }

    private func merged(_ segments: [Segment]) -> Segment {
        Segment(SegmentMerge(segments).contents(dictionary), today: today, dictionary: dictionary)
    }

    /// Whether searches would gain by `compacted()`.
    package var needsCompaction: Bool {
        segments.contains { isWorn($0) && $0.count > Self.worthClearing } || smallOnes.count > Self.smallSegments
    }

    private var smallOnes: [Int] { segments.indices.filter { segments[$0].liveCount < CatalogueBuilder.largestSegment / 2 } }

    /// The same programs in as few segments as may be. Takes seconds for hundreds of thousands of programs: it is meant to run apart, and
    /// what is changed meanwhile is applied to its result once more.
    package func compacted() -> Catalogue {
        let moved = segments.indices.filter { segments[$0].liveCount < CatalogueBuilder.largestSegment / 2 || isWorn(segments[$0]) }
        var groups: [[Segment]] = []
        for segment in moved.map({ segments[$0] }).sorted(by: { $0.liveCount > $1.liveCount }) {
            if let group = groups.indices.first(where: { SegmentMerge.fits(groups[$0] + [segment]) }) {
                groups[group].append(segment)
            } else {
                groups.append([segment])
            }
        }
        var compacted = self
        compacted.replace(Set(moved), with: concurrently(groups.count) { merged(groups[$0]) })
        return compacted
    }
}
