/// A model together with the directions of a classification's labels.
struct TitleEmbedding: Sendable {
    let model: EmbeddingModel
    let titles: TitleVectors

    init(_ model: EmbeddingModel, _ corpus: TitleCorpus) {
        self.model = model
        titles = TitleVectors(corpus, model)
    }

    /// How near a text comes to every group; `nil` when it has no word.
    func scores(_ text: EmbeddedText) -> TitleVectors.Scores? {
        text.stems.isEmpty ? nil : titles.scores(model.vector(text))
    }
}
