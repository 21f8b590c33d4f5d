/// The directions of what each group's people do, and how near a sentence comes to each group.
struct DutyIndex: Sendable {
    private let dimensions: Int
    private let values: [Int8]
    /// 1 over the length of each vector.
    private let inverseLengths: [Float]
    /// Where each group's vectors start, in the order of a corpus; one more at the end.
    private let starts: [Int32]
    /// The mean of each group's directions, at length 1; zero for a group without.
    private let means: [Float]

    /// - Returns: `nil` when no group of the corpus has any: another classification than the one the model was trained on.
    init?(_ model: EmbeddingModel, codes: [String]) {
        let dimensions = model.dimensions
        var places: [String: Range<Int>] = [:]
        var next = 0
        for (code, count) in zip(model.duties.codes, model.duties.counts) {
            places[code] = next..<next + count
            next += count
        }
        var values: [Int8] = []
        var inverseLengths: [Float] = []
        var starts: [Int32] = [0]
        var means: [Float] = []
        for code in codes {
            var mean = [Float](repeating: 0, count: dimensions)
            for place in places[code] ?? 0..<0 {
                let vector = model.duties.values[place * dimensions..<(place + 1) * dimensions]
                let square = vector.reduce(Int32(0)) { $0 + Int32($1) * Int32($1) }
                let inverse = square > 0 ? 1 / Float(square).squareRoot() : 0
                values.append(contentsOf: vector)
                inverseLengths.append(inverse)
                for (column, value) in vector.enumerated() { mean[column] += Float(value) * inverse }
            }
            EmbeddingModel.normalise(&mean)
            means += mean
            starts.append(Int32(inverseLengths.count))
        }
        guard !values.isEmpty else { return nil }
        (self.dimensions, self.values, self.inverseLengths, self.starts, self.means) = (dimensions, values, inverseLengths, starts, means)
    }

    /// The cosine of a direction with the mean of each group's.
    func likeness(_ vector: [Float]) -> [Float] { GroupProducts.dots(vector, means, dimensions: dimensions) }

    /// The cosine of a direction with the nearest of each group's; 0 for a group without.
    func nearest(_ vector: [Float]) -> [Float] {
        let rounded = RoundedVector(vector)
        return (0..<starts.count - 1).map { group in
            var best: Float = 0
            rounded.products(values, Int(starts[group])..<Int(starts[group + 1])) { place, product in
                best = max(best, Float(product) * inverseLengths[place])
            }
            return best * rounded.scale
        }
    }
}
