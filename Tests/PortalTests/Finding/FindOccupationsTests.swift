import Domain
import Matching
import Portal
import Testing

struct FindOccupationsTests {
    @Test func `a job title leads to its occupation in either language`() async throws {
        let find = try await SmallPortal().services().findOccupations
        #expect(find("welder", language: .en).first?.occupation == .welders)
        #expect(find("soudeuse", language: .fr).first?.occupation == .welders)
    }

    @Test func `an industry may be given by its code or in words`() {
        var information = LabourMarketInformation()
        information.industries["62"] = Industry(code: "62", title: LocalizedText(en: "Health care", fr: "Santé"), parent: nil)
        #expect(information.industryWords("62", language: .fr) == "Santé")
        #expect(information.industryWords("a hospital", language: .en) == "a hospital")
        #expect(information.industryWords("  ", language: .en) == nil)
        #expect(information.industryWords(nil, language: .en) == nil)
    }
}
