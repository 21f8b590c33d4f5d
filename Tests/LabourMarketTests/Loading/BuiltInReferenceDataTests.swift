import Domain
import Testing

@testable import LabourMarket

struct BuiltInReferenceDataTests {
    private static let market = Result { try LabourMarketInformation(releases: BuiltInReleases.all()) }
    private let market: LabourMarketInformation

    init() throws { market = try Self.market.get() }

    @Test func `all 516 unit groups are there in both languages, each with job titles in both`() {
        #expect(market.occupations.count == 516)
        #expect(market.occupations.values.allSatisfy { $0.title.isBilingual })
        for language in Language.allCases {
            let titled = Set(market.jobTitles.lazy.filter { $0.language == language }.map(\.code))
            #expect(titled == Set(market.occupations.keys))
        }
        #expect(market.jobTitles.count > 57_000)
    }

    @Test func `every level above a unit group has its title`() {
        let groups = Set(market.occupations.keys.flatMap(\.ancestors))
        #expect(groups.filter { market.occupationGroups[$0]?.title.isBilingual != true } == [])
        #expect(market.occupationGroups.count == 306)
    }

    @Test func `every industry has both titles and its chain up to a sector`() {
        #expect(market.industries.count == 442)
        for industry in market.industries.values {
            #expect(industry.title.isBilingual)
            #expect(market.withAncestors(industry.code).count == industry.level)
        }
    }

    @Test func `every skill has both names and stands under a skill that exists`() {
        #expect(market.skills.values.filter { !$0.name.isBilingual }.map(\.id) == [])
        #expect(market.skills.values.filter { $0.broader.map { market.skill($0) == nil } ?? false }.map(\.id) == [])
        #expect(Set(market.skills.values.map(\.source)) == ["oasis", "esco", "tremplin-skills"])
    }

    @Test func `the portal's own skills have other words in both languages and shallow parents`() {
        let own = market.skills.values.filter { $0.source == "tremplin-skills" }
        #expect(own.count >= 350)
        #expect(own.filter { $0.aliases[.en] == nil || $0.aliases[.fr] == nil }.map(\.id) == [])
        let tooDeep = own.filter { skill in
            let parent = skill.broader.flatMap { market.skill($0) }
            return parent?.broader.flatMap { market.skill($0) }?.broader != nil
        }
        #expect(tooDeep.map(\.id) == [])
        #expect(Set(own.map { $0.name.en?.lowercased() }).count == own.count)
        #expect(Set(own.map { $0.name.fr?.lowercased() }).count == own.count)
        #expect(own.count { $0.broader == nil } <= 40)
    }

    @Test func `every reference of an occupation resolves`() {
        let unresolved = market.occupations.keys.filter { code in
            let industries = market.industriesByOccupation[code] ?? []
            let technologies = market.technologiesByOccupation[code] ?? []
            return industries.count > 3 || industries.contains { market.industry($0) == nil }
                || technologies.count > TechnologyUsage.limit || technologies.contains { market.technology($0) == nil }
                || (market.skillLevels[code] ?? []).contains { market.skill($0.skill) == nil }
        }
        #expect(unresolved == [])
        #expect(market.outlooks.keys.filter { market.occupation($0) == nil } == [])
        #expect(market.occupations.keys.filter { market.dutyWords[$0]?.count != 2 } == [])
    }

    @Test func `nurse aides work in hospitals and homes, are in demand, and use what their sector uses`() throws {
        let code = OccupationCode.nurseAides
        #expect(market.industriesByOccupation[code] == ["622", "623", "621"])
        #expect(market.outlook(code)?.horizon == 2024...2033)
        #expect(market.technologiesByOccupation[code]?.contains("tool:wheelchairs") == true)
        #expect(market.skillLevels[code]?.isEmpty == false)
    }

    @Test func `most technologies that occupations use have a French name`() {
        let uses = market.technologiesByOccupation.values.joined()
        let bilingual = uses.count { market.technology($0)?.name.isBilingual == true }
        #expect(Double(bilingual) > 0.8 * Double(uses.count))
        #expect(market.technologies.values.filter(\.isHot).count > 150)
    }

    @Test func `an office occupation found everywhere has no industry`() throws {
        #expect(market.industriesByOccupation[OccupationCode.administrativeAssistants] == nil)
    }

    @Test(arguments: [("M5V 2T6", "3530"), ("k1n6n5", "3510"), ("P7B 5E1", "3595")])
    func `a postal code lies in its economic region`(postalCode: String, region: String) throws {
        let area = try #require(market.postalArea(postalCode))
        #expect(area.region.rawValue == region)
        #expect(market.region(area.region)?.name.isBilingual == true)
        #expect(market.postalAreas.count == 525 && market.regions.count == 11)
    }

    @Test func `every source says who, what, when and under which licence, in both languages`() {
        #expect(market.sources.map(\.key) == BuiltInReleases.kinds.map(\.sourceKey))
        for source in market.sources {
            #expect(source.publisher.isBilingual && source.title.isBilingual && source.licence.isBilingual)
            #expect(!source.version.isEmpty && source.rows > 0)
            #expect(source.url.hasPrefix("https://") || source.publisher.en == "Tremplin")
        }
    }

    @Test func `a kind that is not loaded is absent`() throws {
        let market = try LabourMarketInformation(releases: [try BuiltInReleases.release(.cops)])
        #expect(market.occupations.isEmpty && market.skills.isEmpty && !market.outlooks.isEmpty)
        #expect(market.sources.map(\.key) == ["cops"])
    }

    @Test func `a later release of a kind takes the place of an earlier one`() throws {
        let builtIn = try BuiltInReleases.release(.cops)
        let table = try #require(builtIn.table("outlooks"))
        let first = table.text.prefix { $0 != "\n" }
        let shorter = ReleaseTable(name: "outlooks", columns: table.columns, keyColumns: 1, text: first + "\n")
        let market = try LabourMarketInformation(releases: [builtIn, Release(kind: .cops, source: builtIn.source, tables: [shorter])])
        #expect(market.outlooks.count == 1)
        #expect(market.sources.first?.rows == 1)
    }
}
