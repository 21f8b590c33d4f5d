package import Domain
package import Foundation

/// What makes this portal this one: its name, its address, its day.
package struct PortalSettings: Sendable {
    private let givenName: LocalizedText
    /// Without a slash at the end: `https://microcredentials.example`.
    package let baseURL: String
    private let givenZone: TimeZone
    /// What the settings say, so that operators cannot.
    package let fixed: Set<Fixed>
    /// What operators set; shared by all copies.
    package let operated: CurrentPortal
    /// Whether pages show what each reason adds to a recommendation's score: for the people who tune it.
    package let showsScores: Bool

    package init(
        name: LocalizedText, baseURL: String, timeZone: TimeZone = PortalSettings.standardTimeZone, showsScores: Bool = false,
        fixed: Set<Fixed> = [], operated: CurrentPortal = CurrentPortal()
    ) {
        givenName = name
        self.fixed = fixed
        self.operated = operated
        var base = baseURL[...]
        while base.last == "/" { base.removeLast() }
        self.baseURL = String(base)
        givenZone = timeZone
        self.showsScores = showsScores
    }

    /// A setting that the file, the environment or the command line may fix.
    package enum Fixed: String, Sendable, CaseIterable { case nameEnglish, nameFrench, timeZone }

    /// As operators set it, where the settings leave it to them.
    package var name: LocalizedText {
        let chosen = operated.current.branding.name
        return LocalizedText(
            en: fixed.contains(.nameEnglish) ? givenName.en : chosen.en ?? givenName.en,
            fr: fixed.contains(.nameFrench) ? givenName.fr : chosen.fr ?? givenName.fr)
    }

    /// Whose midnight ends a day.
    package var timeZone: TimeZone { fixed.contains(.timeZone) ? givenZone : operated.current.timeZone ?? givenZone }

    /// What the portal is called without an operator's word.
    package var standardName: LocalizedText { givenName }

    /// The time zone without an operator's word.
    package var givenTimeZone: TimeZone { givenZone }

    /// The languages of the public's pages.
    package var languages: [Language] { operated.current.choices.languages }

    package var firstLanguage: Language { operated.current.choices.firstLanguage }

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
