import Domain
import Testing

@testable import LabourMarket

struct WagesFormatTests {
    @Test func `wages keep their unit, place and period`() throws {
        let release = try RegionalFixtures.read(.wages, RegionalFixtures.wages)
        let market = try RegionalFixtures.market(release)
        let ontario = try #require(market.wage(.nurseAides, near: "35"))
        #expect(
            ontario.figure
                == Wage(unit: .hour, low: Money(cents: 1850), median: Money(cents: 2400), high: Money(cents: 2900), period: "2023-2024"))
        let ottawa = try #require(market.wage(.welders, near: "3510")?.figure)
        #expect(ottawa.unit == .year && ottawa.median == Money(cents: 6_240_050) && ottawa.period == "2021")
        #expect(release.version == "2025-11-19" && release.asOf == CalendarDate("2025-11-19"))
    }

    @Test func `a suppressed wage is unknown, not zero`() throws {
        let market = try RegionalFixtures.market(try RegionalFixtures.read(.wages, RegionalFixtures.wages))
        #expect(market.wages[.nurseAides]?["3590"] == nil)
        #expect(market.wage(.nurseAides, near: "3590")?.region == "35")
        #expect(market.wages[.welders]?["3510"]?.high == nil)
    }

    @Test func `the order of columns does not matter`() throws {
        let lines = RegionalFixtures.wages.dropFirst().split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let turned = lines.map { $0.reversed().joined(separator: ",") }.joined(separator: "\n")
        let release = try RegionalFixtures.read(.wages, turned)
        #expect(release.difference(from: try RegionalFixtures.read(.wages, RegionalFixtures.wages)).isEmpty)
    }

    @Test(arguments: [
        ("23.50", "0", "\"0\" is not between 1 and 5000000"), ("23.50", "a lot", "\"a lot\" is not a number"),
        (",0,,,70\nNOC_33102,Nurse aides,Aides,ON,ER35,", ",3,,,70\nNOC_33102,Nurse aides,Aides,ON,ER35,", "\"3\" is not one of"),
        ("ER3510", "ER3511", "\"ER3511\" is not the code of an economic region"), ("ON,ER35,", "NAT,ER00,", "is already in row 2"),
    ])
    func `a wrong cell is refused and nothing is read`(value: String, wrong: String, sentence: String) {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.read(.wages, RegionalFixtures.wages.replacing(value, with: wrong))
        }
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func `a file without the columns is refused by naming them`() {
        let error = #expect(throws: ReleaseReadingError.self) { try RegionalFixtures.read(.wages, "NOC_CNP,prov\n33102,ON\n") }
        #expect(error?.description.contains("missing columns \"ER_Code_Code_RE\", \"Low_Wage_Salaire_Minium\"") == true)
    }
}
