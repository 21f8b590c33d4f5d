import Domain
import Foundation

/// Moments as the interface writes them: `2027-01-12T08:30:00Z`, or a day, which begins at midnight UTC.
enum MomentText {
    static func timestamp(_ text: String) -> Timestamp? {
        if let day = CalendarDate(text) { return Timestamp(milliseconds: Int64(day.dayNumber) * 86_400_000) }
        // `+` is a space where a query was written by hand.
        let text = text.replacing(" ", with: "+")
        let plain = Date.ISO8601FormatStyle()
        guard let date = (try? plain.parse(text)) ?? (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)) else {
            return nil
        }
        return Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded()))
    }
}
