import Domain
import TextAnalysis

/// The words of one language met while segments are built, and the term (the stem's number) each stands for.
///
/// A word is analysed once; meeting it again costs one look-up.
struct TermTable: Sendable {
    private let language: TextLanguage
    private let stemmer: SnowballStemmer
    /// The stems met, and the term of each: terms of both languages share one series of numbers.
    private var stems = WordTable()
    private var terms: [Int32] = []
    /// The folded words met, and what each stands for: a term; `stop`; or below that an abbreviation's place in `expansions`.
    private var words = WordTable()
    private var entries: [Int32] = []
    private var expansions: [[Int32]] = []

    private static let stop: Int32 = -1
    private static let unknown: Int32 = .min

    init(_ language: Language) {
        self.language = language == .en ? .en : .fr
        stemmer = .stemmer(self.language)
    }

    /// Appends the term of each word of a text to `found`. `next` is the number the next new stem gets.
    mutating func appendTerms(of text: String, to found: inout [Int32], buffer: inout TokenBuffer, next: inout Int32) {
        buffer.fill(text)
        // In a sentence `it` is the pronoun, as `TextAnalyzer.tokens` has it.
        let isSentence = buffer.count > TextAnalyzer.longestTitle
        for place in 0..<buffer.count {
            let word = buffer.bytes.withUnsafeBufferPointer { words.intern(UnsafeBufferPointer(rebasing: $0[buffer.range(place)])) }
            if Int(word) == entries.count { entries.append(Self.unknown) }
            let entry = entries[Int(word)] == Self.unknown ? learn(word, next: &next) : entries[Int(word)]
            if entry >= 0 {
                found.append(entry)
            } else if entry < Self.stop, !(isSentence && words.text(word) == "it") {
                found += expansions[Int(Self.stop - 1 - entry)]
            }
        }
    }

    private mutating func learn(_ word: Int32, next: inout Int32) -> Int32 {
        let text = words.text(word)
        let entry: Int32
        if let written = Abbreviations.expansion(of: text) {
            expansions.append(written.filter { !StopWords.contains($0) }.map { term(ofExpanded: $0, next: &next) })
            entry = Self.stop - Int32(expansions.count)
        } else {
            entry = StopWords.contains(text) ? Self.stop : term(of: text, next: &next)
        }
        entries[Int(word)] = entry
        return entry
    }

    /// A word an abbreviation is written out with: known as a word from then on, so that typing errors in it are found.
    private mutating func term(ofExpanded text: String, next: inout Int32) -> Int32 {
        let found = term(of: text, next: &next)
        let word = words.intern(text)
        if Int(word) == entries.count { entries.append(found) }
        return found
    }

    private mutating func term(of word: String, next: inout Int32) -> Int32 {
        let stem = stems.intern(SearchStem.stem(word, language: language, stemmer: stemmer))
        if Int(stem) == terms.count {
            terms.append(next)
            next += 1
        }
        return terms[Int(stem)]
    }

    /// Every stem met, with its term.
    func forEachStem(_ body: (UnsafeBufferPointer<UInt8>, Int32) -> Void) {
        for (stem, term) in terms.enumerated() { stems.withBytes(Int32(stem)) { body($0, term) } }
    }

    /// The words met as they were written, with their terms; abbreviations and stop words left out.
    func forEachWord(_ body: (UnsafeBufferPointer<UInt8>, Int32) -> Void) {
        for (word, entry) in entries.enumerated() where entry >= 0 { words.withBytes(Int32(word)) { body($0, entry) } }
    }
}

/// The stem of one folded word, as `TextAnalyzer.searchStems` makes it: the same for what is indexed and for what is asked.
enum SearchStem {
    static func stem(_ word: String, language: TextLanguage, stemmer: SnowballStemmer? = nil) -> String {
        (stemmer ?? .stemmer(language)).stem(language == .en ? word : LightStem.stem(word))
    }
}
