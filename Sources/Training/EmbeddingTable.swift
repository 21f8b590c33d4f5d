import Foundation

/// The rows being trained, with what Adam remembers of each number.
struct EmbeddingTable: Sendable {
    let values: Matrix
    private let means: Matrix
    private let squares: Matrix
    private let stripes: Stripes

    private static let decay: Float = 0.9
    private static let squareDecay: Float = 0.999
    private static let least: Float = 1e-8
    /// Pieces of the table that are brought up to date one after another by each thread.
    private static let pieces = 64

    /// Starts from random rows, longer for features that few texts have.
    init(_ texts: TrainingTexts, _ recipe: MatcherRecipe, _ stripes: Stripes) {
        self.stripes = stripes
        values = Matrix(rows: recipe.rows, columns: recipe.dimensions)
        means = Matrix(rows: recipe.rows, columns: recipe.dimensions)
        squares = Matrix(rows: recipe.rows, columns: recipe.dimensions)
        let frequencies = texts.frequencies()
        let rarities = frequencies.map { Float(log(Double(texts.count + 1) / Double($0 + 1))) }
        let used = frequencies.indices.filter { frequencies[$0] > 0 }
        let mean = used.reduce(0) { $0 + rarities[$1] } / Float(max(1, used.count))
        let numbers = values.numbers
        for row in used {
            var random = RandomNumbers(seed: recipe.seed, step: -1, place: row)
            for column in 0..<recipe.dimensions {
                numbers[row * recipe.dimensions + column] = random.normal() * recipe.start * rarities[row] / max(mean, 1e-6)
            }
        }
    }

    /// One step of Adam over the whole table.
    /// - Parameters:
    ///   - postings: for each row the texts of the batch that have it.
    ///   - gradients: of each text's sum of rows.
    func update(_ postings: BatchPostings, _ gradients: Matrix, rate: Float, step: Int) {
        let width = values.width
        let correction = 1 / (1 - Self.power(Self.decay, step))
        let squareCorrection = 1 / (1 - Self.power(Self.squareDecay, step))
        let rows = values.rows
        stripes.perform(Self.pieces) { piece in
            withUnsafeTemporaryAllocation(of: Matrix.Eight.self, capacity: width) { sum in
                for row in rows * piece / Self.pieces..<rows * (piece + 1) / Self.pieces {
                    for place in 0..<width { sum[place] = .zero }
                    for posting in postings.range(row) {
                        let gradient = gradients.row(Int(postings.texts[posting]))
                        for place in 0..<width { sum[place] += gradient[place] }
                    }
                    let (value, mean, square) = (values.row(row), means.row(row), squares.row(row))
                    for place in 0..<width {
                        let gradient = sum[place]
                        let newMean = mean[place] * Self.decay + gradient * (1 - Self.decay)
                        let newSquare = square[place] * Self.squareDecay + gradient * gradient * (1 - Self.squareDecay)
                        mean[place] = newMean
                        square[place] = newSquare
                        value[place] -= newMean * (rate * correction) / ((newSquare * squareCorrection).squareRoot() + Self.least)
                    }
                }
            }
        }
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float {
        var (result, factor, left) = (Double(1), Double(base), exponent)
        while left > 0 {
            if left & 1 == 1 { result *= factor }
            factor *= factor
            left >>= 1
        }
        return Float(result)
    }
}
