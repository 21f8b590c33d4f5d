import Domain
import LabourMarket
import Matching
import Testing

/// Where a person's direction leads, over the occupations the portal is built with.
struct AimTests {
    private static let catalogue: Catalogue = {
        do {
            let market = try LabourMarketInformation(releases: BuiltInReleases.all())
            // A program for every occupation, so that none comes later for want of one.
            let programs = market.occupations.keys.sorted().map { Program.sample("for-\($0)", tags: [.occupation($0)]) }
            return Catalogue(programs: programs, institutions: Institution.samples, labourMarket: market, today: .today)
        } catch { preconditionFailure("the built-in data cannot be read: \(error)") }
    }()

    private func aims(
        _ direction: Direction?, from code: OccupationCode? = .nurseAide, interests: Set<Interest> = [], strengths: Set<Skill.ID> = []
    ) -> [Situation.WeightedOccupation] {
        let own = code.map { [Situation.WeightedOccupation(code: $0, confidence: 0.9)] } ?? []
        return Self.catalogue.aims(direction, from: own, interests: interests, strengths: strengths)
    }

    @Test func `to do better is one's own job first, then its neighbours at the same level`() {
        let aims = aims(.doBetter)
        #expect(aims.first?.code == .nurseAide)
        #expect(aims.count == 3)
        #expect(aims.allSatisfy { $0.code.teer == OccupationCode.nurseAide.teer && $0.aim == .direction(.doBetter) })
    }

    @Test(arguments: [OccupationCode.nurseAide, .welder, .chef, .developer, .homeSupport])
    func `to move up is to related work of a higher TEER, one's own after it`(code: OccupationCode) {
        let aims = aims(.moveUp, from: code)
        #expect(aims.last?.code == code)
        #expect(aims.last?.aim == .job)
        #expect(aims.dropLast().allSatisfy { $0.code.teer < code.teer && $0.aim == .direction(.moveUp) })
        #expect(aims.dropLast().count == 4)
    }

    @Test func `nobody is above a senior manager: their own job is all there is`() {
        let aims = aims(.moveUp, from: OccupationCode("00012")!)
        #expect(aims.map(\.code.rawValue) == ["00012"])
    }

    @Test(arguments: [OccupationCode.nurseAide, .welder, .chef, .developer])
    func `another field is another broad category, several of them, and no leap in training`(code: OccupationCode) {
        let aims = aims(.changeField, from: code)
        #expect(aims.count == 5)
        #expect(aims.allSatisfy { $0.code.rawValue.first != code.rawValue.first && $0.code.teer >= code.teer - 1 })
        #expect(Set(aims.map { $0.code.rawValue.first }).count >= 3)
    }

    @Test func `exploring follows what one likes, and says which`() {
        let machines = aims(.explore, from: nil, interests: [.realistic])
        #expect(machines.allSatisfy { $0.aim == .interest(.realistic) })
        #expect(machines.allSatisfy { Self.catalogue.labourMarket.interests[$0.code]?[.realistic] ?? 0 >= 6 })
        let people = aims(.explore, from: nil, interests: [.social])
        #expect(people.allSatisfy { Self.catalogue.labourMarket.interests[$0.code]?[.social] ?? 0 >= 6 })
        #expect(Set(machines.map(\.code)).isDisjoint(with: people.map(\.code)))
    }

    @Test func `strengths alone lead somewhere as well`() {
        let aims = aims(.explore, from: nil, strengths: ["oasis:repairing"])
        #expect(aims.count == 5)
        #expect(aims.allSatisfy { $0.aim == .strength("oasis:repairing") })
    }

    @Test func `whoever says nothing is aimed at nothing`() {
        #expect(aims(nil, from: nil).isEmpty)
        #expect(aims(.explore, from: nil).isEmpty)
        #expect(aims(.moveUp, from: nil).isEmpty)
    }

    @Test(arguments: [nil] + Direction.allCases)
    func `five occupations at most, none twice, the best first, always the same`(direction: Direction?) {
        for code in ["10010", "33102", "44101", "52100", "65310", "72106", "85100", "95109"].compactMap({ OccupationCode($0) }) {
            let found = aims(direction, from: code, interests: [.artistic, .social], strengths: ["oasis:instructing"])
            #expect((1...5).contains(found.count))
            #expect(Set(found.map(\.code)).count == found.count)
            #expect(found.map(\.confidence) == found.map(\.confidence).sorted(by: >))
            #expect(found.allSatisfy { (0...1).contains($0.confidence) })
            #expect(found == aims(direction, from: code, interests: [.artistic, .social], strengths: ["oasis:instructing"]))
        }
    }

    @Test func `an occupation no program leads to comes after one of like score`() {
        let market = Self.catalogue.labourMarket
        let open = aims(.changeField).map(\.code)
        let programs = market.occupations.keys.filter { $0 != open[0] }.sorted().map {
            Program.sample("for-\($0)", tags: [.occupation($0)])
        }
        let closed = Catalogue(programs: programs, institutions: Institution.samples, labourMarket: market, today: .today)
        let found = closed.aims(.changeField, from: [.init(code: .nurseAide, confidence: 0.9)]).map(\.code)
        #expect(found.first != open[0])
    }
}
