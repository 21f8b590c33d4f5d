/// Trains a table of rows so that texts of one group point the same way and others do not (symmetric InfoNCE).
///
/// The same texts, recipe and seed give the same bits whatever the number of threads: what is drawn depends on the step and the place in
/// it, and sums are always made in the same order.
struct EmbeddingTrainer: Sendable {
    let texts: TrainingTexts
    let sources: [TrainingSource]
    let recipe: MatcherRecipe
    let threads: Int

    /// - Parameter progress: told the step and the mean loss of the steps since it was last told.
    func train(_ progress: (Int, Float) -> Void) -> Matrix {
        let stripes = Stripes(threads: threads)
        let table = EmbeddingTable(texts, recipe, stripes)
        let contrast = ContrastiveStep(recipe, stripes)
        let shares = sources.map(\.share)
        let total = shares.reduce(0, +)
        var loss: Float = 0
        for step in 0..<recipe.steps {
            var random = RandomNumbers(seed: recipe.seed, step: step, place: -1)
            var place = random.fraction() * total
            var source = sources.count - 1
            for (index, share) in shares.enumerated() where place >= 0 {
                place -= share
                if place < 0 { source = index }
            }
            let batch = TrainingBatch(sources[source], texts, recipe, step: step)
            loss += contrast(batch, table.values)
            table.update(BatchPostings(batch, rows: recipe.rows), contrast.gradients, rate: rate(step), step: step + 1)
            if (step + 1) % 100 == 0 || step + 1 == recipe.steps {
                progress(step + 1, loss / Float((step % 100) + 1))
                loss = 0
            }
        }
        return table.values
    }

    /// Rises over the first steps, then falls in a straight line.
    private func rate(_ step: Int) -> Float {
        guard step >= recipe.warmUp else { return recipe.learningRate * Float(step + 1) / Float(recipe.warmUp) }
        let left = Float(recipe.steps - step) / Float(max(1, recipe.steps - recipe.warmUp))
        return recipe.learningRate * (recipe.lastShare + (1 - recipe.lastShare) * left)
    }
}
