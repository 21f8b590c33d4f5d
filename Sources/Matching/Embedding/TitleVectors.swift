private import Foundation

/// The directions of every label of a classification and of its groups, and how near a text comes to each.
struct TitleVectors: Sendable {
    private let dimensions: Int
    private let rowStarts: [Int32]
    /// Row after row, each in units of its scale.
    private let values: [Int8]
    private let scales: [Float]
    /// The mean of each group's labels, at length 1.
    private let centroids: [Float]

    /// How near a text comes to every group.
    struct Scores: Sendable {
        /// The group's share in the sum of exp(20 cosine) over all labels.
        var vote: [Float]
        /// The cosine with the mean of its labels.
        var centroid: [Float]
        /// The cosine of its nearest label, and which row that is.
        var nearest: [Float]
        var nearestRow: [Int32]
    }

    init(_ corpus: TitleCorpus, _ model: EmbeddingModel) {
        dimensions = model.dimensions
        rowStarts = corpus.rowStarts
        let stems = Self.stemVectors(corpus, model)
        let groups = corpus.codes.count
        // Groups are shared out by the number of their rows; every row is computed alone, so the shares make no difference.
        let pieces = min(4 * processorCount, max(1, groups))
        let parts = concurrently(pieces) { piece in
            Part(corpus, model, stems, groups: groups * piece / pieces..<groups * (piece + 1) / pieces)
        }
        values = parts.flatMap(\.values)
        scales = parts.flatMap(\.scales)
        centroids = parts.flatMap(\.centroids)
    }

    /// The sum of the rows of each stem's features, stem after stem.
    private static func stemVectors(_ corpus: TitleCorpus, _ model: EmbeddingModel) -> [Float] {
        let count = corpus.lexicon.stems.count
        let pieces = min(4 * processorCount, max(1, count))
        return concurrently(pieces) { piece in
            var sums: [Float] = []
            for stem in count * piece / pieces..<count * (piece + 1) / pieces {
                var sum = [Float](repeating: 0, count: model.dimensions)
                model.add(WordFeatures.rows(of: corpus.lexicon.stems.text(Int32(stem)), among: model.header.rows), to: &sum)
                sums += sum
            }
            return sums
        }.flatMap(\.self)
    }

    func scores(_ query: [Float]) -> Scores {
        let cosines = self.cosines(query)
        let groups = rowStarts.count - 1
        var scores = Scores(
            vote: [Float](repeating: 0, count: groups), centroid: centroidCosines(query),
            nearest: [Float](repeating: -1, count: groups), nearestRow: [Int32](repeating: -1, count: groups))
        let best = cosines.max() ?? 0
        var total: Float = 0
        for group in 0..<groups {
            var sum: Float = 0
            for row in Int(rowStarts[group])..<Int(rowStarts[group + 1]) {
                let cosine = cosines[row]
                // exp(-10) and less adds nothing a Float could show.
                if cosine > best - 0.5 { sum += exp(20 * (cosine - best)) }
                if cosine > scores.nearest[group] {
                    scores.nearest[group] = cosine
                    scores.nearestRow[group] = Int32(row)
                }
            }
            scores.vote[group] = sum
            total += sum
        }
        if total > 0 { for group in 0..<groups { scores.vote[group] /= total } }
        return scores
    }

    /// With the mean of every group's labels.
    func centroidCosines(_ query: [Float]) -> [Float] { GroupProducts.dots(query, centroids, dimensions: dimensions) }

    /// With every label, in the order of the rows.
    private func cosines(_ query: [Float]) -> [Float] {
        let rounded = RoundedVector(query)
        return [Float](unsafeUninitializedCapacity: scales.count) { cosines, count in
            rounded.products(values, 0..<scales.count) { row, product in cosines[row] = Float(product) * scales[row] * rounded.scale }
            count = scales.count
        }
    }

    /// The labels of some groups.
    private struct Part {
        var values: [Int8] = []
        var scales: [Float] = []
        var centroids: [Float] = []

        init(_ corpus: TitleCorpus, _ model: EmbeddingModel, _ stems: [Float], groups: Range<Int>) {
            let dimensions = model.dimensions
            var vector = [Float](repeating: 0, count: dimensions)
            for group in groups {
                var mean = [Float](repeating: 0, count: dimensions)
                for row in corpus.rowStarts[group]..<corpus.rowStarts[group + 1] {
                    for place in 0..<dimensions { vector[place] = 0 }
                    let list = corpus.stemsOfRow[row]
                    for stem in list.prefix(WordFeatures.longestText) {
                        let start = Int(stem) * dimensions
                        for place in 0..<dimensions { vector[place] += stems[start + place] }
                    }
                    let head = corpus.headOfRow[Int(row)]
                    if head >= 0, list.count <= WordFeatures.longestTitle {
                        model.add([WordFeatures.head(corpus.lexicon.stems.text(head), among: model.header.rows)], to: &vector)
                    }
                    EmbeddingModel.normalise(&vector)
                    let rounded = RoundedVector(vector, largest: 127)
                    values += rounded.values
                    scales.append(rounded.scale)
                    for place in 0..<dimensions { mean[place] += vector[place] }
                }
                EmbeddingModel.normalise(&mean)
                centroids += mean
            }
        }
    }
}
