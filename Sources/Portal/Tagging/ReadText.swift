import Domain
import Matching

/// Reads one program: which suggestions are worth a person's time, each with its place in the text.
struct ReadText: Sendable {
    let suggester: TagSuggester

    /// A reviewer looks at each: of occupations the right one is among the first five far more often than first, skills are many to a program.
    private static let limits: [TagTarget.Kind: Int] = [.occupation: 5, .industry: 4, .skill: 8, .technology: 5]
    /// Of a hundred suggestions with less confidence, over eighty were wrong: they cost more time than they give.
    private static let least = 0.2

    var version: ReaderVersion { suggester.version }

    func callAsFunction(_ program: Program, at now: Timestamp) -> TextReading {
        guard let text = ReadableText(program) else {
            return TextReading(
                program: program.id, digest: ReadableText.digestWithoutText(program), language: nil, reader: version, at: now,
                suggestions: [])
        }
        let found = suggester.suggestions(Self.limits, title: text.title, description: text.description, language: text.language)
            .filter { $0.confidence >= Self.least }
        return TextReading(
            program: program.id, digest: text.digest, language: text.language, reader: version, at: now,
            suggestions: found.map { suggestion in
                ReadSuggestion(
                    target: suggestion.target, confidence: suggestion.confidence,
                    evidence: suggestion.evidence.flatMap { text.evidence($0) }, taxonomyVersion: suggestion.taxonomyVersion)
            })
    }

    static func digest(of program: Program) -> String {
        ReadableText(program)?.digest ?? ReadableText.digestWithoutText(program)
    }
}
