/// The job outlook of the next three years for an occupation in a province or an economic region, in the publisher's own five words.
///
/// Another measure than `Outlook`: that one projects openings and job seekers of the whole country over ten years; this one is a judgement
/// of growth, openings and unemployed workers nearby. The two are never converted into each other.
package struct RegionalOutlook: Hashable, Sendable {
    package enum Value: String, Codable, Sendable, CaseIterable {
        case veryGood = "very-good"
        case good
        case moderate
        case limited
        case veryLimited = "very-limited"

        /// 2 (very good) to -2, to compare one occupation with another.
        package var score: Int {
            switch self {
            case .veryGood: 2
            case .good: 1
            case .moderate: 0
            case .limited: -1
            case .veryLimited: -2
            }
        }
    }

    package let value: Value
    /// First and last year of the outlook.
    package let horizon: ClosedRange<Int>

    package init(value: Value, horizon: ClosedRange<Int>) {
        self.value = value
        self.horizon = horizon
    }
}
