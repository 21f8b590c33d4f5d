import Domain

/// What a job asks for, as far as programs can teach it: its distinctive skills (OaSIS), the tools named for it (O*NET), and the skills and
/// tools other programs for the same job teach.
struct JobProfile {
    /// Programs with an approved or inferred tag for the job.
    let peers: Int
    /// By the number of a skill's or technology's facet value.
    private var wants: [Int32: Want] = [:]

    private struct Want {
        /// Weight 0 to 1.
        var published = 0.0
        /// How many peers teach it.
        var taught = 0
        /// 1 for what one program of the catalogue teaches, 0 for what all do.
        var rarity = 0.0
    }

    /// Peers looked at: more do not change the shares.
    private static let peerLimit = 400
    /// Tools looked at, in the order of the source.
    private static let technologyLimit = 40
    /// An OaSIS skill is broad: half of what a peer's taught skill counts, reached two levels above the average job.
    private static let oasisWeight = 0.25
    private static let technologyWeight = 0.5

    init(_ code: OccupationCode, catalogue: Catalogue) {
        let dictionary = catalogue.dictionary
        let places = catalogue.places(with: .occupation, code.rawValue, limit: Self.peerLimit)
        peers = places.count
        for place in places {
            for value in catalogue.segments[place.segment].facets.values(of: place.ordinal, .skill, .technology) {
                wants[value, default: Want()].taught += 1
            }
        }
        for (skill, excess) in catalogue.skillProfiles.distinctive(of: code) {
            guard let value = dictionary.ordinal(.skill, skill.rawValue) else { continue }
            wants[value, default: Want()].published = Self.oasisWeight * min(1, excess / 2)
        }
        let occupations = catalogue.labourMarket.technologiesByOccupation.count
        for id in (catalogue.labourMarket.technologiesByOccupation[code] ?? []).prefix(Self.technologyLimit) {
            guard let value = dictionary.ordinal(.technology, id.rawValue) else { continue }
            wants[value, default: Want()].published =
                Self.technologyWeight * catalogue.skillProfiles.distinctiveness(of: id, among: occupations)
        }
        let total = catalogue.programCount
        for value in wants.keys {
            let programs = catalogue.count(value, dictionary.facets[Int(value)])
            wants[value]?.rarity = total > 1 ? 1 - Double(max(0, programs - 1)) / Double(total - 1) : 0
        }
    }

    /// Numbers of the values the job asks for.
    var values: [Int32] { wants.keys.sorted() }

    /// How much the job asks for a skill or a tool, 0 to 1.
    /// - Parameter isPeer: the program asked about is itself for the job; it does not vouch for its own skills.
    func weight(_ value: Int32, isPeer: Bool = false) -> Double {
        guard let want = wants[value] else { return 0 }
        let others = peers - (isPeer ? 1 : 0)
        let teaching = want.taught - (isPeer ? 1 : 0)
        // One program alone is a weak witness: the share is taken of at least two.
        let share = others > 0 ? Double(max(0, teaching)) / Double(max(2, others)) : 0
        return max(want.published, share.squareRoot()) * want.rarity
    }
}
