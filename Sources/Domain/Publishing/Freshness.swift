/// Whether somebody at the institution has said lately that a program's page is still right.
package struct Freshness: Hashable, Sendable {
    /// Nine months: a program is given once or twice a year, and a page nobody has looked at in between is likely to be wrong.
    package static let staleAfterDays = 274

    package let isStale: Bool
    /// Days since the last word; `nil` when there was none.
    package let days: Int?

    package init(_ program: Program, today: CalendarDate) { self.init(lastConfirmed: program.lastConfirmed, today: today) }

    package init(lastConfirmed: CalendarDate?, today: CalendarDate) {
        days = lastConfirmed.map { today.days(since: $0) }
        isStale = days.map { $0 > Self.staleAfterDays } ?? true
    }
}
