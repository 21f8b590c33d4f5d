import Foundation
import LabourMarket
package import Matching

/// Trains the model that job titles, program texts and skills are compared with.
package struct MatcherTraining: Sendable {
    private let material: TrainingMaterial
    private let recipe: MatcherRecipe
    private let origins: [EmbeddingHeader.Origin]
    private let leftOut: TrainingMaterial.LeftOut

    package init(
        _ material: TrainingMaterial, _ recipe: MatcherRecipe, origins: [EmbeddingHeader.Origin], leftOut: TrainingMaterial.LeftOut
    ) {
        self.material = material
        self.recipe = recipe
        self.origins = origins
        self.leftOut = leftOut
    }

    /// - Parameters:
    ///   - threads: the result is the same for any number.
    ///   - progress: told the step and the mean loss since it was last told.
    package func model(threads: Int, _ progress: (Int, Float) -> Void = { _, _ in }) -> EmbeddingModel {
        let trainer = EmbeddingTrainer(texts: material.texts, sources: material.sources, recipe: recipe, threads: threads)
        let table = trainer.train(progress)
        let header = EmbeddingHeader(
            dimensions: recipe.dimensions, rows: recipe.rows, recipe: MatcherRecipe.version, seed: recipe.seed, origins: origins,
            leftOut: leftOut == .nothing ? "" : leftOut.rawValue)
        // Duties as the rounded rows see them: that is how texts will be seen.
        let rounded = table.withNumbers { numbers in
            EmbeddingModel(header: header, table: UnsafeBufferPointer(start: numbers, count: recipe.rows * recipe.dimensions))
        }
        let duties = material.duties.map { duty in
            (code: duty.code, vectors: duty.sentences.map { texts in mean(texts, rounded) })
        }
        return rounded.with(DutyVectors(duties))
    }

    private func mean(_ texts: [Int32], _ model: EmbeddingModel) -> [Float] {
        var sum = [Float](repeating: 0, count: model.dimensions)
        for text in texts {
            let vector = model.vector(material.texts.text(text))
            for place in sum.indices { sum[place] += vector[place] }
        }
        EmbeddingModel.normalise(&sum)
        return sum
    }
}
