import Domain
import Testing

@Suite struct LabourMarketInformationTests {
    private static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, parent) in [("62", nil), ("622", "62"), ("6221", "622")] as [(String, String?)] {
            information.industries[Industry.Code(code)] = Industry(
                code: Industry.Code(code), title: LocalizedText(en: code), parent: parent.map { Industry.Code($0) })
        }
        information.postalAreas["K1A"] = PostalArea(
            code: "K1A", place: "Ottawa", coordinate: Coordinate(latitude: 45.42, longitude: -75.70), region: "3510")
        return information
    }()

    @Test func `an industry leads up to its sector`() {
        #expect(Self.information.withAncestors("6221") == ["6221", "622", "62"])
    }

    @Test func `an industry nobody loaded leads nowhere`() { #expect(Self.information.withAncestors("99") == []) }

    @Test func `a sector is of the first level, a group of the third`() {
        #expect(Self.information.industry("62")?.level == 1)
        #expect(Self.information.industry("6221")?.level == 3)
    }

    @Test func `a whole postal code finds its area`() { #expect(Self.information.postalArea("k1a 0b1")?.place == "Ottawa") }

    @Test func `an area nobody loaded is not found`() { #expect(Self.information.postalArea("X0A 0H0") == nil) }

    @Test func `outlooks are ordered from shortage to surplus`() {
        #expect(Outlook.Value.allCases.map(\.score) == [2, 1, 0, -1, -2])
    }
}
