package import ArgumentParser
import Domain
import LabourMarket
import Matching
import Portal

/// `tremplin suggest`: what tags does this program's text speak for?
package struct SuggestCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Suggest occupations, industries, skills or technologies for a program's text, or for a whole file of programs.",
        discussion: """
            One program:   tremplin suggest --kind skill --title "Welding basics" --description "Weld mild steel. Read blueprints."
            A whole file:  tremplin suggest --batch programs.csv --kind occupation --limit 10 > suggestions.csv
            The file has the columns id, title and description, and may have lang (en or fr). The answer has the columns id, kind, rank, code,
            score and evidence: the sentence of the text that speaks most for the code. Without --kind all four kinds are suggested.
            """)

    @Option(help: "occupation, industry, skill or technology.")
    var kind: TagTarget.Kind?

    @Option(help: "The program's title.")
    var title = ""

    @Option(help: "The program's description.")
    var description = ""

    @Option(name: .customLong("lang"), help: "The language of the text: en or fr.")
    var language: Language?

    @Option(help: "How many suggestions of a kind at most.")
    var limit = 10

    @Option(help: "Suggest for every program of this table instead.")
    var batch: String?

    @Option(help: "Another trained model than the built-in one; none to go by words alone.")
    var model: String?

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000.") }
        if batch == nil, title.isBlank, description.isBlank {
            throw ValidationError("Give --title, --description or both, or --batch FILE.")
        }
        if batch != nil, !title.isBlank || !description.isBlank || json {
            throw ValidationError("--batch takes neither a title nor a description nor --json.")
        }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let kinds = kind.map { [$0] } ?? TagTarget.Kind.allCases
        // Read before anything is built: a mistake in the file is said at once.
        let programs = try batch.map { try ProgramTextTable.read($0, language: language) }
        let information = try await ReferenceData(surroundings).load()
        let matcher = OccupationMatcher(information, embedding: try ModelFile.model(model))
        let suggester = TagSuggester(information, matcher: matcher, kinds: kinds)
        if let programs {
            try await BatchSuggesting(suggester: suggester, kinds: kinds, limit: limit).run(programs, console: surroundings.console)
            return
        }
        let names = TagNames(information)
        let found = kinds.flatMap { kind in
            suggester.suggestions(kind, title: title, description: description, language: language, limit: limit)
                .map { SuggestionAnswer($0, name: names.name($0.target, language ?? .en)) }
        }
        if json {
            surroundings.console.line(try JSONText.make(found))
            return
        }
        var table = TextTable(["kind", "code", "score", "name", "evidence"], rightAligned: [2])
        for answer in found {
            table.add([answer.kind, answer.code, Figures.score(answer.score), answer.name, answer.evidence ?? ""])
        }
        surroundings.console.write(table.text)
    }
}

/// A suggestion as `suggest --json` writes it.
struct SuggestionAnswer: Encodable, Sendable {
    let kind: String
    let code: String
    let name: String
    let score: Double
    let evidence: String?
    let taxonomyVersion: String?

    init(_ suggestion: TagSuggestion, name: String) {
        kind = suggestion.target.kind.rawValue
        code = suggestion.target.code
        self.name = name
        score = Figures.rounded(suggestion.confidence)
        evidence = suggestion.evidence
        taxonomyVersion = suggestion.taxonomyVersion
    }
}

/// What tags are called.
struct TagNames: Sendable {
    private let information: LabourMarketInformation

    init(_ information: LabourMarketInformation) { self.information = information }

    func name(_ target: TagTarget, _ language: Language) -> String {
        let name =
            switch target {
            case .occupation(let code): information.occupation(code)?.title
            case .industry(let code): information.industry(code)?.title
            case .skill(let id): information.skill(id)?.name
            case .technology(let id): information.technology(id)?.name
            }
        return name?.text(language) ?? ""
    }
}

extension TagTarget.Kind: ExpressibleByArgument {}
