/// A direction in whole numbers, for products with many others.
struct RoundedVector: Sendable {
    let values: [Int8]
    /// What one unit of the values is.
    let scale: Float

    /// - Parameter largest: what the largest number becomes: 127 to be kept, `largestForProducts` to be multiplied with what is kept.
    init(_ vector: [Float], largest: Float = Self.largestForProducts) {
        let peak = vector.reduce(0) { max($0, abs($1)) }
        scale = peak / largest
        values = vector.map { peak > 0 ? Int8(($0 * (largest / peak)).rounded()) : 0 }
    }

    /// 63: four products with at most 127 fit into 16 bits together, in which a processor multiplies most at once.
    static let largestForProducts: Float = 63

    /// With vectors of the same length, end to end, some of them.
    func products(_ others: [Int8], _ range: Range<Int>, _ body: (Int, Int32) -> Void) {
        others.withUnsafeBytes { others in
            values.withUnsafeBytes { values in
                let length = values.count
                for place in range { body(place, Self.dot(values, others, at: place * length, length: length)) }
            }
        }
    }

    /// - Precondition: a length that is a multiple of 8.
    @inline(__always)
    private static func dot(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, at start: Int, length: Int) -> Int32 {
        var total: Int32 = 0
        #if DEBUG
            // The same sum one by one: without optimisation, vectors of numbers are slow.
            for place in 0..<length { total &+= Int32(Int8(bitPattern: a[place])) &* Int32(Int8(bitPattern: b[start + place])) }
        #else
            var place = 0
            while place + 64 <= length {
                var sum = SIMD16<Int16>.zero
                for part in stride(from: place, to: place + 64, by: 16) {
                    let left = SIMD16<Int16>(truncatingIfNeeded: a.loadUnaligned(fromByteOffset: part, as: SIMD16<Int8>.self))
                    sum &+= left &* SIMD16<Int16>(truncatingIfNeeded: b.loadUnaligned(fromByteOffset: start + part, as: SIMD16<Int8>.self))
                }
                let halves = SIMD8<Int32>(truncatingIfNeeded: sum.lowHalf) &+ SIMD8<Int32>(truncatingIfNeeded: sum.highHalf)
                let quarters = halves.lowHalf &+ halves.highHalf
                total &+= quarters.wrappedSum()
                place += 64
            }
            while place < length {
                let left = SIMD8<Int16>(truncatingIfNeeded: a.loadUnaligned(fromByteOffset: place, as: SIMD8<Int8>.self))
                let right = SIMD8<Int16>(truncatingIfNeeded: b.loadUnaligned(fromByteOffset: start + place, as: SIMD8<Int8>.self))
                total &+= SIMD8<Int32>(truncatingIfNeeded: left &* right).wrappedSum()
                place += 8
            }
        #endif
        return total
    }
}

/// Products of one vector with vectors end to end.
enum GroupProducts {
    static func dots(_ vector: [Float], _ others: [Float], dimensions: Int) -> [Float] {
        vector.withUnsafeBytes { vector in
            others.withUnsafeBytes { others in
                stride(from: 0, to: others.count, by: 4 * dimensions).map { start -> Float in
                    #if DEBUG
                        let (a, b) = (vector.assumingMemoryBound(to: Float.self), others.assumingMemoryBound(to: Float.self))
                        return (0..<dimensions).reduce(into: Float(0)) { $0 += a[$1] * b[start / 4 + $1] }
                    #else
                        var sum = SIMD8<Float>.zero
                        for place in stride(from: 0, to: 4 * dimensions, by: 32) {
                            sum +=
                                vector.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                                * others.loadUnaligned(fromByteOffset: start + place, as: SIMD8<Float>.self)
                        }
                        return sum.sum()
                    #endif
                }
            }
        }
    }
}
