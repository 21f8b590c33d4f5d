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

    /// For each need those that can be taken as wished, then those that teach most points of the gap, among equals the cheapest; each
    /// program once.
    /// - Returns: with whether nothing that could be taken as wished was left out.
    func best(_ limit: Int, _ wish: OfferingWish) -> (places: [ProgramPlace], isComplete: Bool) {
        var seen: Set<ProgramPlace> = []
        var chosen: [(place: ProgramPlace, points: Int)] = []
        var isComplete = true
        for teaching in places {
            let (best, sawAll) = best(limit, of: teaching, wish)
            isComplete = isComplete && sawAll
            for place in best where seen.insert(place).inserted {
                chosen.append((place, needs.points(of: masks[place.segment][place.ordinal])))
            }
        }
        let sorted = chosen.sorted { a, b in
            (b.points, a.place.segment, a.place.ordinal) < (a.points, b.place.segment, b.place.ordinal)
        }
        return (sorted.map(\.place), isComplete)
    }

    /// In no order.
    private func best(_ limit: Int, of teaching: [ProgramPlace], _ wish: OfferingWish) -> (places: [ProgramPlace], sawAll: Bool) {
        guard teaching.count > limit else { return (teaching, true) }
        var suitable = 0
        let keys = teaching.map { place in
            // Points first, the price below them.
            let points = Int64(needs.points(of: masks[place.segment][place.ordinal])) << 32
            guard let cents = wish.leastCents(place, catalogue) else { return points }
            suitable += 1
            return Self.suits + points - Int64(cents)
        }
        let least = keys.sorted(by: >)[limit - 1]
        let above = teaching.indices.filter { keys[$0] > least }
        let level = teaching.indices.lazy.filter { keys[$0] == least }.prefix(limit - above.count)
        return ((above + level).map { teaching[$0] }, suitable <= limit)
    }

    /// More than any number of points.
    private static let suits: Int64 = 1 << 48
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
