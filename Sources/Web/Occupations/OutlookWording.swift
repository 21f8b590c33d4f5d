package import Domain

/// Whether "more openings than job seekers" may be said. The publisher's value also weighs recent conditions, so it can be a shortage
/// although fewer openings than seekers are projected: then the sentence must not compare the two.
package struct OutlookWording: Sendable {
    /// Openings for each job seeker from which on "many more" is true, and the band within which "about as many" is.
    private static let many = 1.2
    private static let alike = 0.9...1.1

    package let comparesNumbers: Bool

    package init(_ outlook: Outlook) {
        guard let figures = outlook.figures, figures.seekers > 0 else {
            comparesNumbers = outlook.figures == nil
            return
        }
        let ratio = Double(figures.openings) / Double(figures.seekers)
        comparesNumbers =
            switch outlook.value {
            case .strongShortage: ratio >= Self.many
            case .moderateShortage: ratio > 1
            case .balance: Self.alike.contains(ratio)
            case .moderateSurplus: ratio < 1
            case .strongSurplus: ratio <= 1 / Self.many
            }
    }
}
