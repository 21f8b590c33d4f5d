import Domain
import Matching
import Testing

/// The programs that cover a posting, one by one and together.
struct CoverageTests {
    private let needs = [
        PostingNeed(.technology("python"), role: .required), PostingNeed(.technology("git"), role: .required),
        PostingNeed(.skill("programming"), role: .mentioned), PostingNeed(.technology("excel"), role: .preferred),
        PostingNeed(.skill("menu-planning"), role: .preferred),
    ]

    private func coverage(_ programs: [Program], for occupation: OccupationCode? = nil) -> PostingCoverage {
        Catalogue.sample(programs).coverage(of: needs, for: occupation, language: .en)
    }

    @Test func `what is required counts for more than what is welcome`() {
        let found = coverage([
            .sample("welcome", tags: [.technology("excel"), .skill("menu-planning")]), .sample("required", tags: [.technology("python")]),
        ])
        #expect(found.ranked.map(\.program.id) == ["required", "welcome"])
        #expect(found.ranked[0].covers == [0] && found.ranked[1].covers == [3, 4])
    }

    @Test func `a few together cover what none does alone, the fewest that do`() {
        let found = coverage([
            .sample("a", tags: [.technology("python"), .technology("git")]), .sample("b", tags: [.skill("programming")]),
            .sample("c", tags: [.skill("programming"), .technology("excel")]), .sample("d", tags: [.technology("git")]),
        ])
        #expect(found.set.map(\.program.id) == ["a", "c"])
        #expect(found.set.map(\.adds) == [[0, 1], [2, 3]])
        #expect(found.isProvedBest && found.coveredTogether == [0, 1, 2, 3])
        #expect(found.uncovered == [4])
    }

    @Test func `where one program does it there is no set`() {
        let found = coverage([.sample("all", tags: needs.map(\.target)), .sample("some", tags: [.technology("git")])])
        #expect(found.set.isEmpty && found.ranked.first?.program.id == "all" && found.coveredTogether == [0, 1, 2, 3, 4])
    }

    @Test func `what nobody teaches is told, and a draft teaches nothing`() {
        let found = coverage([.sample("draft", state: .draft, tags: [.technology("python")])])
        #expect(found.uncovered == [0, 1, 2, 3, 4] && found.ranked.isEmpty && found.set.isEmpty && found.programCount == 0)
    }

    @Test func `a program without dates to come is told, but not part of a set`() {
        let found = coverage([
            .sample("past", tags: [.technology("python"), .technology("git")], offerings: [.sample(startsIn: -3)]),
            .sample("now", tags: [.skill("programming")]), .sample("too", tags: [.technology("excel")]),
        ])
        #expect(found.ranked.first { $0.program.id == "past" }?.canBegin == false)
        #expect(Set(found.set.map(\.program.id)) == ["now", "too"])
        #expect(found.programCounts[0] == 1)
    }

    @Test func `programs for the occupation come along, behind those that teach what is required`() {
        let found = coverage(
            [
                .sample("job", tags: [.occupation(.developer)]), .sample("both", tags: [.occupation(.developer), .technology("excel")]),
                .sample("python", tags: [.technology("python")]),
            ], for: .developer)
        #expect(found.ranked.map(\.program.id) == ["python", "both", "job"])
        #expect(found.ranked.map(\.preparesFor) == [nil, .developer, .developer])
    }

    @Test func `another entry for the same thing counts`() {
        let need = PostingNeed(.technology("python"), also: [.skill("programming")], role: .required)
        let found = Catalogue.sample([.sample("p", tags: [.skill("programming")])]).coverage(of: [need], for: nil, language: .en)
        #expect(found.uncovered.isEmpty && found.ranked.first?.covers == [0])
    }

    /// Against trying every set of at most four.
    @Test(arguments: 0..<40)
    func `no set of four covers more, and none that covers as much is smaller`(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let programs = (0..<9).map { number in
            Program.sample("p\(number)", tags: needs.map(\.target).filter { _ in next(3) == 0 })
        }
        func points(_ chosen: [Program]) -> Int {
            needs.filter { need in chosen.contains { $0.tags.contains { $0.target == need.target } } }.reduce(0) { $0 + $1.role.points }
        }
        var best = (points: 0, count: 0)
        for mask in 1..<(1 << programs.count) where mask.nonzeroBitCount <= PostingCoverage.setLimit {
            let chosen = programs.indices.filter { mask >> $0 & 1 == 1 }.map { programs[$0] }
            let found = points(chosen)
            if found > best.points || (found == best.points && found > 0 && chosen.count < best.count) { best = (found, chosen.count) }
        }
        let answer = coverage(programs)
        #expect(answer.isProvedBest)
        if best.count > 1 {
            #expect(points(answer.set.map(\.program)) == best.points && answer.set.count == best.count)
        } else {
            #expect(answer.set.isEmpty && (answer.ranked.first.map { points([$0.program]) } ?? 0) == best.points)
        }
    }
}
