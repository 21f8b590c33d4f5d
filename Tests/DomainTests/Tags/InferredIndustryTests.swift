import Domain
import Testing

/// Industries nobody tagged but that employ the people a program prepares.
@Suite struct InferredIndustryTests {
    private static let nurseAide = OccupationCode("33102")!
    private static let homeSupport = OccupationCode("44101")!
    private static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, parent) in [("62", nil), ("622", "62"), ("623", "62"), ("624", "62")] as [(String, String?)] {
            information.industries[Industry.Code(code)] = Industry(
                code: Industry.Code(code), title: LocalizedText(en: code), parent: parent.map { Industry.Code($0) })
        }
        information.industriesByOccupation = [nurseAide: ["623", "622"], homeSupport: ["624", "623"]]
        return information
    }()

    private func inferred(_ tags: Tag...) -> [Industry.Code] { Program.sample(tags: tags).inferredIndustries(Self.information) }

    @Test func `they come from the occupations tagged`() {
        #expect(inferred(Tag(.occupation(Self.nurseAide))) == ["623", "622"])
    }

    @Test func `two occupations name one industry once`() {
        #expect(inferred(Tag(.occupation(Self.nurseAide)), Tag(.occupation(Self.homeSupport))) == ["623", "622", "624"])
    }

    @Test func `one that is tagged is not inferred as well`() {
        #expect(inferred(Tag(.occupation(Self.nurseAide)), Tag(.industry("622"))) == ["623"])
    }

    @Test func `one that somebody rejected stays away`() {
        #expect(inferred(Tag(.occupation(Self.nurseAide)), Tag(.industry("623"), state: .rejected)) == ["622"])
    }

    @Test func `an occupation only suggested infers nothing`() {
        #expect(inferred(Tag(.occupation(Self.nurseAide), state: .suggested)) == [])
    }
}
