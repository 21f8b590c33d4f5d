import Domain

/// What the title and the sentences of a text say of every group.
struct TextScores: Sendable {
    enum Name: CaseIterable, Sendable {
        // Of the title, by its words.
        case titleNearest, titleVote, titleWords, titleRoots, titleDuties
        // Of the sentences, by their words.
        case duties, words
        // By the embedding: the title with the group's titles; the sentences taken together with the mean duty and with the titles; each
        // sentence with its nearest duty.
        case titleCentroid, titleLabel, meanDuty, meanTitles, nearestDuty
    }

    /// Standardised, so that a weight means the same for a short text and a long one.
    private(set) var features: [(name: Name, values: [Float])] = []
    private let sentences: [String]
    /// For each sentence, how much it says of each group.
    private var sentenceScores: [[Float]] = []
    private let isEmbedded: Bool

    init(title: String, sentences: [String], language: Language?, index: LexicalIndex, embedding: TitleEmbedding?) {
        self.sentences = sentences
        isEmbedded = embedding != nil
        let (query, titles) = index.scores(title.isBlank ? sentences.first ?? "" : title, language: language)
        let body = index.reader.text(sentences.joined(separator: "\n"), language: language ?? query.language)
        var duties = [Float](repeating: 0, count: index.groupCount)
        var words = duties
        index.addDuties(body, to: &duties)
        index.addTitleWords(body, to: &words)
        add(.titleNearest, titles.likeness)
        add(.titleVote, titles.vote)
        add(.titleWords, titles.titleWords)
        add(.titleRoots, titles.titleRoots)
        add(.titleDuties, titles.dutyWords)
        add(.duties, duties)
        add(.words, words)
        let lexical = sentences.map { sentence in
            let words = index.reader.text(sentence, language: body.language)
            var scores = [Float](repeating: 0, count: index.groupCount)
            index.addDuties(words, to: &scores)
            index.addTitleWords(words, to: &scores)
            return scores
        }
        sentenceScores = lexical
        if let embedding { add(embedding, query.embedded, lexical) }
    }

    private mutating func add(_ name: Name, _ values: [Float]) { features.append((name, Self.standardised(values))) }

    private mutating func add(_ embedding: TitleEmbedding, _ title: EmbeddedText, _ lexical: [[Float]]) {
        if let scores = embedding.scores(title) {
            add(.titleCentroid, scores.centroid)
            add(.titleLabel, scores.nearest)
        }
        let vectors = embedding.vectors(sentences)
        guard !vectors.isEmpty else { return }
        let mean = embedding.mean(vectors)
        add(.meanTitles, embedding.titles.centroidCosines(mean))
        guard let duties = embedding.duties else { return }
        add(.meanDuty, duties.likeness(mean))
        let nearest = vectors.map(duties.nearest)
        var sum = nearest[0]
        for scores in nearest.dropFirst() { for group in sum.indices { sum[group] += scores[group] } }
        add(.nearestDuty, sum)
        sentenceScores = zip(lexical, nearest).map { words, vector in
            zip(Self.standardised(words), Self.standardised(vector)).map { $0 + $1 }
        }
    }

    var combined: [Float] {
        var sums = [Float](repeating: 0, count: features.first?.values.count ?? 0)
        for feature in features {
            let weight = isEmbedded ? TextWeights.embedded(feature.name) : TextWeights.lexical(feature.name)
            guard weight != 0 else { continue }
            for group in sums.indices { sums[group] += weight * feature.values[group] }
        }
        return sums
    }

    /// The sentence that says most of the group; `nil` when none says more of it than of the others.
    func evidence(for group: Int) -> String? {
        var best: (score: Float, place: Int)?
        for (place, scores) in sentenceScores.enumerated() where scores[group] > best?.score ?? 0 { best = (scores[group], place) }
        return best.map { sentences[$0.place] }
    }

    /// Mean 0, standard deviation 1 over the groups.
    static func standardised(_ values: [Float]) -> [Float] {
        let mean = values.reduce(0, +) / Float(max(values.count, 1))
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(values.count, 1))).squareRoot()
        guard spread > 0 else { return values.map { _ in 0 } }
        return values.map { ($0 - mean) / spread }
    }
}
