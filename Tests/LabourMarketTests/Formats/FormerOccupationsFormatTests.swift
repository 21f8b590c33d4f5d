import Domain
import Testing

@testable import LabourMarket

struct FormerOccupationsFormatTests {
    private let header = "NOC 2016 V1.3 Code,NOC 2016 V1.3 Title, GSIM Type of Change,NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,Notes\n"

    @Test func `leading zeros come back, and one code may have become several`() throws {
        let release = try FormatFixtures.read(
            .noc2016, header + "11,Aides,\"VC1, VC2\",33102,Aides,\n3413,Aides,RC4,72106,Welders,part\n3413,Aides,RC4,33102,Aides,part\n")
        let market = try LabourMarketInformation(releases: [try FormatFixtures.noc(), release])
        #expect(market.formerOccupations == ["0011": [.nurseAides], "3413": [.nurseAides, .welders]])
    }

    @Test(arguments: ["11,x,y,99999,z,", "12345,x,y,72106,z,", "1a,x,y,72106,z,", "11,x,y,72106,z,\n0011,x,y,72106,z,"])
    func `a pair that cannot be is refused with its row`(row: String) {
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.noc2016, header + row + "\n") }
        #expect(error?.description.contains("file1.csv, row ") == true)
    }

    @Test func `every unit group of NOC 2016 is in the release built in`() throws {
        let market = try LabourMarketInformation(releases: [BuiltInReleases.release(.noc), BuiltInReleases.release(.noc2016)])
        #expect(market.formerOccupations.count == 500)
        #expect(market.formerOccupations.values.count { $0.count == 1 } == 440)
        #expect(market.formerOccupations["6552"] == [OccupationCode("64409")!])
    }
}
