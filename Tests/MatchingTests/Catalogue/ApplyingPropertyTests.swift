import Domain
import Matching
import Testing

/// Changes applied one after the other against a catalogue built at once.
struct ApplyingPropertyTests {
    @Test(arguments: 1...8)
    func `applying changes gives what building anew gives`(seed: UInt64) {
        var random = RandomCatalogue(seed: 5000 + seed)
        var programs = random.programs(20 + random.number(100))
        var catalogue = Catalogue.sample(programs)
        for _ in 0..<(1 + random.number(30)) {
            let changes = (0..<(1 + random.number(4))).map { _ in random.program("p\(random.number(programs.count + 5))") }
            catalogue = catalogue.applying(changes)
            for change in changes {
                programs.removeAll { $0.id == change.id }
                programs.append(change)
            }
        }
        expectSame(catalogue, Catalogue.sample(programs), &random)
    }

    @Test(arguments: 1...6)
    func `another day gives what building anew for that day gives`(seed: UInt64) {
        var random = RandomCatalogue(seed: 6000 + seed)
        let programs = random.programs(60)
        let day = CalendarDate.today.adding(days: 45)
        let moved = Catalogue.sample(programs).applying(random.programs(5)).applying(programs).on(day)
        let fresh = Catalogue(
            programs: programs, institutions: Institution.samples, labourMarket: SampleLabourMarket.information, today: day)
        expectSame(moved, fresh, &random)
    }

    @Test func `a renamed institution's programs are found by the new name and not by the old one`() {
        var institution = Institution.samples[0]
        institution.name = LocalizedText(en: "Boreal Polytechnic")
        let catalogue = Catalogue.sample([.sample("a"), .sample("b", institution: "south")]).applying(institutions: [institution])
        #expect(catalogue.found("boreal") == ["a"])
        #expect(catalogue.found("north") == [])
    }
}
