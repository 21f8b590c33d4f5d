package import Domain

/// Finds the groups of a classification that a job title, as a person types it, may mean.
///
/// Built once from every label of the classification (58,000 titles of NOC 2021 in about .15 s), then asked from any thread; a
/// question takes well under a millisecond. How it works and how well: docs/matching.md.
package struct OccupationMatcher: Sendable {
    let index: LexicalIndex
    /// `nil` without a model: then the lexical scores answer alone.
    let embedding: TitleEmbedding?
    private let completions: TitleCompletions
    private var usesPrior: Bool

    /// - Parameter usesPrior: whether a group that employs many people is likelier than one that employs few. Without figures of
    ///   employment none is.
    package init(_ classification: Classification, usesPrior: Bool = true, embedding model: EmbeddingModel? = nil) {
        index = LexicalIndex(classification)
        embedding = model.map { [corpus = index.corpus] in TitleEmbedding($0, corpus) }
        completions = TitleCompletions(index.corpus, prior: index.prior)
        self.usesPrior = usesPrior && !classification.employment.isEmpty
    }

    /// Over NOC 2021.
    package init(_ information: LabourMarketInformation, embedding: EmbeddingModel? = nil) {
        self.init(Classification(information), embedding: embedding)
    }

    /// The same matcher, for which no group is likelier than another.
    package var withoutPrior: OccupationMatcher {
        var matcher = self
        matcher.usesPrior = false
        return matcher
    }

    /// - Parameters:
    ///   - language: the reader's; decides only when the words do not tell.
    ///   - industry: the employer's line of business in plain words, such as a NAICS title; the best hint there is.
    ///   - limit: at most this many matches.
    /// - Returns: the best first. Empty only for a blank text: letters that resemble no title at all give the commonest occupations.
    package func match(_ text: String, language: Language? = nil, industry: String? = nil, limit: Int = 5) -> OccupationMatches {
        guard !text.isBlank, limit > 0 else { return .none }
        let reading = read(text, language: language, industry: industry)
        let best = BestOf.indices(count: reading.sums.count, limit: max(limit, 2)) { a, b in
            reading.sums[a] != reading.sums[b] ? reading.sums[a] > reading.sums[b] : a < b
        }
        return answer(best.map(Int.init), reading.sums, reading.titles, reading.language, limit: limit)
    }

    /// The score of every group, with what it comes from.
    func read(
        _ text: String, language: Language?, industry: String? = nil
    ) -> (sums: [Float], titles: LexicalScores, vectors: TitleVectors.Scores?, language: Language?) {
        let (query, titles) = index.scores(text, language: language)
        let vectors = embedding?.scores(query.embedded)
        var sums = titles.combined(.title, prior: usesPrior ? index.prior : nil)
        liftMainTitles(titles, &sums)
        if let industry, !industry.isBlank { addIndustry(industry, to: text, language: query.language ?? language, &sums) }
        liftExactTitles(titles, &sums)
        return (sums, titles, vectors, query.language ?? language)
    }

    /// Job titles that complete what is typed so far, common ones first, for a list that opens while typing.
    ///
    /// - Parameter prefix: beginnings of words in any order, folded before they are compared; one misspelt beginning is forgiven.
    /// - Returns: at most `limit` titles, in `language` before the other, no two of them alike. Only for NOC 2021.
    package func suggestions(_ prefix: String, language: Language, limit: Int) -> [JobTitle] {
        completions.rows(prefix, language: language, limit: limit, corpus: index.corpus).compactMap { row in
            OccupationCode(index.corpus.codes[Int(index.corpus.groupOfRow[row])]).map {
                JobTitle(code: $0, language: index.corpus.languages[row], title: index.corpus.labels[row])
            }
        }
    }

    /// Groups whose titles' main parts all say what was asked differ only in what was not said. So they share the highest of their
    /// sums, and where most people work decides: 1.25 is the spread of log employment over the groups of NOC 2021 (COPS 2024-2033), with
    /// which a group twice as large is twice as likely.
    private func liftMainTitles(_ titles: LexicalScores, _ sums: inout [Float]) {
        guard usesPrior else { return }
        let groups = sums.indices.filter { titles.isMainTitle[$0] > 0 }
        guard groups.count > 1, let highest = groups.map({ sums[$0] - MatchWeights.title.prior * index.prior[$0] }).max() else { return }
        let largest = groups.map { index.prior[$0] }.max() ?? 0
        for group in groups { sums[group] = highest + MatchWeights.title.prior * largest + 1.25 * (index.prior[group] - largest) }
    }

    /// The scores of "title industry" and of the industry alone, added. Weights from titles of NOC 2021 whose qualifier served as the
    /// industry (docs/matching.md, "Industry").
    private func addIndustry(_ industry: String, to text: String, language: Language?, _ sums: inout [Float]) {
        let both = index.scores(text + " " + industry, language: language).scores.combined(.title, prior: nil)
        let alone = index.scores(industry, language: language).scores.combined(.title, prior: nil)
        for group in sums.indices { sums[group] += IndustryWeights.both * both[group] + IndustryWeights.alone * alone[group] }
    }

    /// A title that is, after normalisation, the very text comes first, clearly; several groups with that title keep their order.
    private func liftExactTitles(_ titles: LexicalScores, _ sums: inout [Float]) {
        let exact = sums.indices.filter { titles.nearest[$0] >= Self.exact }
        guard let highest = sums.max(), let own = exact.map({ sums[$0] }).max() else { return }
        for group in exact { sums[group] += highest - own + 1.5 }
    }

    /// Cosine from which two titles hold the same stems; rounding keeps it below 1.
    static let exact: Float = 0.9995

    private func answer(
        _ best: [Int], _ sums: [Float], _ titles: LexicalScores, _ language: Language?, limit: Int
    ) -> OccupationMatches {
        let confidence = Confidence(sums: sums, best: best, titles: titles)
        let matches = best.prefix(limit).enumerated().map { place, group in
            let row = title(of: group, titles, language)
            return OccupationMatch(
                code: index.corpus.codes[group], confidence: confidence.values[place],
                matchedTitle: row.map { index.corpus.labels[$0] }, matchedLanguage: row.map { index.corpus.languages[$0] })
        }
        return OccupationMatches(
            matches: matches, isExact: confidence.isExact, isConfident: confidence.isConfident,
            suggestsIndustry: confidence.isClose)
    }

    /// The row to show as matched: the nearest; of several alike, one in the asker's language.
    private func title(of group: Int, _ titles: LexicalScores, _ language: Language?) -> Int? {
        let nearest = titles.nearestRow[group]
        guard nearest >= 0 else { return nil }
        guard let language, index.corpus.languages[Int(nearest)] != language else { return Int(nearest) }
        let stems = index.corpus.stemsOfRow[nearest]
        let rows = Int(index.corpus.rowStarts[group])..<Int(index.corpus.rowStarts[group + 1])
        let same = rows.first { index.corpus.languages[$0] == language && index.corpus.stemsOfRow[Int32($0)].elementsEqual(stems) }
        return same ?? Int(nearest)
    }
}
