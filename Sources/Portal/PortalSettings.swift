package import Domain
package import Foundation

/// What makes this portal this one: its name, its address, its day.
package struct PortalSettings: Sendable {
    package let name: LocalizedText
    /// Without a slash at the end: `https://microcredentials.example`.
    package let baseURL: String
    /// Whose midnight ends a day.
    package let timeZone: TimeZone
    /// Whether pages show what each reason adds to a recommendation's score: for the people who tune it.
    package let showsScores: Bool

    package init(
        name: LocalizedText, baseURL: String, timeZone: TimeZone = PortalSettings.standardTimeZone, showsScores: Bool = false
    ) {
        self.name = name
        var base = baseURL[...]
        while base.last == "/" { base.removeLast() }
        self.baseURL = String(base)
        self.timeZone = timeZone
        self.showsScores = showsScores
    }

    /// Most people of the first portal live by it.
    package static let standardTimeZone = TimeZone(identifier: "America/Toronto") ?? .gmt

    /// The calendar day at an instant, summer time counted.
    package func day(at time: Timestamp) -> CalendarDate {
        time.day(secondsFromUTC: timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)))
    }

    /// The hour and minute of an instant on the portal's clocks.
    package func timeOfDay(at time: Timestamp) -> (hour: Int, minute: Int) {
        let seconds =
            Int(time.milliseconds / 1000) + timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        return (minutes / 60, minutes % 60)
    }
}
