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
        return answer(best.map(Int.init), reading, limit: limit)
    }

    /// The score of every group, with what it comes from.
    struct Reading {
        var sums: [Float]
        let titles: LexicalScores
        let vectors: TitleVectors.Scores?
        /// Of the words, or else the reader's.
        let language: Language?
    }

    func read(_ text: String, language: Language?, industry: String? = nil) -> Reading {
        let (query, titles, vectors) = scores(text, language: language)
        var sums = titles.combined(vectors, prior: usesPrior ? index.prior : nil)
        liftMainTitles(titles, &sums)
        if let industry, !industry.isBlank { addIndustry(industry, to: text, language: query.language ?? language, &sums) }
        liftExactTitles(titles, &sums)
        return Reading(sums: sums, titles: titles, vectors: vectors, language: query.language ?? language)
    }

    /// What the words and the embedding say of every group.
    private func scores(
        _ text: String, language: Language?
    ) -> (query: QueryWords, titles: LexicalScores, vectors: TitleVectors.Scores?) {
        let (query, titles) = index.scores(text, language: language)
        return (query, titles, embedding?.scores(query.embedded))
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
        guard groups.count > 1, let highest = groups.map({ sums[$0] - priorWeight * index.prior[$0] }).max() else { return }
        let largest = groups.map { index.prior[$0] }.max() ?? 0
        for group in groups { sums[group] = highest + priorWeight * largest + 1.25 * (index.prior[group] - largest) }
    }

    private var priorWeight: Float { embedding == nil ? MatchWeights.title.prior : MatchWeights.embedded.prior }

    /// The scores of "title industry" and of the industry alone, added. Weights from titles of NOC 2021 whose qualifier served as the
    /// industry (docs/matching.md, "Industry").
    private func addIndustry(_ industry: String, to text: String, language: Language?, _ sums: inout [Float]) {
        let both = scores(text + " " + industry, language: language)
        let alone = scores(industry, language: language)
        let (bothSums, aloneSums) = (both.titles.combined(both.vectors, prior: nil), alone.titles.combined(alone.vectors, prior: nil))
        for group in sums.indices { sums[group] += IndustryWeights.both * bothSums[group] + IndustryWeights.alone * aloneSums[group] }
    }

    /// A title that is, after normalisation, the very text comes first, clearly; several groups with that title keep their order.
    private func liftExactTitles(_ titles: LexicalScores, _ sums: inout [Float]) {
        let exact = sums.indices.filter { titles.nearest[$0] >= Self.exact }
        guard let highest = sums.max(), let own = exact.map({ sums[$0] }).max() else { return }
        for group in exact { sums[group] += highest - own + 1.5 }
    }

    /// Cosine from which two titles hold the same stems; rounding keeps it below 1.
    static let exact: Float = 0.9995
    /// Cosine from which a title may be shown as what was meant.
    private static let resembles: Float = 0.5

    private func answer(
        _ best: [Int], _ reading: Reading, limit: Int
    ) -> OccupationMatches {
        let confidence = Confidence(sums: reading.sums, best: best, titles: reading.titles, vectors: reading.vectors)
        let matches = best.prefix(limit).enumerated().map { place, group in
            let row = title(of: group, reading)
            return OccupationMatch(
                code: index.corpus.codes[group], confidence: confidence.values[place],
                matchedTitle: row.map { index.corpus.labels[$0] }, matchedLanguage: row.map { index.corpus.languages[$0] })
        }
        return OccupationMatches(
            matches: matches, isExact: confidence.isExact, isConfident: confidence.isConfident,
            suggestsIndustry: confidence.isClose)
    }

    /// The row to show as matched: the nearest by words, or by the embedding when the words are far from every title of the group; of
    /// several alike, one in the asker's language.
    private func title(of group: Int, _ reading: Reading) -> Int? {
        var nearest = reading.titles.nearestRow[group]
        if let vectors = reading.vectors, reading.titles.nearest[group] < Self.resembles, vectors.nearest[group] >= Self.resembles {
            nearest = vectors.nearestRow[group]
        }
        guard nearest >= 0 else { return nil }
        guard let language = reading.language, index.corpus.languages[Int(nearest)] != language else { return Int(nearest) }
        let stems = index.corpus.stemsOfRow[nearest]
        let rows = Int(index.corpus.rowStarts[group])..<Int(index.corpus.rowStarts[group + 1])
        let same = rows.first { index.corpus.languages[$0] == language && index.corpus.stemsOfRow[Int32($0)].elementsEqual(stems) }
        return same ?? Int(nearest)
    }
}
