import Domain
import Testing

@testable import LabourMarket

struct PostingsFormatTests {
    private typealias Row = (code: String, province: String, region: String, day: String)

    private func rows(_ count: Int, _ month: String, region: String = "Ottawa Region") -> [(
        code: String, province: String, region: String, day: String
    )] {
        (0..<count).map { ("72106", "Ontario", region, "\(month)-\($0 % 28 < 9 ? "0" : "")\($0 % 28 + 1)") }
    }

    @Test func `postings count for their region, their province and the country`() throws {
        let others: [Row] = [
            ("72106", "Quebec", "Montréal Region", "2026-03-04"), ("72106", "Ontario", "Not specified", "2026-03-04"),
            ("33102", "Ontario", "Kitchener--Waterloo--Barrie Region", "2026/03/05"), ("", "Ontario", "Toronto Region", "2026-03-05"),
        ]
        let release = try RegionalFixtures.readPostings([("march.csv", rows(20, "2026-03") + others)])
        let market = try RegionalFixtures.market(release)
        #expect(market.demand(.welders, near: "3510")?.figure.count == 20)
        #expect(market.demand(.welders, near: "35")?.figure.count == 21)
        #expect(market.demand(.welders, near: nil)?.figure.count == 22)
        #expect(market.demand(.nurseAides, near: "3540")?.figure.count == 1)
        #expect(release.leftOut.contains("1 postings without an occupation."))
        #expect(release.leftOut.contains { $0.hasPrefix("1 postings that name no economic region") })
        #expect(release.version == "2026-03" && release.asOf == CalendarDate("2026-03-31"))
    }

    @Test func `a new month is added to those in use, and a month given again takes the place of its count`() throws {
        let first = try RegionalFixtures.readPostings([("jan.csv", rows(10, "2026-01")), ("feb.csv", rows(12, "2026-02"))])
        let second = try RegionalFixtures.readPostings([("feb.csv", rows(15, "2026-02")), ("mar.csv", rows(7, "2026-03"))], inUse: [first])
        let demand = try #require(try RegionalFixtures.market(second).demand(.welders, near: "3510")?.figure)
        #expect(demand.periods.map(\.count) == [10, 15, 7])
        #expect(demand.count == 32 && !demand.isWholeYear)
    }

    @Test func `twelve months are kept, ending with the newest`() throws {
        let months = (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)" } + ["2026-01"]
        let release = try RegionalFixtures.readPostings(months.map { ("\($0).csv", rows(10, $0)) })
        #expect(release.table("postings")?.columns.dropFirst(2).first == "2025-02")
        let demand = try #require(try RegionalFixtures.market(release).demand(.welders, near: "3510")?.figure)
        #expect(demand.isWholeYear && demand.count == 120)
        #expect(release.leftOut.count == 1)
    }

    @Test func `a few postings renewed from an earlier month do not stand for that month`() throws {
        let release = try RegionalFixtures.readPostings([("mar.csv", rows(30, "2026-03") + rows(2, "2026-02"))])
        #expect(release.table("postings")?.columns == ["code", "region", "2026-03"])
        #expect(release.leftOut == ["2 postings of other months than those mar.csv is of."])
    }

    @Test func `the same month twice is refused: English and French files hold the same postings`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.readPostings([("en.csv", rows(10, "2026-03")), ("fr.csv", rows(10, "2026-03"))])
        }
        #expect(error?.description == "fr.csv cannot be used: it has postings of 2026-03, and so has en.csv.")
    }

    @Test(arguments: [("72196", "2026-03-04", "NOC21 Code"), ("72106", "soon", "First Posting Date")])
    func `a wrong cell is refused with its row`(code: String, day: String, column: String) {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.readPostings([("mar.csv", rows(3, "2026-03") + [(code, "Ontario", "Ottawa Region", day)])])
        }
        #expect(error?.description.hasPrefix("mar.csv, row 5, column \"\(column)\"") == true)
    }
}
