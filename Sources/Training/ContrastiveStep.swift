import Foundation

/// One step's arithmetic: texts to vectors, how well each finds its pair among all, and what would make it better.
struct ContrastiveStep: Sendable {
    private let recipe: MatcherRecipe
    private let stripes: Stripes
    /// Vectors of the first texts and of the second, at length 1.
    private let vectors: Matrix
    private let lengths: Matrix
    private let likeness: Matrix
    private let first: Matrix
    private let second: Matrix
    private let secondAsColumns: MatrixProduct.Strips
    private let firstStrips: MatrixProduct.Strips
    private let secondStrips: MatrixProduct.Strips
    private let columnSums: Matrix
    /// Of the loss, by each text's sum of rows.
    let gradients: Matrix

    /// Pairs that are worked on together.
    private static let share = 64

    init(_ recipe: MatcherRecipe, _ stripes: Stripes) {
        precondition(recipe.pairs % Self.share == 0)
        self.recipe = recipe
        self.stripes = stripes
        let (pairs, dimensions) = (recipe.pairs, recipe.dimensions)
        vectors = Matrix(rows: 2 * pairs, columns: dimensions)
        gradients = Matrix(rows: 2 * pairs, columns: dimensions)
        lengths = Matrix(rows: 1, columns: 2 * pairs)
        likeness = Matrix(rows: pairs, columns: pairs)
        first = Matrix(rows: pairs, columns: dimensions)
        second = Matrix(rows: pairs, columns: dimensions)
        secondAsColumns = MatrixProduct.Strips(depth: dimensions, columns: pairs)
        firstStrips = MatrixProduct.Strips(depth: pairs, columns: dimensions)
        secondStrips = MatrixProduct.Strips(depth: pairs, columns: dimensions)
        columnSums = Matrix(rows: pairs / Self.share + 1, columns: pairs)
    }

    /// - Returns: the mean loss; `gradients` holds what to change.
    func callAsFunction(_ batch: TrainingBatch, _ table: Matrix) -> Float {
        let shares = recipe.pairs / Self.share
        stripes.perform(2 * shares) { share in
            let texts = share * Self.share..<(share + 1) * Self.share
            for text in texts { embed(text, batch, table) }
        }
        stripes.perform(shares) { share in
            let rows = share * Self.share..<(share + 1) * Self.share
            let pairs = recipe.pairs
            for row in rows {
                for place in 0..<vectors.width {
                    first.row(row)[place] = vectors.row(row)[place]
                    second.row(row)[place] = vectors.row(pairs + row)[place]
                }
            }
            firstStrips.fill(first, rows: rows)
            secondStrips.fill(second, rows: rows)
            secondAsColumns.fill(transposing: second, rows: rows)
        }
        var losses = [Float](repeating: 0, count: shares)
        let rowSums = Matrix(rows: 1, columns: recipe.pairs)
        stripes.perform(shares) { share in compare(share, batch.groups, rowSums) }
        for place in 0..<columnSums.width {
            var sum = Matrix.Eight.zero
            for share in 0..<shares { sum += columnSums.row(share)[place] }
            columnSums.row(shares)[place] = sum
        }
        let diagonal = (0..<recipe.pairs).map { likeness.numbers[$0 * recipe.pairs + $0] }
        for pair in 0..<recipe.pairs {
            let (own, row, column) = (diagonal[pair], rowSums.numbers[pair], columnSums.numbers[shares * recipe.pairs + pair])
            losses[pair / Self.share] -= log(own / row) + log(own / column)
        }
        stripes.perform(shares) { share in differentiate(share, rowSums) }
        stripes.perform(shares) { share in backward(share) }
        return losses.reduce(0, +) / Float(2 * recipe.pairs)
    }

    private func embed(_ text: Int, _ batch: TrainingBatch, _ table: Matrix) {
        let width = vectors.width
        let vector = vectors.row(text)
        for place in 0..<width { vector[place] = .zero }
        batch.rows.withUnsafeBufferPointer { rows in
            for place in batch.range(text) {
                let row = table.row(Int(rows[place]))
                for eight in 0..<width { vector[eight] += row[eight] }
            }
        }
        var squares = Matrix.Eight.zero
        for place in 0..<width { squares += vector[place] * vector[place] }
        let length = max(squares.sum().squareRoot(), 1e-6)
        lengths.numbers[text] = length
        for place in 0..<width { vector[place] /= length }
    }

    /// exp((cosine - 1) / temperature) of some first texts with all second ones, and the sums by row and column. Another pair of the same
    /// group is not held against a pair.
    private func compare(_ share: Int, _ groups: [Int32], _ rowSums: Matrix) {
        let pairs = recipe.pairs
        let start = share * Self.share
        let rows = likeness.row(start)
        MatrixProduct.multiply(
            first.numbers + start * recipe.dimensions, rows: Self.share, by: secondAsColumns, strips: pairs / 8, into: rows)
        let inverse = 1 / recipe.temperature
        let sums = columnSums.row(share)
        for place in 0..<pairs / 8 { sums[place] = .zero }
        groups.withUnsafeBytes { bytes in
            for row in start..<start + Self.share {
                let group = SIMD8<Int32>(repeating: groups[row])
                let numbers = likeness.row(row)
                var sum = Matrix.Eight.zero
                for place in 0..<pairs / 8 {
                    let others = bytes.loadUnaligned(fromByteOffset: 32 * place, as: SIMD8<Int32>.self)
                    var mask = others .== group
                    if row / 8 == place { mask[row % 8] = false }
                    let value = MatrixProduct.exponential((numbers[place] - 1) * inverse).replacing(with: Float(0), where: mask)
                    numbers[place] = value
                    sum += value
                    sums[place] += value
                }
                rowSums.numbers[row] = sum.sum()
            }
        }
    }

    /// Turns likenesses into what the loss changes by with each of them.
    private func differentiate(_ share: Int, _ rowSums: Matrix) {
        let pairs = recipe.pairs
        let columns = columnSums.row(pairs / Self.share)
        let scale = 1 / (2 * Float(pairs) * recipe.temperature)
        for row in share * Self.share..<(share + 1) * Self.share {
            let numbers = likeness.row(row)
            let inverse = 1 / rowSums.numbers[row]
            for place in 0..<pairs / 8 {
                let value = numbers[place]
                numbers[place] = (value * inverse + value / columns[place]) * scale
            }
            numbers[row / 8][row % 8] -= 2 * scale
        }
    }

    /// By the vectors, then through their normalisation by the sums of rows.
    private func backward(_ share: Int) {
        let pairs = recipe.pairs
        let start = share * Self.share
        MatrixProduct.multiply(
            likeness.numbers + start * pairs, rows: Self.share, by: secondStrips, strips: vectors.width, into: gradients.row(start))
        Matrix(rows: Self.share, columns: pairs).withNumbers { turned in
            let source = likeness.numbers
            for row in 0..<pairs { for column in 0..<Self.share { turned[column * pairs + row] = source[row * pairs + start + column] } }
            MatrixProduct.multiply(turned, rows: Self.share, by: firstStrips, strips: vectors.width, into: gradients.row(pairs + start))
        }
        for text in Array(start..<start + Self.share) + Array(pairs + start..<pairs + start + Self.share) {
            let (vector, gradient) = (vectors.row(text), gradients.row(text))
            var along = Matrix.Eight.zero
            for place in 0..<vectors.width { along += vector[place] * gradient[place] }
            let (dot, length) = (along.sum(), lengths.numbers[text])
            for place in 0..<vectors.width { gradient[place] = (gradient[place] - vector[place] * dot) / length }
        }
    }
}
