import Domain
import Portal

/// Figures as the interface gives them.
enum FiguresShape {
    /// Days: three years.
    static let longest = 1_096

    static func answer(_ days: ClosedRange<CalendarDate>, _ rows: [(month: String, line: ReferralFigures.Line)]) -> JSONValue {
        .object([
            ("from", .string(days.lowerBound.description)), ("to", .string(days.upperBound.description)),
            (
                "figures",
                .array(
                    rows.map { month, line in
                        .object(
                            [
                                ("month", .string(month)), ("program", .text(line.program?.rawValue)),
                                ("reference", .text(line.program == nil ? nil : line.reference)),
                            ] + counts(line.counts))
                    })
            ),
        ])
    }

    private static func counts(_ counts: ReferralCounts) -> [(String, JSONValue?)] {
        [
            ("impressions", .integer(counts.impressions)), ("views", .integer(counts.views)),
            ("clickThroughs", .integer(counts.clickThroughs)), ("inquiries", .integer(counts.inquiries)),
            ("opened", .integer(counts.opened)), ("replied", .integer(counts.replied)),
            (
                "outcomes",
                .object(
                    Delivery.Outcome.allCases.compactMap { outcome in counts.outcomes[outcome].map { (outcome.rawValue, .integer($0)) } })
            ),
        ]
    }
}
