import Domain
import LabourMarket
import Matching
import Portal
import Testing

/// Skills by what people type of them.
struct FindSkillsTests {
    private static let find: FindSkills = {
        do {
            let market = try LabourMarketInformation(releases: BuiltInReleases.all())
            return FindSkills(
                catalogue: CurrentCatalogue(
                    Catalogue(programs: [], institutions: [], labourMarket: market, today: CalendarDate("2026-11-23")!)))
        } catch { preconditionFailure("the built-in data cannot be read: \(error)") }
    }()

    @Test(arguments: [(Language.en, "weld"), (.fr, "soud"), (.en, "Forklift"), (.fr, "chariot")])
    func `the beginning of a word is enough`(language: Language, typed: String) {
        let found = Self.find(typed, language: language)
        #expect((1...8).contains(found.count))
    }

    @Test func `a name is known to the letter, accents and case aside`() throws {
        let skill = try #require(Self.find("weld", language: .en).first)
        let english = try #require(skill.name.en), french = try #require(skill.name.fr)
        #expect(Self.find.named(english.uppercased())?.name.en == english)
        #expect(Self.find.named(french.lowercased())?.name.fr == french)
        #expect(Self.find.named("weldxyz") == nil)
    }

    @Test(arguments: ["", "   ", "!?", "zzzzqqqq"])
    func `what names no skill finds none`(typed: String) { #expect(Self.find(typed, language: .en).isEmpty) }
}
