/// Pairs of one source, as lists of rows with words and features left out at random.
struct TrainingBatch: Sendable {
    /// The group of each pair.
    private(set) var groups: [Int32] = []
    /// Rows of every text, end to end: the first texts of all pairs, then the second ones.
    private(set) var rows: [Int32] = []
    private(set) var starts: [Int32] = [0]

    init(_ source: TrainingSource, _ texts: TrainingTexts, _ recipe: MatcherRecipe, step: Int) {
        let pairs = recipe.pairs
        var chosen = [Int32](repeating: 0, count: 2 * pairs)
        for pair in 0..<pairs {
            var random = RandomNumbers(seed: recipe.seed, step: step, place: pair)
            let group = source.group(&random)
            groups.append(Int32(group))
            (chosen[pair], chosen[pairs + pair]) = source.groups[group].pair(&random)
        }
        rows.reserveCapacity(64 * chosen.count)
        for (place, text) in chosen.enumerated() {
            var random = RandomNumbers(seed: recipe.seed, step: step, place: pairs + place)
            Self.append(Int(text), texts, recipe, &random, to: &rows)
            starts.append(Int32(rows.count))
        }
    }

    @inline(__always)
    func range(_ text: Int) -> Range<Int> { Int(starts[text])..<Int(starts[text + 1]) }

    private static func append(
        _ text: Int, _ texts: TrainingTexts, _ recipe: MatcherRecipe, _ random: inout RandomNumbers, to rows: inout [Int32]
    ) {
        let first = rows.count
        let stems = texts.stems[text]
        for stem in stems where stems.count == 1 || random.fraction() >= recipe.wordDropout {
            for row in texts.features[Int(stem)] where random.fraction() >= recipe.featureDropout { rows.append(row) }
        }
        let head = texts.heads[text]
        if head >= 0, random.fraction() >= recipe.featureDropout { rows.append(texts.headRow[Int(head)]) }
        if rows.count == first { rows.append(contentsOf: texts.features[Int(stems[0])]) }
    }
}

/// For each row of the table, the texts of a batch that have it, in their order.
struct BatchPostings: Sendable {
    private var starts: [Int32]
    private(set) var texts: [Int32]

    init(_ batch: TrainingBatch, rows: Int) {
        var starts = [Int32](repeating: 0, count: rows + 1)
        for row in batch.rows { starts[Int(row) + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var next = starts
        var texts = [Int32](repeating: 0, count: batch.rows.count)
        for text in 0..<batch.starts.count - 1 {
            for place in batch.range(text) {
                let row = Int(batch.rows[place])
                texts[Int(next[row])] = Int32(text)
                next[row] += 1
            }
        }
        self.starts = starts
        self.texts = texts
    }

    @inline(__always)
    func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}
