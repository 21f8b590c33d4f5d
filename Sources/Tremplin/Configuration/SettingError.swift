/// A configuration that cannot be used. Said in one sentence that names the setting and where it came from.
package struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    static func value(_ setting: Setting) -> SettingError {
        let wanted =
            switch setting.kind {
            case .text: "a text that is not empty"
            case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .flag: "true or false"
            case .choice(let values): "one of \(values.joined(separator: ", "))"
            }
        return SettingError(
            "The setting \(setting.key) (\(setting.flag), \(setting.variable)) must be \(wanted).")
    }
}
