import Domain

/// Dates of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). The two older forms are not read: nobody sends them.
package enum HTTPDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let day: Int64 = 86_400

    /// - Parameter seconds: since 1970, UTC, not negative.
    package static func text(_ seconds: Int64) -> String {
        let date = CalendarDate(dayNumber: Int(seconds / day))
        let (year, month, dayOfMonth) = date.components
        let clock = [seconds % day / 3600, seconds % 3600 / 60, seconds % 60].map { two(Int($0)) }.joined(separator: ":")
        return "\(weekdays[date.dayNumber % 7]), \(two(dayOfMonth)) \(months[month - 1]) \(year) \(clock) GMT"
    }

    /// `nil` for anything else.
    package static func seconds(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3]), let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2]) else { return nil }
        return Int64(date.dayNumber) * Self.day + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
