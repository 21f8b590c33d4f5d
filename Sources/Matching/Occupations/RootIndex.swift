import Domain
import TextAnalysis

/// BM25 over roots of words, for texts of one language.
struct RootIndex: Sendable {
    let language: TextLanguage
    private let roots: WordTable
    private let terms: TermIndex

    /// Over the labels of each group in that language, joined.
    init(titles corpus: TitleCorpus, language: TextLanguage) {
        var roots = WordTable(capacity: 16_384)
        var rootOfStem: [Int32] = []
        for stem in 0..<Int32(corpus.lexicon.stems.count) {
            rootOfStem.append(roots.intern(WordRoot.root(corpus.lexicon.stems.text(stem), language: language)))
        }
        var rootsOfRow = Lists()
        for row in 0..<corpus.rowCount {
            if corpus.languages[row].rawValue == language.rawValue {
                for stem in corpus.stemsOfRow[Int32(row)] { rootsOfRow.push(rootOfStem[Int(stem)]) }
            }
            rootsOfRow.close()
        }
        self.language = language
        terms = TermIndex(titles: corpus, termCount: roots.count) { row in rootsOfRow[row] }
        self.roots = roots
    }

    /// Over the roots of each group's definition and duties. `nil` when there are none in that language.
    init?(duties: [String: [Language: [String: Int]]], of codes: [String], language: TextLanguage) {
        guard !duties.isEmpty, let tongue = Language(rawValue: language.rawValue) else { return nil }
        var roots = WordTable(capacity: 16_384)
        var entries: [TermIndex.Entry] = []
        // Where in `entries` the group's count of a root is, if it has one.
        var place: [Int] = []
        for (group, code) in codes.enumerated() {
            let first = entries.count
            for (text, count) in duties[code]?[tongue] ?? [:] {
                let root = roots.intern(text)
                if Int(root) == place.count { place.append(-1) }
                if place[Int(root)] < first {
                    place[Int(root)] = entries.count
                    entries.append(TermIndex.Entry(term: root, document: Int32(group), count: 0))
                }
                entries[place[Int(root)]].count += Float(count)
            }
        }
        guard !entries.isEmpty else { return nil }
        self.language = language
        terms = TermIndex(entries, terms: roots.count, documents: codes.count, k1: 1.2, b: 0.75)
        self.roots = roots
    }

    /// Adds what the stems, each counted once, give every group.
    func add(_ stems: [String], weights: [Float]? = nil, to scores: inout [Float]) {
        for (place, stem) in stems.enumerated() {
            if let root = roots.find(WordRoot.root(stem, language: language)) {
                terms.add(root, weight: weights?[place] ?? 1, to: &scores)
            }
        }
    }
}
