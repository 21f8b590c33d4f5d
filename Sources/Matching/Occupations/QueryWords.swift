import Domain
import TextAnalysis

/// What a person typed, in the words of the index.
struct QueryWords: Sendable {
    /// Light stems, each once, in order; misspelt ones replaced by a word they may have been meant to be.
    private(set) var stems: [String] = []
    /// Stem of the noun the text is about.
    private(set) var head: String?
    /// The language its words belong to, or else the reader's; `nil` when neither is known.
    private(set) var language: Language?

    private init() {}

    var isEmpty: Bool { stems.isEmpty }

    /// As the embedding reads it.
    var embedded: EmbeddedText { EmbeddedText(stems: stems, head: head) }

    /// Reads texts as queries against one corpus.
    struct Reader: Sendable {
        let corpus: TitleCorpus
        let spelling: Spelling

        /// - Returns: the ways to read a text: with what people call things replaced by what the classification calls them and as it
        ///   stands, neighbours joined and apart, a misspelt word as one of several. The index takes the one nearest to a title. Never empty.
        func readings(_ text: String, language: Language?) -> [QueryWords] {
            let plain = Self.words(text)
            var readings: [[String?]] = []
            for words in [Self.synonyms(plain), plain] {
                for words in [words, Self.joined(words, corpus.lexicon)] {
                    for stems in spelled(words) where !readings.contains(stems) { readings.append(stems) }
                }
            }
            return readings.map { query($0, language: language) }
        }

        /// The folded words of a text, stop words, endings and misspellings as they stand: what `TitleCorpus.wordsOfRow` holds of a label.
        static func asWritten(_ text: String) -> [String] {
            var buffer = TokenBuffer()
            buffer.fill(text)
            return (0..<min(buffer.count, longest)).map(buffer.text)
        }

        /// A longer text: no guessing at spelling, synonyms or compounds.
        func text(_ text: String, language: Language?) -> QueryWords {
            var query = QueryWords()
            query.stems = TextAnalyzer().stems(text)
            query.language = language ?? detect(query.stems, hint: nil)
            return query
        }

        /// The stems of the words; several lists when the first misspelt word may be one of several.
        private func spelled(_ words: [String?]) -> [[String?]] {
            var readings: [[String?]] = [[]]
            for word in words {
                let stem = word.map(LightStem.stem)
                let corrections = stem.map { spelling.corrections(of: $0, limit: Self.alternatives) } ?? []
                if corrections.count > 1, readings.count == 1 {
                    readings = corrections.map { readings[0] + [$0] }
                } else {
                    for place in readings.indices { readings[place].append(corrections.first ?? stem) }
                }
            }
            return readings
        }

        /// How many words a misspelt one is tried as.
        private static let alternatives = 3

        private func query(_ stems: [String?], language: Language?) -> QueryWords {
            var query = QueryWords()
            var seen: Set<String> = []
            for case let stem? in stems where seen.insert(stem).inserted { query.stems.append(stem) }
            query.language = detect(query.stems, hint: language)
            query.head = Self.head(stems, isFrench: query.language == .fr)
            return query
        }

        /// Words of a title that are read: a longer one is no title, and must not cost more.
        private static let longest = 48

        /// Abbreviations written out, stop words dropped; `nil` marks where the main part ends (a sign or an English preposition).
        private static func words(_ text: String) -> [String?] {
            var buffer = TokenBuffer()
            buffer.fill(text)
            var words: [String?] = []
            var kept: [String?] = []
            for index in 0..<min(buffer.count, Self.longest) {
                let token = buffer.text(index)
                if index > 0, buffer.isAfterBreak[index] != buffer.isAfterBreak[index - 1] { words.append(nil) }
                if Lexicon.prepositions.contains(token) { words.append(nil) }
                kept.append(token)
                for word in Abbreviations.expansion(of: token) ?? [token] where !StopWords.contains(word) { words.append(word) }
            }
            return words.contains { $0 != nil } ? words : kept
        }

        private static func synonyms(_ words: [String?]) -> [String?] {
            // Phrases leave stop words out, so the marks of prepositions must not part them.
            let plain = words.compactMap(\.self)
            var result: [String?] = []
            var index = 0
            var replaced = false
            while index < plain.count {
                if let found = QuerySynonyms.replacement(in: plain, at: index) {
                    result.append(contentsOf: found.words)
                    index += found.length
                    replaced = true
                } else {
                    result.append(plain[index])
                    index += 1
                }
            }
            // Nothing but circumstances ("part time"): better those than nothing.
            return replaced && !result.isEmpty ? result : words
        }

        /// Two neighbours become one word when the joined word is known: "house keeper".
        private static func joined(_ words: [String?], _ lexicon: Lexicon) -> [String?] {
            var result: [String?] = []
            var index = 0
            while index < words.count {
                if index + 1 < words.count, let a = words[index], let b = words[index + 1], lexicon.words.find(a + b) != nil {
                    result.append(a + b)
                    index += 2
                } else {
                    result.append(words[index])
                    index += 1
                }
            }
            return result
        }

        /// The language whose labels use the words more; the hint decides when the words belong to both or neither.
        private func detect(_ stems: [String], hint: Language?) -> Language? {
            var lean = 0.0
            for stem in stems {
                guard let number = corpus.lexicon.stems.find(stem) else { continue }
                let english = Double(corpus.labelsOfStem[2 * Int(number)])
                let french = Double(corpus.labelsOfStem[2 * Int(number) + 1])
                lean += (english - french) / (english + french + 1)
            }
            if abs(lean) < 0.5 { return hint ?? (lean == 0 ? nil : lean > 0 ? .en : .fr) }
            return lean > 0 ? .en : .fr
        }

        private static func head(_ stems: [String?], isFrench: Bool) -> String? {
            let before = stems.drop { $0 == nil }.prefix { $0 != nil }
            return (isFrench ? before.first : before.last) ?? nil
        }
    }
}
