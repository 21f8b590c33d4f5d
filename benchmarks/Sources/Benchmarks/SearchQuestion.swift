import Domain
import Matching
import Portal
import TextAnalysis

/// Three words and two filters that some program answers, as common as words are in the programs' texts.
struct SearchQuestion {
    let words: [String]
    let language: Language
    /// One of offerings, one of the program.
    let filters: [FacetName: String]
    /// For each word its English and its French term, as `PeerDocuments` writes them.
    let terms: [[String]]

    var query: ProgramQuery {
        ProgramQuery(text: words.joined(separator: " "), language: language, filters: filters.mapValues { [$0] }, limit: 20)
    }

    private static let ofPrograms: [FacetName] = [.institutionKind, .duration, .funding, .priorEducation, .outlook]
    private static let ofOfferings: [FacetName] = [.delivery, .language, .price, .start]

    /// The same for the same corpus. Words are drawn from where they stand, so a common one comes up as often as it is written.
    static func draw(_ count: Int, from corpus: Corpus) -> [SearchQuestion] {
        var documents = PeerDocuments(corpus)
        var numbers = QuestionNumbers(state: 0x7E57)
        var questions: [SearchQuestion] = []
        while questions.count < count {
            let program = corpus.catalogue.program(Int.random(in: 0..<corpus.catalogue.count, using: &numbers))
            let language: Language = Int.random(in: 0..<10, using: &numbers) < 7 ? .en : .fr
            guard program.state == .published, let title = program.title[language] else { continue }
            let texts = [title, program.summary[language], program.description[language]] + program.outcomes.map { $0[language] }
            let written = TextAnalyzer().words(texts.compactMap(\.self).joined(separator: " ")).filter { $0.utf8.count > 3 }
            var words: [String] = []
            var seen: Set<String> = []
            for word in written.shuffled(using: &numbers) where words.count < 3 {
                // A word that reads differently on its own (an abbreviation) would be another word to ask for.
                guard TextAnalyzer().words(word) == [word], seen.insert(documents.stem(word, language)).inserted else { continue }
                words.append(word)
            }
            let facets = documents.facets(program)
            guard words.count == 3,
                let own = ofPrograms.filter({ facets[$0] != nil }).randomElement(using: &numbers),
                let offered = ofOfferings.filter({ facets[$0] != nil }).randomElement(using: &numbers)
            else { continue }
            let filters = [own, offered].map { ($0, facets[$0]!.sorted().randomElement(using: &numbers)!) }
            questions.append(
                SearchQuestion(
                    words: words, language: language, filters: Dictionary(uniqueKeysWithValues: filters),
                    terms: words.map { ["e" + documents.stem($0, .en), "f" + documents.stem($0, .fr)] }))
        }
        return questions
    }

    static func json(_ questions: [SearchQuestion]) -> String {
        let lines = questions.map { question in
            let terms = question.terms.map { "[\($0.map(\.quoted).joined(separator: ","))]" }
            let filters = question.filters.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\"\($0.key.rawValue)\":\($0.value.quoted)" }
            return "{\"words\":\(question.words.joined(separator: " ").quoted),\"language\":\"\(question.language.rawValue)\","
                + "\"terms\":[\(terms.joined(separator: ","))],\"filters\":{\(filters.joined(separator: ","))}}"
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}

/// SplitMix64: the same questions in every run.
struct QuestionNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
