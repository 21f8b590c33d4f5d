import Domain
import Testing

@testable import LabourMarket

struct ESCOFormatTests {
    private let transversal = """
        conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT
        K,http://data.europa.eu/esco/skill/aa,skill,transversal,work in teams,released,team work | cooperate\u{A0}with others | Work in teams,"A
        sentence.",http://data.europa.eu/esco/skill/zz,collaborating in teams and networks
        K,http://data.europa.eu/esco/skill/bb,skill,transversal,only English,released,,,,communicating

        """
    private let digital = """
        conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,broaderConceptPT
        K,http://data.europa.eu/esco/skill/cc,Haskell,released,knowledge,sector-specific,Haskell,x,http://data.europa.eu/esco/skill/aa | http://data.europa.eu/esco/isced-f/0613,a | b

        """
    private let french = """
        conceptUri,preferredLabel,altLabels
        http://data.europa.eu/esco/skill/aa,travailler en équipe,collaborer|coopérer
        http://data.europa.eu/esco/skill/cc,Haskell,
        http://data.europa.eu/esco/skill/dd,seulement en français,

        """

    @Test func `skills are joined by their address, and those in one language are left out`() throws {
        let market = try LabourMarketInformation(releases: [try FormatFixtures.read(.esco, transversal, french, digital)])
        #expect(Set(market.skills.keys) == ["esco:aa", "esco:cc"])
        let skill = try #require(market.skill("esco:aa"))
        #expect(skill.name == LocalizedText(en: "work in teams", fr: "travailler en équipe"))
        #expect(skill.aliases == [.en: ["team work", "cooperate with others"], .fr: ["collaborer", "coopérer"]])
        #expect(skill.kind == .interpersonal)
        #expect(market.skill("esco:cc")?.broader == "esco:aa")
        #expect(market.skill("esco:cc")?.kind == .technical)
    }

    @Test func `an address that is none is refused`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try FormatFixtures.read(.esco, digital, french + "skill 12,x,\n")
        }
        #expect(error?.description == "file2.csv, row 5, column \"conceptUri\": \"skill 12\" is not the address of an ESCO skill.")
    }

    @Test func `the official list of all skills adds those that no collection has`() throws {
        let official = """
            conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
            K,http://data.europa.eu/esco/skill/aa,skill,transversal,work together,,,released,2024,,,,
            K,http://data.europa.eu/esco/skill/ee,skill,sector-specific,weld rails,"rail welding
            weld railway tracks",,released,2024,,,,
            K,http://data.europa.eu/esco/skill/ff,skill,sector-specific,use a telex,,,obsolete,2024,,,,

            """
        let texts = [
            ("transversal.csv", transversal), ("skills_en.csv", official),
            (
                "skills_fr.csv",
                french + "http://data.europa.eu/esco/skill/ee,souder des rails,\nhttp://data.europa.eu/esco/skill/ff,utiliser un télex,\n"
            ),
        ]
        .map { SourceText(name: $0.0, bytes: Array($0.1.utf8)) }
        let background = try FormatFixtures.background(.esco)
        let release = try ReleaseReader.read(kind: .esco, texts: texts, background: background)
        let market = try LabourMarketInformation(releases: [release])
        #expect(Set(market.skills.keys) == ["esco:aa", "esco:ee"])
        #expect(market.skill("esco:aa")?.name.en == "work in teams")
        #expect(market.skill("esco:ee")?.aliases[.en] == ["rail welding", "weld railway tracks"])
        // The list alone will do; French alone will not.
        #expect(try ReleaseReader.read(kind: .esco, texts: Array(texts.dropFirst()), background: background).table("skills")?.rowCount == 2)
        let error = #expect(throws: ReleaseReadingError.self) {
            try ReleaseReader.read(kind: .esco, texts: [texts[2]], background: background)
        }
        #expect(error?.description.contains("or skills_en.csv") == true)
    }
}
