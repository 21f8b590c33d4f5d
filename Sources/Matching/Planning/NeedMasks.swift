import Domain

/// Which programs teach anything of a gap: a bit a need, read from the lists of programs by tag without looking at a program.
struct NeedMasks {
    /// How many programs teach something.
    private(set) var count = 0
    private let needs: [SkillNeed]
    private let catalogue: Catalogue
    /// By segment and ordinal.
    private var masks: [[UInt32]]
    /// By need.
    private var places: [[ProgramPlace]] = []

    /// - Parameter needs: at most 32.
    init(_ needs: [SkillNeed], catalogue: Catalogue) {
        self.needs = Array(needs.prefix(32))
        self.catalogue = catalogue
        masks = catalogue.segments.map { [UInt32](repeating: 0, count: $0.count) }
        for (bit, need) in self.needs.enumerated() {
            let teaching = catalogue.places(with: need.target.kind == .technology ? .technology : .skill, need.target.code)
            for place in teaching {
                if masks[place.segment][place.ordinal] == 0 { count += 1 }
                masks[place.segment][place.ordinal] |= 1 << UInt32(bit)
            }
            places.append(teaching)
        }
    }

    /// For each need those that teach most points of the gap, among equals the cheapest; each program once.
    /// - Returns: with whether nothing was left out.
    func best(_ limit: Int) -> (places: [ProgramPlace], isComplete: Bool) {
        var seen: Set<ProgramPlace> = []
        var chosen: [(place: ProgramPlace, points: Int)] = []
        for teaching in places {
            for place in best(limit, of: teaching) where seen.insert(place).inserted {
                chosen.append((place, needs.points(of: masks[place.segment][place.ordinal])))
            }
        }
        let sorted = chosen.sorted { a, b in
            (b.points, a.place.segment, a.place.ordinal) < (a.points, b.place.segment, b.place.ordinal)
        }
        return (sorted.map(\.place), places.allSatisfy { $0.count <= limit })
    }

    /// Those that teach most points, then the cheapest, in no order.
    private func best(_ limit: Int, of teaching: [ProgramPlace]) -> [ProgramPlace] {
        guard teaching.count > limit else { return teaching }
        let keys = teaching.map { place in
            // Points first, the price below them.
            Int64(needs.points(of: masks[place.segment][place.ordinal])) << 32 - Int64(catalogue.leastCents(place))
        }
        let least = keys.sorted(by: >)[limit - 1]
        let above = teaching.indices.filter { keys[$0] > least }
        let level = teaching.indices.lazy.filter { keys[$0] == least }.prefix(limit - above.count)
        return (above + level).map { teaching[$0] }
    }
}

extension Catalogue {
    /// The lowest price of a program that can be begun. One without a price comes after any, one that cannot be begun last.
    fileprivate func leastCents(_ place: ProgramPlace) -> Int32 {
        segments[place.segment].offerings.rows(of: place.ordinal).reduce(.max) { min($0, $1.cents < 0 ? .max - 1 : $1.cents) }
    }
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
