import Domain
import Testing

@testable import LabourMarket

struct ONETFormatTests {
    private let software = """
        O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand
        51-4121.00\tWelders\t"Weld" tracker\t1\tCAM software\tN\tN
        51-4121.00\tWelders\tAutoCAD\t1\tCAD software\tY\tY
        51-4121.00\tWelders\tEmail software\t1\tEmail\tN\tN

        """
    private let tools = """
        O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title
        51-4121.00\tWelders\tArc welder\t1\tWelding machines
        51-4121.00\tWelders\tMIG welder\t1\tWelding machines

        """
    private let crosswalk = """
        noc,noc_title,onet,onet_title
        72106,Welders,51-4121.00,Welders

        """

    @Test func `hot technologies come first, and tools by their commodity`() throws {
        let release = try FormatFixtures.read(.onet, tools, crosswalk, software)
        let market = try LabourMarketInformation(releases: [release])
        let code = OccupationCode.welders
        #expect(
            market.technologiesByOccupation[code] == ["onet:autocad", "onet:email-software", "onet:weld-tracker", "tool:welding-machines"])
        #expect(market.technology("onet:autocad")?.isHot == true)
        #expect(market.technology("onet:autocad")?.name.isBilingual == true)
        #expect(market.technology("tool:welding-machines")?.kind == .tool)
    }

    @Test func `without a crosswalk among the files the one in use serves`() throws {
        let background = [try FormatFixtures.noc(), try FormatFixtures.read(.onet, software, tools, crosswalk)]
        let again = try ReleaseReader.read(kind: .onet, texts: FormatFixtures.texts(software, tools), background: background)
        #expect(again.tables == background[1].tables)
    }

    @Test func `both crosswalks together give a link the sum of their weights`() throws {
        let weighted = """
            onet_soc_code,onet_plus_title,noc_2021,noc_plus_title,equal_weight,path_weight,base_weight,down_weight
            51-4121.00,x,72106,y,1,1,0.25,1

            """
        let release = try FormatFixtures.read(.onet, software, tools, crosswalk, weighted)
        #expect(release.table("crosswalk")?.text == "72106\t51-4121.00\t1.25\n")
    }

    @Test func `lost leading zeros are put back in the crosswalk, unknown codes refused`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try FormatFixtures.read(.onet, software, tools, crosswalk + "10,Legislators,11-1031.00,Legislators\n")
        }
        #expect(error?.description == "file3.csv, row 3, column \"noc\": \"10\" is not the code of a unit group of NOC 2021.")
    }

    @Test(arguments: [("\tY\tY", "\tYes\tY"), ("51-4121.00\tWelders\tAutoCAD", "51-4121\tWelders\tAutoCAD")])
    func `a flag or a code of another shape is refused`(from: String, to: String) {
        #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.onet, software.replacing(from, with: to), tools, crosswalk) }
    }
}
