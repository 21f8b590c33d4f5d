package import Domain
import TextAnalysis

/// A text as the embedding reads it: its stems, and the noun it is about when it is short.
package struct EmbeddedText: Hashable, Sendable {
    package let stems: [String]
    package let head: String?

    init(stems: some Sequence<String>, head: String?) {
        self.stems = Array(stems.prefix(WordFeatures.longestText))
        self.head = self.stems.count <= WordFeatures.longestTitle ? head : nil
    }

    /// A title or a name.
    /// - Parameter language: says where the head noun stands.
    package init(title: String, language: Language) {
        var buffer = TokenBuffer()
        buffer.fill(title)
        var numbers = WordTable(capacity: 16)
        var stems: [String] = []
        var head = HeadNoun(isFrench: language == .fr)
        for token in 0..<buffer.count {
            let word = buffer.text(token)
            let own = Lexicon.stems(of: word).map { numbers.intern($0) }
            head.read(first: own.first, last: own.last, isBreak: buffer.isAfterBreak[token] || Lexicon.prepositions.contains(word))
            for number in own where Int(number) == stems.count { stems.append(numbers.text(number)) }
        }
        self.init(stems: stems.isEmpty ? TextAnalyzer().stems(title) : stems, head: head.stem.map { numbers.text($0) })
    }

    /// A sentence.
    package init(sentence: String) { self.init(stems: TextAnalyzer().stems(sentence), head: nil) }
}
