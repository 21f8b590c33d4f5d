/// How many workers employers were looking for in an occupation and a place over the last twelve months.
package struct Demand: Hashable, Sendable {
    package enum Measure: String, Codable, Sendable, CaseIterable {
        /// Job postings of each month: their sum counts. A posting is counted once, in the month it was first posted.
        case postings
        /// Vacant jobs in each quarter: their mean counts, since one vacancy can last several quarters.
        case vacancies

        /// Months or quarters in twelve months.
        package var periodsInYear: Int { self == .postings ? 12 : 4 }
    }

    /// One month or quarter.
    package struct Period: Hashable, Sendable {
        /// Its first day.
        package let start: CalendarDate
        /// `nil` where the publisher suppresses the figure: unknown, not zero.
        package let count: Int?

        package init(start: CalendarDate, count: Int?) {
            self.start = start
            self.count = count
        }
    }

    /// Where an occupation stands among all of which demand is published: in the third with the most, the middle or the last third.
    package enum Level: String, Codable, Sendable, CaseIterable {
        case high, medium, low
    }

    package let measure: Measure
    /// Oldest first, without gaps in the calendar only when everything was loaded; at most twelve months' worth.
    package let periods: [Period]
    /// The sum (postings) or the mean, rounded (vacancies), of the periods that are published.
    package let count: Int

    /// `nil` when no period is published.
    package init?(measure: Measure, periods: [Period]) {
        let published = periods.compactMap(\.count)
        guard !published.isEmpty else { return nil }
        self.measure = measure
        self.periods = periods
        let sum = published.reduce(0, +)
        count = measure == .postings ? sum : Int((Double(sum) / Double(published.count)).rounded())
    }

    package var publishedPeriods: Int { periods.count { $0.count != nil } }
    /// Every month or quarter of the twelve months is there.
    package var isWholeYear: Bool { publishedPeriods == measure.periodsInYear }
}
