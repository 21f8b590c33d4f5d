import Domain
import Testing

@testable import LabourMarket

struct OaSISFormatTests {
    private let header = "\u{FEFF}Code OaSIS;OaSIS 2021 Labels;" + OaSISSkill.all.map(\.publishedName).joined(separator: ";") + "\n"

    private func row(_ code: String, _ first: String, _ rest: String = "2") -> String {
        ([code, "A label", first] + Array(repeating: rest, count: 32)).joined(separator: ";") + "\n"
    }

    @Test func `a unit group has the mean of its profiles, highest first, without what it does not ask for`() throws {
        let release = try FormatFixtures.read(.oasis, header + row("72106.00", "4") + row("72106.01", "5", "0") + row("33102.00", "0", "0"))
        let market = try LabourMarketInformation(releases: [release])
        let levels = try #require(market.skillLevels[OccupationCode.welders])
        #expect(levels.first == SkillLevel(skill: "oasis:active-listening", level: 4.5))
        #expect(levels.count == 33)
        #expect(market.skillLevels[OccupationCode.nurseAides] == [])
        #expect(market.skills.count == 33)
        #expect(market.skills.values.allSatisfy { $0.name.isBilingual })
    }

    @Test(arguments: ["6", "x", "", "-1", "2.5"])
    func `a level outside 0 to 5 is refused with row and column`(level: String) {
        let error = #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.oasis, header + row("72106.00", level)) }
        #expect(error?.description.hasPrefix("file1.csv, row 2, column \"Oral Communication: Active Listening\": ") == true)
    }

    @Test(arguments: ["72106", "72106.1", "72107.00"])
    func `a profile of no known unit group is refused`(code: String) {
        #expect(throws: ReleaseReadingError.self) { try FormatFixtures.read(.oasis, header + row(code, "1")) }
    }

    @Test func `a missing skill column means another file`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try FormatFixtures.read(.oasis, header.replacing("Numeracy", with: "Counting") + row("72106.00", "1"))
        }
        guard case .notRecognised = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
