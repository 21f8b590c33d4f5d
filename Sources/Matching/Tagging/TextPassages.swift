import TextAnalysis

/// A program's text cut up for reading: its title and sentences, and the phrases they are made of.
struct TextPassages: Sendable {
    struct Phrase: Sendable {
        /// Which of `sentences` it is in.
        let sentence: Int
        let text: EmbeddedText
    }

    /// The title first, when there is one; as they stand in the text.
    let sentences: [String]
    /// Stems of each sentence, in order.
    let stems: [[String]]
    /// Parts between commas and conjunctions, and whole sentences.
    let phrases: [Phrase]

    init(title: String, description: String) {
        let title = title.trimmed
        self.init((title.isEmpty ? [] : [title]) + Sentences.split(description))
    }

    /// Phrases that are compared; a text with more is a list of names, which its words find as well.
    private static let mostPhrases = 400

    /// Sentences that were cut before; the title first, when there is one.
    init(_ sentences: [String]) {
        self.sentences = sentences
        let analyzer = TextAnalyzer()
        stems = sentences.map { analyzer.words($0).map(LightStem.stem) }
        var phrases: [Phrase] = []
        for (place, sentence) in sentences.enumerated() {
            let parts = Self.parts(sentence)
            for part in parts { phrases.append(Phrase(sentence: place, text: EmbeddedText(sentence: part))) }
            if parts.count > 1 { phrases.append(Phrase(sentence: place, text: EmbeddedText(sentence: sentence))) }
        }
        self.phrases = Array(phrases.lazy.filter { !$0.text.stems.isEmpty }.prefix(Self.mostPhrases))
    }

    /// At signs and at `and`, `or`, `et`, `ou`; a part is at least a word.
    private static func parts(_ sentence: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in sentence.split(whereSeparator: \.isWhitespace) {
            if joins.contains(word.lowercased()) {
                parts.append([])
                continue
            }
            parts[parts.count - 1].append(word)
            if let last = word.last, ",;:()".contains(last) || word.first == "(" { parts.append([]) }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    private static let joins: Set<String> = ["and", "or", "et", "ou", "&", "/", "with", "avec", "using", "including", "such", "dont"]
}

extension String {
    fileprivate var trimmed: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last].drop(while: \.isWhitespace))
    }
}
