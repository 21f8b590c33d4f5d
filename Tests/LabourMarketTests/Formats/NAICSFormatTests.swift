import Domain
import Testing

@testable import LabourMarket

struct NAICSFormatTests {
    private let english = """
        \u{FEFF}Level,Hierarchical structure,Code,Parent,Class title,Superscript,Class definition
        1,Sector,31-33,,Manufacturing,,"Makes
        things"
        2,Subsector,311,31-33,Food manufacturing,,
        3,Industry group,3111,311,Animal food manufacturing,,
        4,Industry,31111,3111,Animal food manufacturing,CAN,
        """
    private let french = """
        level,hierarchical_structure,code,parent,class_title,class_definition
        1.0,Secteur,31-33,,Fabrication,
        2.0,Sous-secteur,311,31-33,Fabrication d'aliments,
        3.0,Groupe,3111,311,Fabrication d'aliments pour animaux,
        4.0,Classe,31111,3111,Fabrication d'aliments pour animaux,
        """

    @Test func `sectors, subsectors and groups are kept, with their ranges`() throws {
        let market = try LabourMarketInformation(releases: [try FormatFixtures.read(.naics, english, french)])
        #expect(market.industries.count == 3)
        #expect(market.industry("3111")?.title.fr == "Fabrication d'aliments pour animaux")
        #expect(market.withAncestors("3111") == ["3111", "311", "31-33"])
        #expect(market.industry("31-33")?.level == 1)
    }

    @Test(arguments: [("2,Subsector,311,", "2,Subsector,3111,"), ("311,31-33,Food", "311,32,Food"), ("1,Sector,31-33", "1,Sector,33-31")])
    func `a code that does not fit its level is refused`(from: String, to: String) {
        #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.naics, english.replacing(from, with: to), french) }
    }

    @Test func `a class that only one language has is refused`() {
        let shorter = french.replacing("3.0,Groupe,3111,311,Fabrication d'aliments pour animaux,\n", with: "")
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.naics, english, shorter) }
        #expect(error?.description == "file2.csv, column \"code\": \"3111\" is missing.")
    }
}
