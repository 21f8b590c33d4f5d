import Domain
import Foundation
import Portal

extension PortalSettings {
    /// What is given goes before what operators set in their console. From `portal.name.en`, `portal.name.fr`, `portal.base-url` and `portal.time-zone`.
    package init(_ configuration: PortalConfiguration) throws(SettingError) {
        let zone = configuration.text(.portalTimeZone)
        guard let timeZone = TimeZone(identifier: zone) else {
            throw SettingError(
                "The setting \(Setting.portalTimeZone.key) must be an IANA time zone such as America/Toronto: \(zone) is none.")
        }
        // Whoever only tries the portal out on another port should not be sent to the standard one.
        let isGiven = configuration.origin(.portalBaseURL) != .standard
        let listening = "http://\(configuration.text(.httpHost)):\(configuration.text(.httpPort))"
        let base = isGiven ? configuration.text(.portalBaseURL) : listening
        guard let url = URL(string: base), url.scheme == "http" || url.scheme == "https", url.host() != nil, url.query() == nil else {
            throw SettingError(
                "The setting \(Setting.portalBaseURL.key) must be an address such as https://portal.example: \(base) is none.")
        }
        var fixed: Set<Fixed> = []
        for (setting, part) in [
            (Setting.portalNameEnglish, Fixed.nameEnglish), (.portalNameFrench, .nameFrench), (.portalTimeZone, .timeZone),
        ]
        where configuration.origin(setting) != .standard { fixed.insert(part) }
        self.init(
            name: LocalizedText(en: configuration.text(.portalNameEnglish), fr: configuration.text(.portalNameFrench)), baseURL: base,
            timeZone: timeZone, showsScores: configuration.flag(.debugScores), fixed: fixed)
    }
}
