/// An instant, in whole milliseconds since 1970 UTC. The only form in which instants are stored.
package struct Timestamp: Hashable, Comparable, Sendable, Codable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    /// The calendar day in UTC plus `offset` seconds (Eastern Standard Time is -18,000).
    package func day(secondsFromUTC offset: Int = 0) -> CalendarDate {
        let shifted = milliseconds + Int64(offset) * 1000
        return CalendarDate(dayNumber: Int((shifted >= 0 ? shifted : shifted - 86_399_999) / 86_400_000))
    }
}
