import Domain
import Synchronization

/// How much of each skill every occupation asks for (OaSIS), as one table: occupations by row, skills by column.
struct SkillProfiles: Sendable {
    private let rows: [OccupationCode: Int]
    private let skills: [Skill.ID]
    private let levels: [Float]
    /// Levels less the average over occupations, each row of length 1: what sets a job apart, not what all jobs ask for.
    private let directions: [Float]
    private let averages: [Float]
    /// Occupations that list a technology: one that nearly all list says nothing about a job.
    private let occupationsByTechnology: [Technology.ID: Int]

    init(_ labourMarket: LabourMarketInformation) {
        let codes = labourMarket.skillLevels.keys.sorted()
        rows = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var columns: [Skill.ID: Int] = [:]
        var skills: [Skill.ID] = []
        for code in codes {
            for level in labourMarket.skillLevels[code] ?? [] where columns[level.skill] == nil {
                columns[level.skill] = skills.count
                skills.append(level.skill)
            }
        }
        let width = skills.count
        var levels = [Float](repeating: 0, count: codes.count * width)
        for (row, code) in codes.enumerated() {
            for level in labourMarket.skillLevels[code] ?? [] { levels[row * width + columns[level.skill]!] = Float(level.level) }
        }
        var averages = [Float](repeating: 0, count: width)
        for place in levels.indices { averages[place % width] += levels[place] / Float(codes.count) }
        var directions = levels
        for row in codes.indices {
            let cells = row * width..<(row + 1) * width
            for place in cells { directions[place] -= averages[place % width] }
            let length = cells.reduce(Float(0)) { $0 + directions[$1] * directions[$1] }.squareRoot()
            if length > 0 { for place in cells { directions[place] /= length } }
        }
        self.skills = skills
        self.levels = levels
        self.averages = averages
        self.directions = directions
        var occupationsByTechnology: [Technology.ID: Int] = [:]
        for list in labourMarket.technologiesByOccupation.values {
            for id in list { occupationsByTechnology[id, default: 0] += 1 }
        }
        self.occupationsByTechnology = occupationsByTechnology
    }

    /// How alike two occupations are in what sets them apart: the cosine of their profiles, 0 to 1; `nil` when one has no levels.
    func similarity(_ a: OccupationCode, _ b: OccupationCode) -> Double? {
        guard let first = rows[a], let second = rows[b] else { return nil }
        var product: Float = 0
        for column in skills.indices { product += directions[first * skills.count + column] * directions[second * skills.count + column] }
        return Double(min(1, max(0, product)))
    }

    func levels(of code: OccupationCode) -> [(skill: Skill.ID, level: Double)] {
        guard let row = rows[code] else { return [] }
        return skills.indices.map { (skills[$0], Double(levels[row * skills.count + $0])) }
    }

    /// Skills the occupation asks for more of than the average one does, with by how many levels.
    func distinctive(of code: OccupationCode) -> [(skill: Skill.ID, excess: Double)] {
        guard let row = rows[code] else { return [] }
        return skills.indices.compactMap { column in
            let excess = levels[row * skills.count + column] - averages[column]
            return excess > 0 ? (skills[column], Double(excess)) : nil
        }
    }

    /// 1 for a technology of one occupation only, near 0 for one that nearly every occupation lists.
    func distinctiveness(of technology: Technology.ID, among occupations: Int) -> Double {
        guard occupations > 1, let known = occupationsByTechnology[technology] else { return 0 }
        return 1 - Double(known - 1) / Double(occupations - 1)
    }
}

/// Made when first asked for: a catalogue that is only searched starts sooner.
final class LazySkillProfiles: Sendable {
    private let labourMarket: LabourMarketInformation
    private let made = Mutex<SkillProfiles?>(nil)

    init(_ labourMarket: LabourMarketInformation) { self.labourMarket = labourMarket }

    var value: SkillProfiles {
        made.withLock { made in
            let value = made ?? SkillProfiles(labourMarket)
            made = value
            return value
        }
    }
}
