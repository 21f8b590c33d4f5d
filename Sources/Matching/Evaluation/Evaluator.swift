import Domain

/// Measures the matcher on sets of labelled titles and texts. What the sets are and what came out: docs/matching.md.
package enum Evaluator {
    /// Held-out official titles, as they are and misspelt, in each language.
    /// - Parameter step: asks for one in so many of them.
    package static func heldOutTitles(
        _ classification: Classification, embedding: EmbeddingModel? = nil, step: Int = 1
    ) -> [EvaluationReport.Row] {
        let (kept, heldOut) = HeldOutTitles.split(classification)
        let matcher = OccupationMatcher(kept, embedding: embedding)
        var rows: [EvaluationReport.Row] = []
        for language in Language.allCases {
            let all = heldOut.filter { $0.language == language }
            let titles = stride(from: 0, to: all.count, by: max(step, 1)).map { all[$0] }
            guard !titles.isEmpty else { continue }
            rows += self.titles(titles, named: "held-out \(language.rawValue)", matcher)
            var errors = TypingErrors(seed: 42)
            let misspelt = titles.map { LabelledTitle(text: errors.misspelt($0.text), language: language, codes: $0.codes) }
            rows += self.titles(misspelt, named: "held-out \(language.rawValue), misspelt", matcher)
        }
        return rows
    }

    /// Titles people use: each lexical score alone, and the whole with and without the prior. No language is given.
    package static func titles(_ titles: [LabelledTitle], named name: String, _ matcher: OccupationMatcher) -> [EvaluationReport.Row] {
        let codes = matcher.index.corpus.codes
        var ranks: [String: [RankingFigures.Place?]] = [:]
        let plain = matcher.withoutPrior
        for title in titles {
            let reading = matcher.read(title.text, language: nil)
            let right = codes.map(title.codes.contains)
            func add(_ ranking: String, _ scores: [Float]) {
                ranks[ranking, default: []].append(RankingFigures.Place(scores) { right[$0] })
            }
            add("nearest title", reading.titles.nearest)
            add("vote", reading.titles.vote)
            add("title words", reading.titles.titleWords)
            add("title roots", reading.titles.titleRoots)
            add("duty words", reading.titles.dutyWords)
            if let vectors = reading.vectors {
                add("embedding, vote", vectors.vote)
                add("embedding, centre", vectors.centroid)
                add("embedding, nearest", vectors.nearest)
            }
            add("matcher, no prior", plain.read(title.text, language: nil).sums)
            add("matcher", reading.sums)
        }
        let order = [
            "nearest title", "vote", "title words", "title roots", "duty words", "embedding, nearest", "embedding, vote",
            "embedding, centre", "matcher, no prior", "matcher",
        ]
        return order.compactMap { ranking in
            ranks[ranking].map { EvaluationReport.Row(set: name, ranking: ranking, figures: RankingFigures(places: $0)) }
        }
    }

    /// Texts about one kind of work each.
    package static func texts(_ texts: [LabelledText], named name: String, _ matcher: OccupationTextMatcher) -> [EvaluationReport.Row] {
        let ranks = texts.map { text -> RankingFigures.Place? in
            let matches = matcher.match(title: text.title, description: text.description, language: text.language, limit: 20)
            return matches.firstIndex { text.codes.contains($0.code) }.map { RankingFigures.Place(rank: $0 + 1) }
        }
        return [EvaluationReport.Row(set: name, ranking: "text matcher", figures: RankingFigures(places: ranks))]
    }

    /// Titles against the labels of another classification, each label a group of its own: so only the scores of titles count.
    package static func benchmark(
        _ benchmark: LabelBenchmark, named name: String, embedding: EmbeddingModel? = nil
    ) -> [EvaluationReport.Row] {
        let rows = benchmark.labels.map { Classification.Row(code: $0.id, language: benchmark.language, label: $0.text) }
        let matcher = OccupationMatcher(Classification(rows: rows), embedding: embedding)
        let codes = matcher.index.corpus.codes
        var nearest: [RankingFigures.Place?] = []
        var written: [RankingFigures.Place?] = []
        var vectors: [RankingFigures.Place?] = []
        var whole: [RankingFigures.Place?] = []
        for query in benchmark.queries {
            let ids = benchmark.right[query.id] ?? []
            let right = codes.map(ids.contains)
            let reading = matcher.read(query.text, language: nil)
            nearest.append(RankingFigures.Place(reading.titles.nearest) { right[$0] })
            written.append(RankingFigures.Place(reading.titles.likeness) { right[$0] })
            if let nearest = reading.vectors?.nearest { vectors.append(RankingFigures.Place(nearest) { right[$0] }) }
            whole.append(RankingFigures.Place(reading.sums) { right[$0] })
        }
        let rankings = [
            ("nearest title", nearest), ("nearest title, as written", written), ("embedding, nearest", vectors), ("matcher", whole),
        ]
        return rankings.filter { !$0.1.isEmpty }.map {
            EvaluationReport.Row(set: name, ranking: $0.0, figures: RankingFigures(places: $0.1))
        }
    }
}
