import Domain
import Testing

@testable import LabourMarket

/// O*NET's interests, brought to unit groups.
struct InterestsFormatTests {
    private static let head = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n"

    private static func rows(_ code: String, _ levels: [String]) -> String {
        zip(Interest.allCases, levels).map {
            "\(code)\tx\t\($0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst())\tOI\t\($1)\t06/2008\tAnalyst\n"
        }.joined()
    }

    private func read(_ text: String, crosswalk: String = "noc,onet\n33102,31-1131.00\n33102,31-1122.00\n") throws -> Release {
        try ReleaseReader.read(
            kind: .interests,
            texts: [
                SourceText(name: "Interests.txt", bytes: Array(text.utf8)),
                SourceText(name: "noc2021-onet26.csv", bytes: Array(crosswalk.utf8)),
            ], background: try BuiltInReleases.all())
    }

    @Test func `a unit group has the mean of its counterparts, to two decimals`() throws {
        let text =
            Self.head + Self.rows("31-1131.00", ["4.00", "2.00", "1.00", "7.00", "2.33", "4.00"])
            + Self.rows("31-1122.00", ["3.00", "2.33", "1.00", "6.00", "2.00", "4.67"])
            + "31-1131.00\tx\tFirst Interest High-Point\tIH\t4.00\t06/2008\tAnalyst\n"
        let release = try read(text)
        #expect(release.table("interests")?.text == "33102\t3.50\t2.17\t1.00\t6.50\t2.17\t4.34\n")
        let market = try LabourMarketInformation(releases: try BuiltInReleases.all() + [release])
        #expect(market.interests.count == 1)
        #expect(market.interests[OccupationCode("33102")!]?[.social] == 6.5)
    }

    @Test func `a level out of range is refused with its row`() {
        let text = Self.head + Self.rows("31-1131.00", ["4.00", "8.00", "1.00", "7.00", "2.33", "4.00"])
        #expect(throws: ReleaseReadingError.self) { try read(text) }
    }

    @Test func `nearly every occupation has interests, and those one would expect`() throws {
        let market = try LabourMarketInformation(releases: BuiltInReleases.all())
        #expect(market.interests.count > 500)
        #expect(market.interests.keys.allSatisfy { market.occupation($0) != nil })
        #expect(market.interests[OccupationCode("72106")!]?[.realistic] == 7)
        #expect(market.interests[OccupationCode("33102")!].map { $0[.social] > $0[.investigative] } == true)
    }
}
