import Domain
import Foundation
import TextAnalysis

/// One word of a question: the terms that answer to it, and the programs that contain one of them.
struct SearchWord {
    struct Alternative {
        /// The segment's number of the term.
        let term: Int
        /// What a match is worth: 1 in the language of the question.
        let factor: Float
        let isOwnLanguage: Bool
    }

    /// By segment.
    private(set) var alternatives: [[Alternative]]
    /// By segment: programs that still count and contain the word.
    private(set) var programs: [Bitset]
    /// How many programs that is.
    private(set) var count = 0

    /// A word of the other language answers too, a little less.
    static let otherLanguageFactor: Float = 0.8
    /// A word that only begins like the one typed.
    static let beginningFactor: Float = 0.8
    /// Shorter beginnings fit nearly every text.
    static let shortestBeginning = 3

    /// - Parameter word: folded.
    init(_ word: String, language: Language, catalogue: Catalogue) {
        let terms = Cases.languages.compactMap { spoken in
            let stem = SearchStem.stem(word, language: spoken == .en ? .en : .fr)
            return catalogue.vocabulary.term(stem, spoken).map { ($0, spoken) }
        }
        self.init(terms, factor: 1, language, catalogue)
    }

    /// Every word that begins with the letters.
    init(beginning word: String, language: Language, catalogue: Catalogue) {
        let terms = Cases.languages.flatMap { spoken in
            word.utf8.count < Self.shortestBeginning
                ? [] : catalogue.vocabulary.spellings[spoken.place].terms(beginning: word).map { ($0, spoken) }
        }
        self.init(terms, factor: Self.beginningFactor, language, catalogue)
    }

    private init(_ terms: [(term: Int32, language: Language)], factor: Float, _ asked: Language, _ catalogue: Catalogue) {
        alternatives = []
        programs = []
        for segment in catalogue.segments {
            var set = Bitset(capacity: segment.count)
            var found: [Alternative] = []
            for (term, spoken) in terms {
                guard let number = segment.text.number(of: term) else { continue }
                segment.text.programs.insert(number, into: &set)
                let isOwn = spoken == asked
                found.append(
                    Alternative(term: number, factor: isOwn ? factor : factor * Self.otherLanguageFactor, isOwnLanguage: isOwn))
            }
            set.formIntersection(segment.live)
            alternatives.append(found)
            programs.append(set)
            if !found.isEmpty { count += set.count }
        }
    }

    var isUnknown: Bool { count == 0 }

    /// How much the word tells programs apart (BM25's inverse document frequency): the rarer the more.
    func rarity(among total: Int) -> Float {
        let ratio = (Double(total - count) + 0.5) / (Double(count) + 0.5)
        return Float(log(1 + ratio))
    }

    /// The program contains the word in the language of the question.
    func isInOwnLanguage(_ place: ProgramPlace, _ segment: Segment) -> Bool {
        alternatives[place.segment].contains { $0.isOwnLanguage && segment.text.contains($0.term, program: place.ordinal) }
    }
}
