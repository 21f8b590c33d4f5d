/// A bilingual embedding of short texts: a row of numbers for every feature of a word. A text is the sum of its features' rows, at length
/// 1; two texts that mean the same point the same way, in whichever language. How it is made: docs/matching.md, "The embedding".
package struct EmbeddingModel: Sendable {
    package let header: EmbeddingHeader
    /// Row after row, each in units of its scale.
    let values: [Int8]
    let scales: [Float]
    /// Sentences about what unit groups do: their vectors, not their words.
    package private(set) var duties: DutyVectors

    /// - Precondition: as many values and scales as the header says, and dimensions that are a multiple of 8.
    package init(header: EmbeddingHeader, values: [Int8], scales: [Float], duties: DutyVectors) {
        precondition(header.dimensions % 8 == 0 && values.count == header.rows * header.dimensions && scales.count == header.rows)
        self.header = header
        self.values = values
        self.scales = scales
        self.duties = duties
    }

    /// Rounds rows of a trained table: the largest number of a row becomes 127.
    /// - Parameter table: row after row.
    package init(header: EmbeddingHeader, table: UnsafeBufferPointer<Float>) {
        var values = [Int8](repeating: 0, count: table.count)
        var scales = [Float](repeating: 0, count: header.rows)
        for row in 0..<header.rows {
            let places = row * header.dimensions..<(row + 1) * header.dimensions
            var largest: Float = 0
            for place in places { largest = max(largest, abs(table[place])) }
            guard largest > 0 else { continue }
            scales[row] = largest / 127
            for place in places { values[place] = Int8((table[place] * (127 / largest)).rounded()) }
        }
        self.init(header: header, values: values, scales: scales, duties: .none)
    }

    package func with(_ duties: DutyVectors) -> EmbeddingModel {
        var model = self
        model.duties = duties
        return model
    }

    package var dimensions: Int { header.dimensions }

    /// The direction of a text; all zero when it has no stem.
    package func vector(_ text: EmbeddedText) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        for stem in text.stems { add(WordFeatures.rows(of: stem, among: header.rows), to: &vector) }
        if let head = text.head { add([WordFeatures.head(head, among: header.rows)], to: &vector) }
        Self.normalise(&vector)
        return vector
    }

    /// Adds the rows to a sum of `dimensions` numbers.
    func add(_ rows: [Int32], to sum: inout [Float]) {
        sum.withUnsafeMutableBytes { sum in
            values.withUnsafeBytes { values in
                for row in rows {
                    let scale = scales[Int(row)]
                    let start = Int(row) * dimensions
                    #if DEBUG
                        // The same sums one by one: without optimisation, vectors of numbers are slow.
                        let numbers = sum.assumingMemoryBound(to: Float.self)
                        for place in 0..<dimensions { numbers[place] += Float(Int8(bitPattern: values[start + place])) * scale }
                    #else
                        for place in stride(from: 0, to: dimensions, by: 8) {
                            let eight = SIMD8<Int32>(
                                truncatingIfNeeded: values.loadUnaligned(fromByteOffset: start + place, as: SIMD8<Int8>.self))
                            let added = sum.loadUnaligned(fromByteOffset: 4 * place, as: SIMD8<Float>.self) + SIMD8<Float>(eight) * scale
                            sum.storeBytes(of: added, toByteOffset: 4 * place, as: SIMD8<Float>.self)
                        }
                    #endif
                }
            }
        }
    }

    /// Brings a vector to length 1, unless it is zero.
    package static func normalise(_ vector: inout [Float]) {
        let length = dot(vector, vector).squareRoot()
        guard length > 0 else { return }
        for place in vector.indices { vector[place] /= length }
    }

    package static func dot(_ a: [Float], _ b: [Float]) -> Float {
        var sum: Float = 0
        for place in 0..<min(a.count, b.count) { sum += a[place] * b[place] }
        return sum
    }
}
