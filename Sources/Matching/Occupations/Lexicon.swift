import TextAnalysis

/// Every distinct word of the labels with what becomes of it: analysed once, however many labels use it.
struct Lexicon: Sendable {
    /// Folded words as labels write them, abbreviations as they stand.
    private(set) var words = WordTable(capacity: 32_768)
    /// Light stems.
    private(set) var stems = WordTable(capacity: 32_768)
    /// For each word, the stems of what it stands for; empty for a stop word.
    private(set) var stemsOfWord = Lists()
    /// For each word, whether it begins what only qualifies an English title: `director of nursing`.
    private(set) var isPreposition: [Bool] = []

    /// The number of a word, analysed when it is new.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let known = words.count
        let number = words.intern(word)
        if number == known {
            for stem in Self.stems(of: String(decoding: word, as: UTF8.self)) { stemsOfWord.push(stems.intern(stem)) }
            stemsOfWord.close()
            isPreposition.append(Self.prepositions.contains(words.text(number)))
        }
        return number
    }

    /// For a label of stop words alone: its words as they stand.
    mutating func stemKeepingStopWord(_ word: Int32) -> Int32 { stems.intern(LightStem.stem(words.text(word))) }

    /// Prepositions and conjunctions, after which the head noun of an English title no longer comes.
    static let prepositions: Set<String> = ["of", "for", "in", "to", "at", "on", "and", "with", "or"]

    /// The stems of one folded word: several for an abbreviation, none for a stop word.
    static func stems(of word: String) -> [String] {
        (Abbreviations.expansion(of: word) ?? [word]).filter { !StopWords.contains($0) }.map(LightStem.stem)
    }
}
