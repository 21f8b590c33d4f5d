import Domain
import Matching
import Testing

/// Looking programs up rather than searching for them.
struct LookupTests {
    @Test func `a series is shown in the order to take it, within its institution`() {
        func step(_ id: String, _ position: Int, institution: Institution.ID = "north") -> Program {
            var program = Program.sample(id, institution: institution)
            program.sequence = SequenceStep(reference: "S", title: LocalizedText(en: "Series"), position: position)
            return program
        }
        let catalogue = Catalogue.sample([step("third", 3), step("first", 1), step("other", 2, institution: "south"), .sample("alone")])
        #expect(catalogue.sequence(of: step("first", 1)).map(\.id) == ["first", "third"])
        #expect(catalogue.sequence(of: .sample("alone")).isEmpty)
        #expect(catalogue.sequence(of: step("other", 2, institution: "south")).isEmpty)
    }

    @Test func `an institution's programs come by title`() {
        let catalogue = Catalogue.sample([.sample("b", en: "Zinc"), .sample("a", en: "Arc"), .sample("c", institution: "south")])
        #expect(catalogue.programs(of: "north").map(\.id) == ["a", "b"])
    }

    @Test func `programs for an occupation need its approved tag, and those one can start come first`() {
        let catalogue = Catalogue.sample([
            .sample("past", en: "A", tags: [.occupation(.welder)], offerings: []), .sample("open", en: "B", tags: [.occupation(.welder)]),
            .sample("near", en: "C", tags: [.occupation(.machinist)]),
        ])
        #expect(catalogue.programs(preparingFor: .welder, limit: 5).map(\.id) == ["open", "past"])
    }

    @Test func `related programs share tags, and never include the program itself`() {
        let program = Program.sample("a", tags: [.occupation(.welder), .skill("mig-welding")])
        let catalogue = Catalogue.sample([
            program, .sample("twin", tags: [.occupation(.welder), .skill("mig-welding")]), .sample("job", tags: [.occupation(.welder)]),
            .sample("far", tags: [.occupation(.chef)]), .sample("farther", tags: [.skill("infection")]),
        ])
        #expect(catalogue.related(to: program, limit: 5).map(\.id) == ["twin", "job"])
    }

    @Test func `a department's name is known in both languages`() {
        var program = Program.sample("a")
        program.department = LocalizedText(en: "Trades", fr: "Métiers")
        let catalogue = Catalogue.sample([program])
        #expect(catalogue.department("Trades")?.fr == "Métiers")
        #expect(catalogue.found([.department: ["Trades"]]) == ["a"])
    }
}
