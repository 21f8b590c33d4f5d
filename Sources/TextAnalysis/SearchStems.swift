extension TextAnalyzer {
    /// The stems full-text search works with: the same function for what is indexed and for what is asked.
    ///
    /// Folding, rewrites and abbreviations as everywhere, stop words dropped, French feminine forms made masculine, then Snowball.
    /// In the order of the text and as often as they occur; a text of stop words alone keeps them.
    package func searchStems(_ text: String, language: TextLanguage) -> [String] {
        let tokens = self.tokens(text)
        let words = tokens.filter { !StopWords.contains($0) }
        let kept = words.isEmpty ? tokens : words
        switch language {
        case .en: return SnowballStemmer.english.stems(kept)
        case .fr: return SnowballStemmer.french.stems(kept.map(LightStem.stem))
        }
    }
}

/// `TextAnalyzer().searchStems`, for callers that have no analyser at hand.
package func searchStems(_ text: String, language: TextLanguage) -> [String] {
    TextAnalyzer().searchStems(text, language: language)
}
