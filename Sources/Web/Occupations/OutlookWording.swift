package import Domain

/// Which sentence may be said of an outlook. The publisher's value also weighs recent conditions, so it can be a shortage although fewer
/// openings than job seekers are projected: then the sentence must not compare the two numbers.
package struct OutlookWording: Sendable {
    /// Openings for each job seeker from which on "many more" is true, and the band within which "about as many" is.
    private static let many = 1.2
    private static let alike = 0.9...1.1

    /// False where the sentence gives the publisher's judgement instead.
    package let comparesNumbers: Bool
    /// The value whose comparison is true of the numbers: a strong shortage with only a few more openings is "more", not "many more".
    package let value: Outlook.Value

    package init(_ outlook: Outlook) {
        guard let figures = outlook.figures, figures.seekers > 0 else {
            comparesNumbers = outlook.figures == nil
            value = outlook.value
            return
        }
        let ratio = Double(figures.openings) / Double(figures.seekers)
        let fitting: Outlook.Value? =
            switch outlook.value {
            case .strongShortage, .moderateShortage:
                ratio <= 1 ? nil : ratio >= Self.many ? outlook.value : .moderateShortage
            case .balance:
                Self.alike.contains(ratio) ? .balance : nil
            case .moderateSurplus, .strongSurplus:
                ratio >= 1 ? nil : ratio <= 1 / Self.many ? outlook.value : .moderateSurplus
            }
        comparesNumbers = fitting != nil
        value = fitting ?? outlook.value
    }
}
