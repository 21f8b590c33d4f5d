/// The directions of the sentences that say what each group's people do. The sentences are their publisher's and are not kept.
package struct DutyVectors: Hashable, Sendable {
    /// Codes of the groups that have any, rising.
    package let codes: [String]
    /// How many each group has.
    package let counts: [Int]
    /// Vector after vector, each of any length: only its direction counts.
    package let values: [Int8]

    package static let none = DutyVectors(codes: [], counts: [], values: [])

    package init(codes: [String], counts: [Int], values: [Int8]) {
        self.codes = codes
        self.counts = counts
        self.values = values
    }

    /// Rounds vectors of any length.
    package init(_ vectors: [(code: String, vectors: [[Float]])]) {
        let sorted = vectors.sorted { $0.code < $1.code }
        codes = sorted.map(\.code)
        counts = sorted.map(\.vectors.count)
        values = sorted.flatMap { group in
            group.vectors.flatMap { vector in
                let largest = vector.reduce(0) { max($0, abs($1)) }
                return vector.map { largest > 0 ? Int8(($0 * (127 / largest)).rounded()) : 0 }
            }
        }
    }
}
