import Domain

/// Which programs teach anything of a gap: a bit a need, read from the lists of programs by tag without looking at a program.
struct NeedMasks {
    /// Those with most points first; among equals the cheapest first, and those that nobody can begin last.
    let ranked: [(place: ProgramPlace, mask: UInt32)]

    var places: [ProgramPlace] { ranked.map(\.place) }

    /// - Parameter needs: at most 32.
    init(_ needs: [SkillNeed], catalogue: Catalogue) {
        var found: [(place: ProgramPlace, mask: UInt32, points: Int, cents: Int32)] = []
        for index in catalogue.segments.indices {
            var masks: [Int: UInt32] = [:]
            for (bit, need) in needs.prefix(32).enumerated() {
                guard let value = catalogue.dictionary.ordinal(need.facet, need.target.code) else { continue }
                for ordinal in catalogue.segments[index].livePrograms(with: value) { masks[ordinal, default: 0] |= 1 << UInt32(bit) }
            }
            for (ordinal, mask) in masks {
                let cents = catalogue.segments[index].offerings.rows(of: ordinal).reduce(Int32.max) { least, row in
                    // An offering whose price is not stated comes after those whose price is.
                    min(least, row.cents < 0 ? .max - 1 : row.cents)
                }
                found.append((ProgramPlace(segment: index, ordinal: ordinal), mask, needs.points(of: mask), cents))
            }
        }
        found.sort { a, b in
            (b.points, a.cents, a.place.segment, a.place.ordinal) < (a.points, b.cents, b.place.segment, b.place.ordinal)
        }
        ranked = found.map { ($0.place, $0.mask) }
    }
}

extension SkillNeed {
    var facet: FacetName { target.kind == .technology ? .technology : .skill }
}

extension [SkillNeed] {
    /// The sum over the bits set.
    func points(of mask: UInt32) -> Int {
        var rest = mask
        var sum = 0
        while rest != 0 {
            sum += self[rest.trailingZeroBitCount].points
            rest &= rest - 1
        }
        return sum
    }
}
