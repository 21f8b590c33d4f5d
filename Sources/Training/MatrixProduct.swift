/// Products of matrices in an order of additions that is always the same.
enum MatrixProduct {
    typealias Eight = Matrix.Eight

    /// The right side of a product, cut into strips of eight columns that each lie together.
    struct Strips: Sendable {
        let memory: Matrix
        let depth: Int

        /// Room for a matrix of `depth` rows.
        init(depth: Int, columns: Int) {
            memory = Matrix(rows: columns / 8, columns: 8 * depth)
            self.depth = depth
        }

        @inline(__always)
        func strip(_ index: Int) -> UnsafeMutablePointer<Eight> { memory.start + index * depth }

        /// Takes in rows of a matrix.
        func fill(_ matrix: Matrix, rows: Range<Int>) {
            for strip in 0..<matrix.width {
                let target = self.strip(strip)
                for row in rows { target[row] = matrix.start[row * matrix.width + strip] }
            }
        }

        /// Takes in rows of a matrix as columns.
        /// - Precondition: `rows` begins and ends at a multiple of eight.
        func fill(transposing matrix: Matrix, rows: Range<Int>) {
            let numbers = memory.numbers
            let source = matrix.numbers
            for row in rows {
                let target = numbers + (row / 8) * depth * 8 + row % 8
                for column in 0..<depth { target[8 * column] = source[row * depth + column] }
            }
        }
    }

    /// Writes rows of `left` times `right` into the same rows of `result`.
    /// - Parameters:
    ///   - left: the first number of the first of `rows`; a row has `depth` numbers.
    ///   - result: the first of the rows.
    /// - Precondition: `rows` is a multiple of four.
    static func multiply(
        _ left: UnsafePointer<Float>, rows: Int, by right: Strips, strips: Int, into result: UnsafeMutablePointer<Eight>
    ) {
        let depth = right.depth
        for strip in 0..<strips {
            let column = right.strip(strip)
            var row = 0
            while row < rows {
                let (a, b) = (left + row * depth, left + (row + 1) * depth)
                let (c, d) = (left + (row + 2) * depth, left + (row + 3) * depth)
                var (sumA, sumB, sumC, sumD) = (Eight.zero, Eight.zero, Eight.zero, Eight.zero)
                for place in 0..<depth {
                    let eight = column[place]
                    sumA += eight * a[place]
                    sumB += eight * b[place]
                    sumC += eight * c[place]
                    sumD += eight * d[place]
                }
                result[row * strips + strip] = sumA
                result[(row + 1) * strips + strip] = sumB
                result[(row + 2) * strips + strip] = sumC
                result[(row + 3) * strips + strip] = sumD
                row += 4
            }
        }
    }

    /// e to the power of each, to about six digits; made of plain arithmetic so that every processor gives the same bits.
    /// - Precondition: at most 80; below -80 it gives about 1e-35.
    @inline(__always)
    static func exponential(_ values: Eight) -> Eight {
        let bounded = values.clamped(lowerBound: Eight(repeating: -80), upperBound: Eight(repeating: 80))
        let powers = (bounded * 1.442_695_04).rounded(.toNearestOrEven)
        let rest = bounded - powers * 0.693_359_375 - powers * -2.121_944_4e-4
        var sum = rest * 1.987_569_1e-4 + 1.398_199_9e-3
        sum = sum * rest + 8.333_452e-3
        sum = sum * rest + 4.166_579_6e-2
        sum = sum * rest + 0.166_666_65
        sum = sum * rest + 0.5
        let result = sum * rest * rest + rest + 1
        let bits = SIMD8<Int32>(truncatingIfNeeded: SIMD8<Int32>(powers)) &+ 127
        return result * Eight(bitPattern: SIMD8<UInt32>(truncatingIfNeeded: bits &<< 23))
    }
}

extension SIMD8 where Scalar == Float {
    @inline(__always)
    init(bitPattern bits: SIMD8<UInt32>) { self = unsafeBitCast(bits, to: Self.self) }
}
