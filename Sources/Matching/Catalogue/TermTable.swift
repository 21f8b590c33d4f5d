import Domain
import TextAnalysis

/// The words of one language met while a segment is built, and the term (the stem's number) each stands for.
///
/// A word is analysed once; meeting it again costs one look-up.
struct TermTable: Sendable {
    private let language: TextLanguage
    private let stemmer: SnowballStemmer
    /// Term by stem.
    private(set) var terms: [String: Int32] = [:]
    /// By folded word: a term; -1 for a stop word; -2 and below: `expansions` of an abbreviation.
    private var known: [String: Int32] = [:]
    private var expansions: [[Int32]] = []
    /// Words and their terms, abbreviations and stop words left out: what typing errors are compared with.
    private(set) var spellings: [(word: String, term: Int32)] = []

    init(_ language: Language) {
        self.language = language == .en ? .en : .fr
        stemmer = .stemmer(self.language)
    }

    /// Calls `body` with each term of a text and returns how many there were. `next` is the number the next new stem gets.
    mutating func forEachTerm(_ text: String, buffer: inout TokenBuffer, next: inout Int32, _ body: (Int32) -> Void) -> Int {
        buffer.fill(text)
        // In a sentence `it` is the pronoun, as `TextAnalyzer.tokens` has it.
        let isSentence = buffer.count > TextAnalyzer.longestTitle
        var count = 0
        for place in 0..<buffer.count {
            let token = buffer.text(place)
            let entry = known[token] ?? learn(token, next: &next)
            if entry >= 0 {
                body(entry)
                count += 1
            } else if entry < -1, !(isSentence && token == "it") {
                for term in expansions[Int(-2 - entry)] { body(term) }
                count += expansions[Int(-2 - entry)].count
            }
        }
        return count
    }

    private mutating func learn(_ token: String, next: inout Int32) -> Int32 {
        let entry: Int32
        if let words = Abbreviations.expansion(of: token) {
            expansions.append(words.filter { !StopWords.contains($0) }.map { term(of: $0, next: &next) })
            entry = -1 - Int32(expansions.count)
        } else if StopWords.contains(token) {
            entry = -1
        } else {
            entry = term(of: token, next: &next)
        }
        known[token] = entry
        return entry
    }

    private mutating func term(of word: String, next: inout Int32) -> Int32 {
        let stem = SearchStem.stem(word, language: language, stemmer: stemmer)
        let term = terms[stem] ?? next
        if term == next {
            terms[stem] = term
            next += 1
        }
        spellings.append((word, term))
        return term
    }
}

/// The stem of one folded word, as `TextAnalyzer.searchStems` makes it: the same for what is indexed and for what is asked.
enum SearchStem {
    static func stem(_ word: String, language: TextLanguage, stemmer: SnowballStemmer? = nil) -> String {
        (stemmer ?? .stemmer(language)).stem(language == .en ? word : LightStem.stem(word))
    }
}
