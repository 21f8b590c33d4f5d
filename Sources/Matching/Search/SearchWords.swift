import Domain
import TextAnalysis

/// The words of a question, each with everything in the catalogue that answers to it.
///
/// A word is looked for by its English and its French stem. One that is nowhere is taken as the beginning of a word if it is the last
/// one, else as a typing error. What a word answers to depends on the catalogue alone, never on filters.
struct SearchWords {
    /// In the order typed, each once.
    private(set) var words: [SearchWord] = []
    /// The text with its typing errors mended; `nil` when there was nothing to mend.
    private(set) var correctedText: String?

    /// More words than this are not looked at: nobody types them, and each costs time.
    static let limit = 24

    /// - Parameter asWritten: a word of no program stays unknown. For a person's own words, which mean what they say: a lawyer is not a layer.
    init(_ text: String, language: Language, catalogue: Catalogue, asWritten: Bool = false) {
        var seen: Set<String> = []
        let typed = TextAnalyzer().words(text).filter { seen.insert($0).inserted }.prefix(Self.limit)
        var mended: [(typed: String, correct: String)] = []
        for (place, word) in typed.enumerated() {
            var found = SearchWord(word, language: language, catalogue: catalogue)
            if found.isUnknown, !asWritten, place == typed.count - 1 {
                found = SearchWord(beginning: word, language: language, catalogue: catalogue)
            }
            if found.isUnknown, !asWritten, let correct = Self.correction(of: word, language: language, catalogue: catalogue) {
                found = SearchWord(correct, language: language, catalogue: catalogue)
                mended.append((word, SpelledWord.inCatalogue(correct, found, catalogue)))
            }
            words.append(found)
        }
        if !mended.isEmpty { correctedText = Self.replacing(mended, in: text) }
    }

    /// Letters typed wrong in a word of this length: none under 4, one up to 7, two from 8 on.
    private static func allowedErrors(_ word: String) -> Int {
        if word.utf8.contains(where: { (48...57).contains($0) }) { return 0 }
        return word.utf8.count < 4 ? 0 : word.utf8.count < 8 ? 1 : 2
    }

    /// The nearest known word; then one with the same first letter, in the reader's language, in more programs, first by alphabet.
    private static func correction(of word: String, language: Language, catalogue: Catalogue) -> String? {
        let limit = allowedErrors(word)
        guard limit > 0 else { return nil }
        struct Candidate {
            var distance: Int
            var isOtherLanguage: Bool
            var programs: Int
        }
        var candidates: [String: Candidate] = [:]
        for spelledIn in Cases.languages {
            for near in catalogue.vocabulary.spellings[spelledIn.place].near(word, limit: limit) {
                let programs = catalogue.programCount(containing: near.term)
                guard programs > 0 else { continue }
                var candidate = candidates[near.word] ?? Candidate(distance: near.distance, isOtherLanguage: true, programs: 0)
                if spelledIn == language { candidate.isOtherLanguage = false }
                candidate.programs += programs
                candidates[near.word] = candidate
            }
        }
        return candidates.min { a, b in
            func key(_ entry: (key: String, value: Candidate)) -> (Int, Int, Int, Int, String) {
                (
                    entry.value.distance, entry.key.utf8.first == word.utf8.first ? 0 : 1, entry.value.isOtherLanguage ? 1 : 0,
                    -entry.value.programs, entry.key
                )
            }
            return key(a) < key(b)
        }?.key
    }

    /// The text as typed with each wrong word replaced where it stands.
    private static func replacing(_ mended: [(typed: String, correct: String)], in text: String) -> String {
        var rest = mended
        let pieces = text.split(whereSeparator: \.isWhitespace).map { piece in
            guard let index = rest.firstIndex(where: { TextAnalyzer().tokens(String(piece)).contains($0.typed) }) else {
                return String(piece)
            }
            return rest.remove(at: index).correct
        }
        return pieces.joined(separator: " ")
    }
}

extension Catalogue {
    /// How many programs contain a term.
    func programCount(containing term: Int32) -> Int {
        segments.reduce(0) { count, segment in
            guard let number = segment.text.number(of: term) else { return count }
            return count + segment.text.programs.count(number, in: segment.live)
        }
    }
}
