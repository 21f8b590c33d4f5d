import Domain
import TextAnalysis

/// The words a person typed, to be found again in a program's title and outcomes.
struct PersonWords {
    /// Stems of each word in both languages, with how rare the word is in the catalogue.
    private let words: [(stems: [String], rarity: Double)]
    private let sum: Double

    init(_ text: String, _ asked: SearchWords, catalogue: Catalogue) {
        var seen: Set<String> = []
        let typed = TextAnalyzer().words(asked.correctedText ?? text).filter { seen.insert($0).inserted }
        let total = catalogue.programCount
        words = typed.enumerated().map { place, word in
            let rarity = place < asked.words.count ? Double(asked.words[place].rarity(among: total)) : 1
            return (TextLanguage.allCases.map { SearchStem.stem(word, language: $0) }, rarity)
        }
        sum = words.reduce(0) { $0 + $1.rarity }
    }

    /// How many of the words stand in the title or outcomes, in either language, each weighed by its rarity; 0 to 1.
    func share(in program: Program) -> Double {
        guard sum > 0 else { return 0 }
        var found = [Bool](repeating: false, count: words.count)
        for (index, language) in TextLanguage.allCases.enumerated() {
            let side: Language = language == .en ? .en : .fr
            let texts = [program.title[side]] + program.outcomes.map { $0[side] }
            let stems = Set(texts.compactMap(\.self).flatMap { searchStems($0, language: language) })
            for place in words.indices where stems.contains(words[place].stems[index]) { found[place] = true }
        }
        return words.indices.reduce(0) { $0 + (found[$1] ? words[$1].rarity : 0) } / sum
    }
}
