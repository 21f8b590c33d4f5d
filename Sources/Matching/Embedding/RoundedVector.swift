/// A direction in whole numbers, for products with many others.
struct RoundedVector: Sendable {
    private let values: [Int8]
    /// What one unit of the values is.
    let scale: Float

    init(_ vector: [Float]) {
        let largest = vector.reduce(0) { max($0, abs($1)) }
        scale = largest / 127
        values = vector.map { largest > 0 ? Int8(($0 * (127 / largest)).rounded()) : 0 }
    }

    /// With the numbers from a place on.
    @inline(__always)
    func dot(_ others: [Int8], at start: Int) -> Int32 {
        others.withUnsafeBufferPointer { others in
            values.withUnsafeBufferPointer { values in
                var dot: Int32 = 0
                for place in 0..<values.count { dot &+= Int32(values[place]) &* Int32(others[start + place]) }
                return dot
            }
        }
    }
}

/// Products of one vector with vectors end to end.
enum GroupProducts {
    static func dots(_ vector: [Float], _ others: [Float], dimensions: Int) -> [Float] {
        vector.withUnsafeBufferPointer { vector in
            others.withUnsafeBufferPointer { others in
                stride(from: 0, to: others.count, by: dimensions).map { start in
                    var sum: Float = 0
                    for place in 0..<dimensions { sum += vector[place] * others[start + place] }
                    return sum
                }
            }
        }
    }
}
