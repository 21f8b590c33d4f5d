import Domain
import Testing

@testable import LabourMarket

struct VacanciesFormatTests {
    @Test func `demand is the mean of the last four quarters that are published`() throws {
        let release = try RegionalFixtures.read(.vacancies, RegionalFixtures.vacancies)
        let demand = try #require(try RegionalFixtures.market(release).demand(.welders, near: "35")?.figure)
        // 400, 500 and 631; the third quarter is suppressed and the one before the four does not count.
        #expect(demand.count == 510 && demand.publishedPeriods == 3 && !demand.isWholeYear)
        #expect(demand.periods.map(\.count) == [400, 500, nil, 631])
        #expect(demand.periods.first?.start == CalendarDate("2025-01-01"))
        #expect(release.version == "2025-Q4" && release.asOf == CalendarDate("2025-12-31"))
    }

    @Test func `what is suppressed in all quarters falls back to the province`() throws {
        let release = try RegionalFixtures.read(.vacancies, RegionalFixtures.vacancies)
        let market = try RegionalFixtures.market(release)
        let demand = try #require(market.demand(.welders, near: "3595"))
        #expect(demand.region == "35" && demand.isForWiderPlace)
        #expect(market.demand(.welders, near: nil)?.figure.count == 1500)
        #expect(release.leftOut.count == 1)
    }

    @Test func `the French table reads the same`() throws {
        var french = RegionalFixtures.vacancies
        for (en, fr) in [
            ("REF_DATE", "PÉRIODE DE RÉFÉRENCE"), ("\"GEO\"", "\"GÉO\""),
            ("National Occupational Classification", "Classification nationale des professions"), ("\"Statistics\"", "\"Statistiques\""),
            ("\"VALUE\"", "\"VALEUR\""), ("\"STATUS\"", "\"STATUT\""), ("Job vacancies", "Postes vacants"), ("\",\"", "\";\""),
            ("Welders and related machine operators", "Soudeurs/soudeuses"),
        ] { french = french.replacing(en, with: fr) }
        let release = try RegionalFixtures.read(.vacancies, french)
        #expect(release.difference(from: try RegionalFixtures.read(.vacancies, RegionalFixtures.vacancies)).isEmpty)
    }

    @Test(arguments: [
        ("2025-10", "2025-11", "is not the first month of a quarter"), ("\"631\"", "\"6e1\"", "\"6e1\" is not a whole number"),
    ])
    func `a wrong cell is refused`(value: String, wrong: String, sentence: String) {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.read(.vacancies, RegionalFixtures.vacancies.replacing(value, with: wrong))
        }
        #expect(error?.description.contains(sentence) == true)
    }

    @Test func `another table of Statistics Canada is refused`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try RegionalFixtures.read(.vacancies, RegionalFixtures.vacancies.replacing("Job vacancies", with: "Employment"))
        }
        #expect(error?.description.contains("no row of it has the statistic") == true)
    }
}
