package import Domain

/// Every score of every group for one text: what weights are fitted on.
package struct ScoreTable: Sendable {
    package let codes: [String]
    package let names: [String]
    /// Score after score, each a number a group.
    package let scores: [[Float]]
}

extension OccupationMatcher {
    /// - Parameter industry: adds the scores with it and of it alone.
    package func scoreTable(_ text: String, language: Language? = nil, industry: String? = nil) -> ScoreTable {
        var names: [String] = []
        var scores: [[Float]] = []
        func add(_ text: String, _ language: Language?, _ suffix: String) -> Language? {
            let (query, titles) = index.scores(text, language: language)
            for (name, values) in [
                ("nearest", titles.likeness), ("vote", titles.vote), ("words", titles.titleWords), ("roots", titles.titleRoots),
                ("heads", titles.titleHeads), ("duties", titles.dutyWords), ("main", titles.isMainTitle),
            ] {
                names.append(name + suffix)
                scores.append(values)
            }
            if let vectors = embedding?.scores(query.embedded) {
                for (name, values) in [("e_vote", vectors.vote), ("e_cen", vectors.centroid), ("e_max", vectors.nearest)] {
                    names.append(name + suffix)
                    scores.append(values)
                }
            }
            return query.language ?? language
        }
        let found = add(text, language, "")
        if let industry, !industry.isBlank {
            _ = add(text + " " + industry, found, ":both")
            _ = add(industry, found, ":industry")
        }
        names.append("prior")
        scores.append(index.prior)
        return ScoreTable(codes: index.corpus.codes, names: names, scores: scores)
    }
}
