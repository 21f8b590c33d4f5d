import ArgumentParser
import Domain
import Portal

/// `--from` and `--to` of commands that count over days.
struct DayRangeOptions: ParsableArguments {
    @Option(name: .customLong("from"), help: "The first day, as 2026-01-31. Without it, as many days before the last as the command says.")
    var first: String?

    @Option(name: .customLong("to"), help: "The last day. Without it, today.")
    var last: String?

    func validate() throws {
        for (flag, text) in [("--from", first), ("--to", last)] {
            if let text, CalendarDate(text) == nil { throw ValidationError("\(flag) must be a day such as 2026-01-31: \(text) is none.") }
        }
        if let first = first.flatMap({ CalendarDate($0) }), let last = last.flatMap({ CalendarDate($0) }), first > last {
            throw ValidationError("--from must not come after --to.")
        }
    }

    /// - Parameter before: how many days before the last one the first one is, unless it was given.
    func days(before: Int, today: CalendarDate) throws -> ClosedRange<CalendarDate> {
        let end = last.flatMap { CalendarDate($0) } ?? today
        let start = first.flatMap { CalendarDate($0) } ?? end.adding(days: -before)
        guard start <= end else { throw ValidationError("--from must not come after today.") }
        return start...end
    }
}
