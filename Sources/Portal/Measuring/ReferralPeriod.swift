package import Domain

/// The days that figures are asked for, and as many before them to compare with.
package struct ReferralPeriod: Hashable, Sendable {
    package enum Choice: String, CaseIterable, Sendable {
        case month = "30"
        case quarter = "90"
        case year = "365"
        /// Calendar months, from one to another.
        case months
    }

    /// What is wrong with an address or a form.
    package enum Problem: String, Hashable, Sendable {
        case from, to, order, future, long
    }

    /// Three years: more is for a spreadsheet.
    package static let mostMonths = 36

    package let choice: Choice
    package let days: ClosedRange<CalendarDate>

    /// Days up to today, which is not over yet.
    package init(_ choice: Choice = .month, today: CalendarDate) {
        self.choice = choice
        days = today.adding(days: 1 - (Int(choice.rawValue) ?? 30))...today
    }

    /// - Parameters:
    ///   - choice: empty for the last 30 days.
    ///   - from: for months, `2026-03`; `to` the same.
    package init(_ choice: String, from: String, to: String, today: CalendarDate) throws(PeriodProblem) {
        guard choice == Choice.months.rawValue else {
            self.init(Choice(rawValue: choice) ?? .month, today: today)
            return
        }
        guard let first = Self.month(from) else { throw PeriodProblem(.from) }
        guard let last = Self.month(to) else { throw PeriodProblem(.to) }
        guard first <= last else { throw PeriodProblem(.order) }
        guard first <= today else { throw PeriodProblem(.future) }
        guard Self.index(last) - Self.index(first) < Self.mostMonths else { throw PeriodProblem(.long) }
        self.init(days: first...max(first, min(today, Self.end(last))))
    }

    package init(days: ClosedRange<CalendarDate>) {
        choice = .months
        self.days = days
    }

    package var length: Int { days.upperBound.days(since: days.lowerBound) + 1 }

    /// As many days, directly before.
    package var before: ClosedRange<CalendarDate> {
        days.lowerBound.adding(days: -length)...days.lowerBound.adding(days: -1)
    }

    /// The months the period touches, by their first days.
    package var months: [CalendarDate] {
        var months: [CalendarDate] = []
        var month = Self.start(days.lowerBound)
        while month <= days.upperBound {
            months.append(month)
            month = Self.end(month).adding(days: 1)
        }
        return months
    }

    /// Weeks that end with the period's last day, up to about a quarter; months beyond. The first may be shorter.
    package var parts: [ClosedRange<CalendarDate>] {
        guard length <= 92 else {
            return months.map { max($0, days.lowerBound)...min(Self.end($0), days.upperBound) }
        }
        var parts: [ClosedRange<CalendarDate>] = []
        var end = days.upperBound
        while end >= days.lowerBound {
            parts.append(max(days.lowerBound, end.adding(days: -6))...end)
            end = end.adding(days: -7)
        }
        return parts.reversed()
    }

    package var areMonths: Bool { length > 92 }

    private static func month(_ text: String) -> CalendarDate? { CalendarDate(text + "-01") }

    private static func start(_ day: CalendarDate) -> CalendarDate { day.adding(days: 1 - day.components.day) }

    private static func end(_ day: CalendarDate) -> CalendarDate {
        // 31 days after the first of a month is a day of the next one.
        start(start(day).adding(days: 31)).adding(days: -1)
    }

    private static func index(_ day: CalendarDate) -> Int { day.components.year * 12 + day.components.month }
}

/// Why there is no such period.
package struct PeriodProblem: Error, Hashable, Sendable {
    package let problem: ReferralPeriod.Problem

    package init(_ problem: ReferralPeriod.Problem) { self.problem = problem }
}
