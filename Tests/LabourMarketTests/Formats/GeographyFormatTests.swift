import Domain
import Testing

@testable import LabourMarket

struct GeographyFormatTests {
    private let regions = "er_code,name_en\n3510,Ottawa\n3515,Kingston--Pembroke\n"
    private let header = "fsa,city,province,latitude,longitude,timezone,dst\n"

    @Test func `names have an en dash, areas a region`() throws {
        let release = try FormatFixtures.read(
            .geography, regions,
            header + "K8N,Belleville East,Ontario,44.1607,-77.369,-5,1\nK1A,\"Ottawa, offices\",Ontario,45.42,-75.70,-5,1\n")
        let market = try LabourMarketInformation(releases: [release])
        #expect(market.regions.map(\.name.en) == ["Ottawa", "Kingston–Pembroke"])
        #expect(market.postalArea("k8n 5w6")?.region == "3515")
        #expect(market.postalArea("K1A")?.place == "Ottawa, offices")
    }

    @Test(arguments: [
        "K8N,x,Ontario,-77.3,44.1,-5,1", "K8,x,Ontario,44.1,-77.3,-5,1", "H2X,x,Quebec,45.5,-73.6,-5,1", "K8N,x,Ontario,?,-77.3,-5,1",
    ])
    func `an area that is not in Ontario is refused`(row: String) {
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.geography, regions, header + row + "\n") }
        #expect(error?.description.hasPrefix("file2.csv, row 2, column ") == true)
    }

    @Test(arguments: [
        ("M5V", "3530"), ("K1N", "3510"), ("N6A", "3560"), ("P7B", "3595"), ("P3E", "3590"), ("L8N", "3550"), ("N2L", "3540"),
        ("N9A", "3570"),
        ("N4K", "3580"), ("K9J", "3520"), ("K7L", "3515"), ("L7L", "3530"), ("L3Z", "3540"), ("P1H", "3520"), ("N1A", "3550"),
        ("N5A", "3580"),
    ])
    func `a town lies in its economic region`(area: String, region: String) {
        #expect(PostalAreaRegions.region(of: area) == region)
    }
}
