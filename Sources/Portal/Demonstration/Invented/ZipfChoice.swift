import Foundation

/// Chooses among many as people's words and needs are spread: the first far more often than the tenth, the tenth than the thousandth.
struct ZipfChoice<Element: Sendable>: Sendable {
    let elements: [Element]
    /// Of the weights 1/rank^exponent, in order.
    private let sums: [Double]

    /// - Parameters:
    ///   - elements: not empty; in the order of how often they are wanted.
    ///   - exponent: the higher, the steeper. Words of a language lie near 1.
    init(_ elements: [Element], exponent: Double) {
        precondition(!elements.isEmpty, "nothing to choose from")
        self.elements = elements
        var sum = 0.0
        sums = elements.indices.map { rank in
            sum += pow(Double(rank + 1), -exponent)
            return sum
        }
    }

    func pick(_ numbers: inout SeededNumbers) -> Element {
        let wanted = numbers.fraction() * sums[sums.count - 1]
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}
