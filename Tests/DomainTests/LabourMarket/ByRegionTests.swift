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
