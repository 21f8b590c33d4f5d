import Domain
import Testing
import Web

/// What may be said of an outlook is what its numbers bear out.
@Suite struct OutlookWordingTests {
    private func wording(_ value: Outlook.Value, openings: Int, seekers: Int) throws -> OutlookWording {
        let code = try #require(OccupationCode("33102"))
        let figures = Outlook.Figures(employment: 1_000, employmentGrowth: 10, retirements: 10, openings: openings, seekers: seekers)
        return OutlookWording(Outlook(occupation: code, value: value, horizon: 2024...2033, region: nil, figures: figures))
    }

    @Test func `a shortage with fewer openings than seekers is the publisher's judgement`() throws {
        #expect(try !wording(.moderateShortage, openings: 900, seekers: 1_000).comparesNumbers)
        #expect(try !wording(.strongShortage, openings: 1_000, seekers: 1_000).comparesNumbers)
        #expect(try wording(.strongShortage, openings: 900, seekers: 1_000).value == .strongShortage)
    }

    @Test func `many more openings are said only where there are many more`() throws {
        #expect(try wording(.strongShortage, openings: 1_300, seekers: 1_000).value == .strongShortage)
        let few = try wording(.strongShortage, openings: 1_030, seekers: 1_000)
        #expect(few.comparesNumbers && few.value == .moderateShortage)
        #expect(try wording(.strongSurplus, openings: 970, seekers: 1_000).value == .moderateSurplus)
    }

    @Test func `balance is about as many of both`() throws {
        #expect(try wording(.balance, openings: 1_050, seekers: 1_000).comparesNumbers)
        #expect(try !wording(.balance, openings: 1_400, seekers: 1_000).comparesNumbers)
    }

    @Test(arguments: Outlook.Value.allCases) func `without figures there is nothing to contradict`(value: Outlook.Value) throws {
        let code = try #require(OccupationCode("33102"))
        let wording = OutlookWording(Outlook(occupation: code, value: value, horizon: 2024...2033, region: nil, figures: nil))
        #expect(wording.comparesNumbers && wording.value == value)
    }

    @Test func `numbers of nobody compare nothing`() throws {
        #expect(try !wording(.balance, openings: 0, seekers: 0).comparesNumbers)
    }
}
