/// How well an occupation's work suits each area of interest (O*NET: 1 not at all, 7 extremely well).
package struct InterestProfile: Hashable, Sendable {
    /// In the order of `Interest.allCases`.
    private let levels: [Double]

    /// - Precondition: one level for each interest.
    package init(_ levels: [Double]) {
        precondition(levels.count == Interest.allCases.count, "an interest profile has \(levels.count) levels")
        self.levels = levels
    }

    package subscript(interest: Interest) -> Double { levels[interest.place] }
}

extension Interest {
    fileprivate var place: Int {
        switch self {
        case .realistic: 0
        case .investigative: 1
        case .artistic: 2
        case .social: 3
        case .enterprising: 4
        case .conventional: 5
        }
    }
}
