/// A model together with the directions of a classification's labels.
struct TitleEmbedding: Sendable {
    let model: EmbeddingModel
    let titles: TitleVectors
    let duties: DutyIndex?

    init(_ model: EmbeddingModel, _ corpus: TitleCorpus) {
        self.model = model
        titles = TitleVectors(corpus, model)
        duties = DutyIndex(model, codes: corpus.codes)
    }

    /// How near a text comes to every group; `nil` when it has no word.
    func scores(_ text: EmbeddedText) -> TitleVectors.Scores? {
        text.stems.isEmpty ? nil : titles.scores(model.vector(text))
    }

    /// The direction of each sentence, zero for one without words.
    func vectors(_ sentences: [String]) -> [[Float]] { sentences.map { model.vector(EmbeddedText(sentence: $0)) } }

    /// Of the sentences taken together.
    func mean(_ vectors: [[Float]]) -> [Float] {
        var mean = [Float](repeating: 0, count: model.dimensions)
        for vector in vectors { for place in mean.indices { mean[place] += vector[place] } }
        EmbeddingModel.normalise(&mean)
        return mean
    }
}
