import Domain

/// `Mon, 23 Nov 2026 17:00:00 +0000` (RFC 5322, 3.3), whatever the machine's language.
enum MailDate {
    static func text(_ time: Timestamp) -> String {
        let day = time.day()
        let (year, month, dayOfMonth) = day.components
        let seconds = Int(time.milliseconds / 1000) - day.dayNumber * 86_400
        // 1970-01-01 was a Thursday.
        let weekday = weekdays[((day.dayNumber + 4) % 7 + 7) % 7]
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(dayOfMonth)) \(months[month - 1]) \(year) \(clock) +0000"
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
