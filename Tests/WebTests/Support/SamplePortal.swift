import Domain
import Matching
import Portal
import Web

extension Institution {
    static let samples = [
        Institution(
            id: "northern-lakes", name: LocalizedText(en: "Northern Lakes College", fr: "Collège des Lacs du Nord"), kind: .college,
            url: "https://northern-lakes.example", place: Place(city: "Sudbury", postalCode: "P3E 2C6"), isDemonstration: true),
        Institution(
            id: "ecole-du-fer", name: LocalizedText(fr: "École du fer"), kind: .privateCareerCollege, url: "https://fer.example",
            place: Place(city: "Ottawa")),
    ]
}

extension PortalServices {
    /// The address the sample portal believes it has.
    static let sampleBaseURL = "https://tremplin.example"

    static func sample(
        programs: [Program] = Program.samples, showsScores: Bool = false, baseURL: String = sampleBaseURL
    ) -> PortalServices {
        let labourMarket = SampleLabourMarket.information
        return PortalServices(
            settings: PortalSettings(name: LocalizedText(en: "Tremplin", fr: "Tremplin"), baseURL: baseURL, showsScores: showsScores),
            catalogue: Catalogue(programs: programs, institutions: Institution.samples, labourMarket: labourMarket, today: .today),
            matcher: OccupationMatcher(labourMarket))
    }
}

extension Texts {
    /// The sentences the sample portal speaks.
    static let ofSample: Texts = {
        do { return try Site(services: .sample()).texts } catch { preconditionFailure("no texts: \(error)") }
    }()
}
