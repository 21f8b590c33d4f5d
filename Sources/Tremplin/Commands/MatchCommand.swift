package import ArgumentParser
import Domain
import LabourMarket
import Matching
import Portal

/// `tremplin match`: what occupation are these words?
package struct MatchCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Find the occupations a job title means, or code a whole file of job titles.",
        discussion: """
            One title:     tremplin match "personal support worker"
            A whole file:  tremplin match --batch titles.csv --limit 3 > codes.csv
            The file has the columns id, text, lang and, when it is known, industry. The answer has the columns id, rank, code and score.
            """)

    @Option(name: .customLong("lang"), help: "The language of the words: en or fr. Both are tried without it.")
    var language: Language?

    @Option(help: "The industry the work is done in: a NAICS code or words.")
    var industry: String?

    @Option(help: "How many occupations at most.")
    var limit = 5

    @Flag(help: "Write JSON.")
    var json = false

    @Option(help: "Match against another classification: a table with the columns code, lang and label.")
    var classification: String?

    @Option(help: "Another trained model than the built-in one; none to match by words alone.")
    var model: String?

    @Option(help: "Code every job title of this table instead.")
    var batch: String?

    @Argument(help: "The job title, in one's own words.")
    var words: [String] = []

    package init() {}

    package func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000.") }
        if batch == nil, words.joined().isBlank { throw ValidationError("Give a job title, or --batch FILE.") }
        if batch != nil, !words.isEmpty || json { throw ValidationError("--batch takes neither a job title nor --json.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let matcher: OccupationMatcher
        let embedding = try ModelFile.model(model)
        var titles: [String: LocalizedText] = [:]
        var industryNames = LabourMarketInformation()
        if let classification {
            let table = try TableFile.read(classification)
            let rows = try Failures.inFile(classification) { () throws(ClassificationError) in
                try Classification(header: table.columns, records: table.records)
            }
            matcher = OccupationMatcher(rows, embedding: embedding)
        } else {
            let information = try await ReferenceData(surroundings).load()
            matcher = OccupationMatcher(information, embedding: embedding)
            for (code, occupation) in information.occupations { titles[code.rawValue] = occupation.title }
            industryNames.industries = information.industries
        }
        if let batch {
            try await BatchMatching(matcher: matcher, industryNames: industryNames, limit: limit, language: language).run(
                file: batch, console: surroundings.console)
        } else {
            try write(
                matcher, titles: titles, industry: industryNames.industryWords(industry, language: language), to: surroundings.console)
        }
    }

    private func write(_ matcher: OccupationMatcher, titles: [String: LocalizedText], industry: String?, to console: Console) throws {
        let text = words.joined(separator: " ")
        let answer = matcher.match(text, language: language, industry: industry, limit: limit)
        let found = answer.matches.map { OccupationAnswer($0, titles: titles, language: language ?? $0.matchedLanguage ?? .en) }
        if json {
            console.line(
                try JSONText.make(
                    MatchAnswer(
                        query: text, isExact: answer.isExact, isConfident: answer.isConfident, suggestsIndustry: answer.suggestsIndustry,
                        occupations: found)))
            return
        }
        guard !found.isEmpty else { throw CommandFailure(.data, "There is no word to look for in \"\(text)\".") }
        if !answer.isConfident { console.notice("Not certain. Did you mean one of these?") }
        var table = TextTable(["code", "score", "occupation", "matched"], rightAligned: [1])
        for occupation in found {
            table.add([occupation.code, Figures.score(occupation.score), occupation.title, occupation.matched ?? ""])
        }
        console.write(table.text)
        if answer.suggestsIndustry { console.notice("The first two are close: --industry would tell them apart.") }
    }
}

/// What `match --json` writes.
struct MatchAnswer: Encodable, Sendable {
    let query: String
    let isExact: Bool
    let isConfident: Bool
    let suggestsIndustry: Bool
    let occupations: [OccupationAnswer]
}

/// An occupation as `match` and `recommend` write it.
struct OccupationAnswer: Encodable, Sendable {
    let code: String
    let title: String
    let score: Double
    /// The title of the occupation that is nearest to the words.
    let matched: String?

    init(_ match: OccupationMatch, titles: [String: LocalizedText], language: Language) {
        code = match.code
        title = titles[match.code]?.text(language) ?? ""
        score = Figures.rounded(match.confidence)
        matched = match.matchedTitle
    }
}
