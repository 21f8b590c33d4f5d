import Domain
private import Foundation
import TextAnalysis

/// Everything the lexical scores of a classification are computed from. Built once, shared, never changed.
struct LexicalIndex: Sendable {
    let corpus: TitleCorpus
    let reader: QueryWords.Reader
    private let grams: GramIndex
    /// Of the labels as they are written, stop words and endings kept. `nil` when a group has several labels in a language.
    private let written: GramIndex?
    /// Stems of each group's labels, joined.
    private let titleWords: TermIndex
    /// Their roots, a language at a time.
    private let titleRoots: [RootIndex]
    /// The head nouns of each group's labels.
    private let titleHeads: TermIndex
    /// Roots of each group's definition and duties, a language at a time; empty when the classification has none.
    private let dutyRoots: [RootIndex]
    /// Standardised log employment; 0 for a group without a figure.
    let prior: [Float]

    init(_ classification: Classification) {
        let corpus = TitleCorpus(classification.rows)
        self.corpus = corpus
        reader = QueryWords.Reader(corpus: corpus, spelling: Spelling(corpus))
        grams = GramIndex(rows: corpus.stemsOfRow, words: corpus.lexicon.stems)
        written = corpus.hasOneLabelEach ? GramIndex(rows: corpus.wordsOfRow, words: corpus.lexicon.words) : nil
        titleWords = TermIndex(titles: corpus) { row in corpus.stemsOfRow[row] }
        titleHeads = TermIndex(titles: corpus) { row in
            let head = corpus.headOfRow[Int(row)]
            return head < 0 ? [] : [head]
        }
        titleRoots = TextLanguage.allCases.map { RootIndex(titles: corpus, language: $0) }
        dutyRoots = TextLanguage.allCases.compactMap { RootIndex(duties: classification.dutyWords, of: corpus.codes, language: $0) }
        prior = Self.prior(classification.employment, corpus.codes)
    }

    var groupCount: Int { corpus.codes.count }

    private static func prior(_ employment: [String: Int], _ codes: [String]) -> [Float] {
        let logs = codes.map { code in employment[code].map { log(Double(max($0, 1))) } }
        let known = logs.compactMap(\.self)
        guard known.count > 1 else { return codes.map { _ in 0 } }
        let mean = known.reduce(0, +) / Double(known.count)
        let spread = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot()
        return logs.map { value in value.map { Float(spread > 0 ? ($0 - mean) / spread : 0) } ?? 0 }
    }

    /// Reads a text and scores every group; of several readings the one that comes nearest to a title.
    func scores(_ text: String, language: Language?) -> (query: QueryWords, scores: LexicalScores) {
        let readings = reader.readings(text, language: language)
        var best = (query: readings[0], cosines: grams.cosines(readings[0].stems))
        for reading in readings.dropFirst() {
            let cosines = grams.cosines(reading.stems)
            if cosines.max() ?? 0 > best.cosines.max() ?? 0 { best = (reading, cosines) }
        }
        let written = written?.cosines(QueryWords.Reader.asWritten(text))
        return (best.query, scores(best.query, cosines: best.cosines, written: written))
    }

    private func scores(_ query: QueryWords, cosines: [Float], written: [Float]?) -> LexicalScores {
        var scores = LexicalScores(groups: groupCount)
        scores.addTitles(cosines, written: written, rowStarts: corpus.rowStarts)
        let numbers = query.stems.map { corpus.lexicon.stems.find($0) }
        for case let number? in numbers { titleWords.add(number, to: &scores.titleWords) }
        if let head = query.head.flatMap({ corpus.lexicon.stems.find($0) }) { titleHeads.add(head, to: &scores.titleHeads) }
        addRoots(titleRoots, query, to: &scores.titleRoots)
        addRoots(dutyRoots, query, to: &scores.dutyWords)
        if !numbers.contains(nil) { markMainTitles(Set(numbers.compactMap(\.self)), cosines, &scores) }
        scores.normalise()
        return scores
    }

    /// Adds what the words of a longer text give the groups: over definitions and duties, and over titles.
    func addDuties(_ words: QueryWords, to scores: inout [Float]) { addRoots(dutyRoots, words, to: &scores) }

    func addTitleWords(_ words: QueryWords, to scores: inout [Float]) {
        for stem in words.stems { if let number = corpus.lexicon.stems.find(stem) { titleWords.add(number, to: &scores) } }
    }

    private func addRoots(_ indexes: [RootIndex], _ query: QueryWords, to scores: inout [Float]) {
        for index in indexes where query.language == nil || query.language?.rawValue == index.language.rawValue {
            index.add(query.stems, to: &scores)
        }
    }

    /// Groups with a label whose main part says what was asked, no more and no less: `Personal support worker - home care` for
    /// `personal support worker`.
    private func markMainTitles(_ stems: Set<Int32>, _ cosines: [Float], _ scores: inout LexicalScores) {
        for row in cosines.indices where Int(corpus.mainStemsOfRow[row]) == stems.count && cosines[row] > 0.2 {
            if corpus.stemsOfRow[Int32(row)].prefix(stems.count).allSatisfy(stems.contains) {
                scores.isMainTitle[Int(corpus.groupOfRow[row])] = 1
            }
        }
    }
}
