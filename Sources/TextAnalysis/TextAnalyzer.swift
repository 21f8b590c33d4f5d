/// Normalises what people write about jobs, in English, French, or both at once (docs/matching.md, "Normalisation").
///
/// Everything here is a pure function of the text. Work over many texts goes through `TokenBuffer` and a table of words seen before;
/// the functions here are for one text at a time.
package struct TextAnalyzer: Sendable {
    package init() {}

    /// Longer texts are sentences, in which `it` is a pronoun and not information technology. Job titles rarely pass ten words.
    package static let longestTitle = 12

    /// Lower case, no diacritics, plain punctuation.
    package func folded(_ text: String) -> String { Folding.folded(text) }

    /// Folded words in their order, abbreviations written out, stop words kept.
    package func tokens(_ text: String) -> [String] {
        var buffer = TokenBuffer()
        buffer.fill(text)
        var tokens: [String] = []
        tokens.reserveCapacity(buffer.count)
        for index in 0..<buffer.count {
            let token = buffer.text(index)
            if token == Abbreviations.pronoun, buffer.count > Self.longestTitle {
                tokens.append(token)
            } else if let words = Abbreviations.expansion(of: token) {
                tokens.append(contentsOf: words)
            } else {
                tokens.append(token)
            }
        }
        return tokens
    }

    /// Folded words without stop words, in their order, repeated as often as they occur.
    package func words(_ text: String) -> [String] { tokens(text).filter { !StopWords.contains($0) } }

    /// Light stems without stop words, each once: `opérateur/opératrice de presse` gives `operateur`, `press`.
    /// Stop words alone are kept: a text with a letter or digit in it never gives nothing.
    package func stems(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = self.words(text)
        return (words.isEmpty ? tokens(text) : words).map(LightStem.stem).filter { seen.insert($0).inserted }
    }

    /// Roots of the light stems without stop words, in their order, repeated as often as they occur.
    package func roots(_ text: String, language: TextLanguage) -> [String] {
        words(text).map { WordRoot.root(LightStem.stem($0), language: language) }
    }
}
