import Domain
import LabourMarket
import Matching
import Portal
import Testing

/// Suggestions against the tags of demonstration programs. Texts and tags are ours, made by hand for the demonstration.
struct SuggestionQualityTests {
    /// The text of a program as it is read for suggestions.
    private func text(_ program: Program, _ language: Language) -> (title: String, description: String)? {
        guard let title = program.title[language] else { return nil }
        let parts = [program.summary[language], program.description[language]] + program.outcomes.map { $0[language] }
        return (title, parts.compactMap(\.self).joined(separator: "\n"))
    }

    /// .47 in English and .48 in French over all of them (docs/matching.md, "Suggestions"); one program in thirty here, hence the margin.
    @Test(arguments: Language.allCases)
    func `about half of the right skills are among the first ten, each with a sentence of the text`(language: Language) throws {
        let information = try LabourMarketInformation(releases: BuiltInReleases.all())
        let today = try #require(CalendarDate("2026-11-23"))
        let programs = try DemonstrationCatalogue(today: today, information: information).programs
        var occupationsAlone = LabourMarketInformation()
        occupationsAlone.occupations = information.occupations
        let suggester = TagSuggester(
            information, matcher: OccupationMatcher(occupationsAlone, embedding: MatcherModel.builtIn), kinds: [.skill])
        var shares: [Double] = []
        for program in programs where !program.skills.isEmpty {
            guard let (title, description) = text(program, language) else { continue }
            // Not the neighbours in the files, which are of one field.
            guard shares.count < 12, FeatureHash.hash(program.reference.utf8) % 25 == 0 else { continue }
            let found = suggester.suggestions(.skill, title: title, description: description, language: language)
            for suggestion in found {
                let evidence = try #require(suggestion.evidence)
                #expect(title == evidence || description.contains(evidence), "\(evidence)")
                #expect(suggestion.taxonomyVersion != nil)
            }
            let right = Set(program.skills.map(TagTarget.skill))
            shares.append(Double(found.count { right.contains($0.target) }) / Double(right.count))
        }
        #expect(shares.count >= 8)
        #expect(shares.reduce(0, +) / Double(max(1, shares.count)) >= 0.3, "\(shares)")
    }
}
