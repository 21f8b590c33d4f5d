import Domain
import Testing

struct ByRegionTests {
    @Test func `the nearest figure is the region's, else its province's, else the country's`() {
        var figures = ByRegion<Int>()
        figures[nil] = 1
        #expect(figures.nearest(to: "3510") == Published(figure: 1, region: nil, asked: "3510"))
        figures["35"] = 2
        #expect(figures.nearest(to: "3510")?.figure == 2)
        #expect(figures.nearest(to: "2410")?.figure == 1)
        figures["3510"] = 3
        #expect(figures.nearest(to: "3510")?.isForWiderPlace == false)
        #expect(figures.nearest(to: "35")?.figure == 2)
        #expect(figures.nearest(to: nil)?.figure == 1)
        #expect(figures.places == [nil, "35", "3510"])
    }

    @Test func `a narrower place never stands in for a wider one`() {
        var figures = ByRegion<Int>()
        figures["3510"] = 3
        #expect(figures.nearest(to: "35") == nil && figures.nearest(to: nil) == nil)
    }

    @Test func `postings add up and vacancies are averaged over what is published`() throws {
        let day = try #require(CalendarDate("2026-01-01"))
        let periods = [3, nil, 5, 5].map { Demand.Period(start: day, count: $0) }
        #expect(Demand(measure: .postings, periods: periods)?.count == 13)
        #expect(Demand(measure: .vacancies, periods: periods)?.count == 4)
        #expect(Demand(measure: .vacancies, periods: [Demand.Period(start: day, count: nil)]) == nil)
    }

    @Test func `occupations stand in thirds by one measure, in the portal's province`() throws {
        let codes = ["72106", "33102", "62200"].compactMap { OccupationCode($0) }
        let day = try #require(CalendarDate("2026-01-01"))
        var market = LabourMarketInformation()
        market.provinces = [Region(id: "35", name: LocalizedText(en: "Ontario"))]
        for (code, count) in zip(codes, [5, 500, 50]) {
            market.vacancies[code, default: ByRegion()]["35"] = Demand(measure: .vacancies, periods: [.init(start: day, count: count)])
            // A place of its own, and another measure: neither counts.
            market.vacancies[code]?["3510"] = Demand(measure: .vacancies, periods: [.init(start: day, count: 1_000 - count)])
            market.postings[code, default: ByRegion()]["35"] = Demand(measure: .postings, periods: [.init(start: day, count: 9_000)])
        }
        market.rankDemand()
        #expect(market.demandLevels == [codes[0]: .low, codes[1]: .high, codes[2]: .medium])
    }

    @Test func `of two measures the nearer place's is spoken of, of the same place vacancies`() throws {
        let code = try #require(OccupationCode("72106"))
        let day = try #require(CalendarDate("2026-01-01"))
        var market = LabourMarketInformation()
        func demand(_ measure: Demand.Measure) -> Demand? { Demand(measure: measure, periods: [Demand.Period(start: day, count: 9)]) }
        market.vacancies[code, default: ByRegion()]["35"] = demand(.vacancies)
        market.postings[code, default: ByRegion()]["35"] = demand(.postings)
        #expect(market.demand(code, near: "3510")?.figure.measure == .vacancies)
        market.postings[code, default: ByRegion()]["3510"] = demand(.postings)
        #expect(market.demand(code, near: "3510")?.figure.measure == .postings)
    }
}
